import type { Ingested } from './ingest-with-progress.ts';
import { printTable } from './output/print.ts';
import type { Column } from './output/text-table.ts';

/** More papers than this are summed up, not listed. */
const LISTED_PAPERS = 40;

const PAPER_COLUMNS: readonly Column<Ingested>[] = [
  { title: 'paper', value: ({ source }) => source.file, flexible: true },
  { title: 'result', value: resultOf },
  { title: 'observations', value: ({ observations }) => observations, align: 'right' },
];

interface Total {
  readonly result: string;
  readonly papers: number;
  readonly observations: number;
}

const TOTAL_COLUMNS: readonly Column<Total>[] = [
  { title: 'result', value: ({ result }) => result },
  { title: 'papers', value: ({ papers }) => papers, align: 'right' },
  { title: 'observations', value: ({ observations }) => observations, align: 'right' },
];

/** The closing tables: one row a paper where they are few, then the totals. */
export async function printIngestSummary(ingested: readonly Ingested[]): Promise<void> {
  if (ingested.length <= LISTED_PAPERS) {
    await printTable(ingested, PAPER_COLUMNS);
    process.stdout.write('\n');
  }
  await printTable(totalsOf(ingested), TOTAL_COLUMNS);
}

function totalsOf(ingested: readonly Ingested[]): Total[] {
  const groups = Map.groupBy(ingested, resultOf);
  const total = (result: string, papers: readonly Ingested[]): Total => ({
    result,
    papers: papers.length,
    observations: papers.reduce((sum, { observations }) => sum + (observations ?? 0), 0),
  });
  return [...[...groups].map(([result, papers]) => total(result, papers)), total('all', ingested)];
}

function resultOf({ outcome, partial }: Ingested): string {
  const results = { added: 'read', replaced: 'read again', unchanged: 'read before', failed: 'failed' };
  return partial ? `${results[outcome]} in part` : results[outcome];
}
