import { type Figure, type PartResult, ratio, repeat } from '../measure/figure.ts';
import { COMMAND, runNode, type Usage } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';
import { makeLargeStore } from '../papers/large-store.ts';
import { withFolder } from '../papers/scratch-folder.ts';

/** Observations in the store. */
const SIZES = [10_000, 100_000, 1_000_000];

/** How the time of an audit and of a series grows with the store, as whole commands on one core. */
export async function storeSize({ runs }: BenchOptions): Promise<PartResult> {
  const figures: Figure[] = [];
  const audits: Figure[] = [];
  for (const size of SIZES) {
    await withFolder(new Map(), async (path) => {
      const store = path('store.db');
      const papers = await makeLargeStore(store, size);
      const measured = await measure(store, size, runs);
      audits.push(measured.audit);
      figures.push(
        { name: `papers with ${size} observations`, unit: 'papers', runs: [papers] },
        ...Object.values(measured),
      );
    });
  }
  const growth = audits
    .slice(1)
    .map((audit, index) => ratio(`${audit.name} against ${audits[index]!.name}`, audit, audits[index]!));
  return {
    part: 'store-size',
    figures: [...figures, ...growth],
    note: 'whole commands on one core, SQLite; ten times the store takes ten times as long where growth is linear',
  };
}

async function measure(store: string, size: number, runs: number) {
  const audit = await run(['audit', '--format', 'jsonl'], store, 1);
  const series = await run(['series', 'burglary-residential', '--area', 'Cumbria 3'], store, runs);
  const start = await run(['--help'], store, runs);
  return {
    audit: { name: `audit of ${size}`, unit: 's', runs: audit.map(({ wall }) => wall / 1000) },
    memory: { name: `peak memory of it`, unit: 'MB', runs: audit.map(({ peak }) => peak) },
    series: { name: `series in ${size}`, unit: 'ms', runs: series.map(({ wall }) => wall) },
    start: { name: '--help, for comparison', unit: 'ms', runs: start.map(({ wall }) => wall) },
  };
}

function run(args: readonly string[], store: string, runs: number): Promise<Usage[]> {
  return repeat(runs, () => runNode([COMMAND, ...args, '--store', store], { core: 0, memory: true }));
}
