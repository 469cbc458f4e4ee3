import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DAMAGED_FORMATS, type DamagedFormat, damagedPaper } from '@scrutineer/testkit';
import { readingPool } from '@scrutineer/workers/reading-pool';
import type { Figure, PartResult } from '../measure/figure.ts';
import { memoryOfTree } from '../measure/memory-of-tree.ts';
import type { BenchOptions } from '../options.ts';

const SAMPLES = fileURLToPath(new URL('../../../samples/papers', import.meta.url));
const PROCESSES = 2;
/** Share of the files after which memory is looked at first: processes and caches are there then. */
const WARM = 0.2;

/** What became of one damaged file. */
interface Outcome {
  /** `complete`, `partial`, or the rule that says why it failed. */
  readonly kind: string;
  readonly seed: number;
  /** Milliseconds of reading and extracting. */
  readonly time: number;
  /** MB that the process and its reading processes held afterwards. */
  readonly memory: number;
}

/** Papers damaged inside, in each format: how many reach extraction, how long the slowest takes, what fails and why. */
export async function fuzz({ files }: BenchOptions): Promise<PartResult> {
  const figures: Figure[] = [];
  for (const format of DAMAGED_FORMATS) figures.push(...figuresOf(format, await outcomesOf(format, files)));
  const note = `${files} files a format, made from the samples: ${PROCESSES} reading processes, no recognition of pictures; a file that ends its process or meets a fault is told on standard error with its seed`;
  return { part: 'fuzz', figures, note };
}

async function outcomesOf(format: DamagedFormat, files: number): Promise<Outcome[]> {
  const folder = join(SAMPLES, format);
  const bases = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file)));
  const pool = readingPool(PROCESSES, { ocr: 'never' });
  const readOne = (seed: number) =>
    pool.withReader(async (read): Promise<Outcome> => {
      const file = `damaged-${seed}.${format}`;
      const bytes = await damagedPaper(format, bases[seed % bases.length]!, seed);
      const begun = performance.now();
      const { status, messages } = await read({ id: file, file, bytes });
      const time = performance.now() - begun;
      const kind = status === 'failed' ? messages[0]!.rule : status;
      if (isOurFault(kind)) console.error(messages.map(({ reason }) => reason).join('; '));
      return { kind, seed, time, memory: memoryOfTree(process.pid) };
    });
  try {
    return await Promise.all(Array.from({ length: files }, (_unused, seed) => readOne(seed)));
  } finally {
    await pool.close();
  }
}

function figuresOf(format: DamagedFormat, outcomes: readonly Outcome[]): Figure[] {
  const figure = (name: string, unit: string, value: number): Figure => ({
    name: `${format}: ${name}`,
    unit,
    runs: [value],
  });
  const kinds = Object.entries(Object.groupBy(outcomes, ({ kind }) => kind)).sort(([a], [b]) => (a < b ? -1 : 1));
  const reached = outcomes.filter(({ kind }) => kind === 'complete' || kind === 'partial').length;
  const slowest = outcomes.reduce((worst, one) => (one.time > worst.time ? one : worst));
  const warm = Math.ceil(outcomes.length * WARM);
  const most = (part: readonly Outcome[]) => Math.max(...part.map(({ memory }) => memory));
  return [
    figure('reach extraction', '%', (100 * reached) / outcomes.length),
    ...kinds.map(([kind, ones]) => figure(kind, 'files', ones!.length)),
    figure('faults and ended processes', 'files', outcomes.filter(({ kind }) => isOurFault(kind)).length),
    figure(`slowest (seed ${slowest.seed})`, 'ms', slowest.time),
    figure('most memory over the first fifth', 'MB', most(outcomes.slice(0, warm))),
    figure('most memory over all', 'MB', most(outcomes)),
  ];
}

function isOurFault(kind: string): boolean {
  return kind === 'pipeline/thread-ended' || kind === 'pipeline/fault' || kind === 'reader/error';
}
