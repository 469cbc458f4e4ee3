import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** A word as it was recognised, in pixels from the top left. */
export interface RecognisedWord {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** y of the line that its letters stand on. */
  readonly baseline: number;
  /** Height of its line from the top of capitals to the bottom of descenders. */
  readonly lineHeight: number;
}

/** Recognises pictures of pages, several at a time. */
export interface Recogniser {
  /** Pictures that are worked on at a time. */
  readonly threads: number;
  /** @throws Error where the picture takes longer than its time */
  recognise(image: Buffer, time: number): Promise<RecognisedWord[]>;
  close(): Promise<void>;
}

/** Dots an inch of the pictures that are recognised. */
export const RESOLUTION = 250;
/** Most threads: each holds its own copy of the language data. */
const MOST_THREADS = 4;

/**
 * Starts threads with Tesseract (LSTM, English).
 *
 * @param pages that are to be recognised: no more threads are started
 * @param most threads to start; as many as there are processors where it is not given
 */
export async function startRecogniser(pages: number, most = availableParallelism()): Promise<Recogniser> {
  const { createScheduler, createWorker, OEM, PSM } = await import('tesseract.js').then((module) => module.default);
  const language = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
  const scheduler = createScheduler();
  const threads = Math.max(1, Math.min(pages, most, MOST_THREADS));
  const workerPath = fileURLToPath(new URL('./recognition-thread.ts', import.meta.url));
  for (let index = 0; index < threads; index += 1) {
    const worker = await createWorker('eng', OEM.LSTM_ONLY, {
      langPath: language,
      cacheMethod: 'none',
      gzip: true,
      workerPath,
    });
    // What Tesseract says of diacritics and empty pages would go to standard error.
    const quiet = { debug_file: '/dev/null' } as Partial<Tesseract.WorkerParams>;
    await worker.setParameters({ ...quiet, tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(RESOLUTION) });
    scheduler.addWorker(worker);
  }
  return {
    threads,
    async recognise(image, time) {
      const { data } = await inTime(scheduler.addJob('recognize', image, {}, { blocks: true, text: false }), time);
      return (data.blocks ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ lines }) => lines.flatMap(wordsOfLine)),
      );
    },
    close: async () => void (await scheduler.terminate()),
  };
}

function wordsOfLine({ words, baseline, rowAttributes, bbox }: Tesseract.Line): RecognisedWord[] {
  const slope = (baseline.y1 - baseline.y0) / Math.max(baseline.x1 - baseline.x0, 1);
  return words.map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
    text,
    confidence: confidence / 100,
    left: x0,
    top: y0,
    right: x1,
    bottom: y1,
    baseline: baseline.y0 + ((x0 + x1) / 2 - baseline.x0) * slope,
    lineHeight: rowAttributes?.rowHeight ?? bbox.y1 - bbox.y0,
  }));
}

async function inTime<T>(work: Promise<T>, time: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`text recognition took longer than ${time / 1000} s`)), time);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
