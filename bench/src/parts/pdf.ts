import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, type PartResult, ratio, repeat } from '../measure/figure.ts';
import { runNode, type Usage } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';

const SAMPLES = fileURLToPath(new URL('../../../samples/papers/pdf', import.meta.url));
/** How often the files are read in a process whose memory should not have grown since it read them once. */
const MANY = 4;
/** The core that single readers are held to: a second one would help them with collecting garbage. */
const CORE = 0;

interface Reader {
  readonly name: string;
  readonly script: string;
  readonly threads?: string;
}

const READERS = {
  text: { name: 'pdf.js, text', script: 'pdfjs-text' },
  operators: { name: 'pdf.js, text and operators', script: 'pdfjs-operators' },
  liteparse: { name: 'liteparse (native)', script: 'liteparse' },
  ours: { name: 'ours, with tables', script: 'scrutineer', threads: '0' },
  oursTwice: { name: 'ours, two threads on two cores', script: 'scrutineer', threads: '2' },
} satisfies Record<string, Reader>;

/** PDF pages a second of whole processes that read many files, beside other readers in the same run. */
export async function pdf({ runs, shared }: BenchOptions): Promise<PartResult> {
  const files = pdfFiles(shared);
  const measured = new Map<string, Figure>();
  const round = async () => {
    for (const reader of Object.values(READERS)) {
      const figure = measured.get(reader.name) ?? { name: reader.name, unit: 'pages/s', runs: [] };
      measured.set(reader.name, { ...figure, runs: [...figure.runs, pagesASecond(await run(reader, files))] });
    }
  };
  await repeat(runs, round);
  const of = ({ name }: Reader) => measured.get(name)!;
  const once = await run(READERS.ours, files, true);
  const often = await run(READERS.ours, Array.from({ length: MANY }, () => files).flat(), true);
  const peaks = [once, often].map(
    ({ peak }, index): Figure => ({ name: `peak, files read ${index ? MANY : 1} times`, unit: 'MB', runs: [peak] }),
  );
  return {
    part: 'pdf',
    figures: [
      ...measured.values(),
      ratio('ours against pdf.js with operators', of(READERS.ours), of(READERS.operators)),
      ratio('two cores against one', of(READERS.oursTwice), of(READERS.ours)),
      ...peaks,
    ],
    note: `${files.length} files, whole processes held to one core, but where two are named; scans are not among them`,
  };
}

/** The samples, and the papers and benchmark files of a folder of shared ones. */
function pdfFiles(shared: string | null): string[] {
  const own = globSync('*.pdf', { cwd: SAMPLES }).map((file) => join(SAMPLES, file));
  const others =
    shared === null
      ? []
      : globSync(['papers/*.pdf', 'bench/**/*.pdf'], { cwd: shared }).map((file) => join(shared, file));
  return [...own, ...others.filter((file) => !file.includes('scan'))].sort();
}

async function run({ script, threads }: Reader, files: readonly string[], memory = false): Promise<Usage> {
  const path = fileURLToPath(new URL(`../pdf-readers/${script}.ts`, import.meta.url));
  const before = threads === undefined ? [] : [threads];
  const core = threads === '2' ? undefined : CORE;
  const args = ['--disable-warning=ExperimentalWarning', path, ...before, ...files];
  return runNode(args, { keepOutput: true, memory, ...(core === undefined ? {} : { core }) });
}

function pagesASecond({ stdout, wall }: Usage): number {
  return Number(stdout.trim()) / (wall / 1000);
}
