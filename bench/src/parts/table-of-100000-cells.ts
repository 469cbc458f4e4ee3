import type { Figure, PartResult } from '../measure/figure.ts';
import { COMMAND, runNode } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';
import { asDocx, asHtml, asMarkdown, largeTable } from '../papers/large-table.ts';
import { withFolder } from '../papers/scratch-folder.ts';

const CELLS = 100_000;

/** A table of 100,000 cells, read, extracted and stored; measured once in each format. */
export async function tableOf100000Cells(_: BenchOptions): Promise<PartResult> {
  const table = largeTable(CELLS);
  const figures: Figure[] = [];
  for (const [name, content] of [
    ['table.md', asMarkdown(table)],
    ['table.html', asHtml(table)],
    ['table.docx', await asDocx(table)],
  ] as const) {
    figures.push(...(await ingestFigures(name, content)));
  }
  return { part: 'table of 100,000 cells', figures };
}

async function ingestFigures(name: string, content: string | Uint8Array): Promise<Figure[]> {
  const { wall, peak } = await withFolder(new Map([[name, content]]), (path) =>
    runNode([COMMAND, 'ingest', path(name), '--store', path('store.db')], { memory: true }),
  );
  return [
    { name: `${name}, time`, unit: 's', runs: [wall / 1000] },
    { name: `${name}, peak`, unit: 'MB', runs: [peak] },
  ];
}
