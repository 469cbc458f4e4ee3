import { type Figure, type PartResult, ratio } from '../measure/figure.ts';
import { COMMAND, runNode } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';
import { distinctPapers } from '../papers/sample-papers.ts';
import { asFiles, withFolder } from '../papers/scratch-folder.ts';

const FEW = 100;
const MANY = 1000;
const JOBS = '2';

/** The most memory that `ingest` holds at once: the same for many papers as for few. Measured once each. */
export async function memory(_: BenchOptions): Promise<PartResult> {
  const few = await peakOf(FEW);
  const many = await peakOf(MANY);
  return {
    part: 'memory',
    figures: [few, many, ratio(`${MANY} papers against ${FEW}`, many, few)],
    note: `the whole process with ${JOBS} jobs`,
  };
}

async function peakOf(count: number): Promise<Figure> {
  const usage = await withFolder(asFiles(distinctPapers(count)), (path) =>
    runNode([COMMAND, 'ingest', path('papers'), '--store', path('store.db'), '--jobs', JOBS], { memory: true }),
  );
  return { name: `peak over ${count} papers`, unit: 'MB', runs: [usage.peak] };
}
