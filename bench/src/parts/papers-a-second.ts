import { rm } from 'node:fs/promises';
import { type Figure, type PartResult, ratio, repeat } from '../measure/figure.ts';
import { COMMAND, runNode } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';
import { distinctPapers } from '../papers/sample-papers.ts';
import { asFiles, withFolder } from '../papers/scratch-folder.ts';

/** `ingest` of many papers, as a whole process: reading, extracting, archiving and storing. */
export async function papersASecond({ runs, papers: count }: BenchOptions): Promise<PartResult> {
  return withFolder(asFiles(distinctPapers(count)), async (path) => {
    const with1 = perSecond('with 1 job', count, await repeat(runs, () => freshly(path, 1)));
    const with2 = perSecond('with 2 jobs', count, await repeat(runs, () => freshly(path, 2)));
    const again = perSecond('read before', count, await repeat(runs, () => ingest(path, 2)));
    const figures = [with1, with2, ratio('2 jobs against 1', with2, with1), again];
    return { part: 'papers a second', figures, note: `${count} papers in Markdown of distinct bytes` };
  });
}

async function freshly(path: (name: string) => string, jobs: number): Promise<number> {
  for (const name of ['store.db', 'store.db-wal', 'store.db-shm', 'store-archive']) {
    await rm(path(name), { recursive: true, force: true });
  }
  return ingest(path, jobs);
}

/** Milliseconds that it takes. */
async function ingest(path: (name: string) => string, jobs: number): Promise<number> {
  return (await runNode([COMMAND, 'ingest', path('papers'), '--store', path('store.db'), '--jobs', String(jobs)])).wall;
}

function perSecond(name: string, papers: number, walls: readonly number[]): Figure {
  return { name, unit: 'papers/s', runs: walls.map((wall) => (1000 * papers) / wall) };
}
