import type { Box } from '@scrutineer/model';
import { readingRegions, regionAt } from '../columns.ts';
import { isInDrawing } from '../drawings.ts';
import type { Page, Run } from '../page.ts';
import type { FoundTables, PageInContext, PageTable } from '../page-table.ts';
import type { Ruling } from '../ruling.ts';
import { buildTable } from './build-table.ts';
import { chunkLines } from './chunks.ts';
import { findBlocks } from './find-blocks.ts';
import { isTable } from './is-table.ts';

/** Rules whose ends differ by less are of the same width, in points. */
const SAME_END = 5;
/** Rules farther apart are those of a page's header and footer, in points. */
const LARGEST_BOX = 300;

/** A table that the alignment of text shows, and the runs that it is made of. */
export interface AlignedTable {
  readonly table: PageTable;
  readonly runs: ReadonlySet<Run>;
}

/** Finds tables whose columns are set apart by blanks alone, with or without rules between rows. */
export function alignedTables({ page }: PageInContext, runs: readonly Run[]): FoundTables {
  const found = readAligned(page, runs);
  const taken = new Set(found.flatMap((one) => [...one.runs]));
  return { tables: found.map(({ table }) => table), rest: runs.filter((run) => !taken.has(run)) };
}

/** The tables among runs of a page by how their text is aligned. */
export function readAligned(page: Page, runs: readonly Run[]): AlignedTable[] {
  const outside = runs.filter((run) => !isInDrawing(run.box, page.drawings));
  return parts(page, outside).flatMap((part) =>
    findBlocks(chunkLines(part), page.rulings).flatMap((block): AlignedTable[] => {
      const table = buildTable(block.lines, block.rules, page.rulings, page.number);
      return table && isTable(table, block) ? [{ table, runs: runsOf(table, part) }] : [];
    }),
  );
}

/** The runs that a table's text was cut from. */
function runsOf(table: PageTable, runs: readonly Run[]): Set<Run> {
  const texts = table.cells.flatMap((cell) => cell.lines.flatMap((line) => line.spans.map(({ run }) => run)));
  return new Set(runs.filter((run) => texts.some(({ text, box }) => holds(run.box, box) && run.text.includes(text))));
}

/** The runs of each column of the page; what stands between rules over the whole page is one part. */
function parts({ width, height, rulings }: Page, runs: readonly Run[]): Run[][] {
  const regions = readingRegions(runs, betweenRules(rulings), width, height);
  const result = regions.map((): Run[] => []);
  for (const run of runs)
    result[regionAt(regions, (run.box[0] + run.box[2]) / 2, run.baseline - run.size / 3)]!.push(run);
  return result;
}

/** The boxes between neighbouring rules of the same width. */
function betweenRules(rulings: readonly Ruling[]): Box[] {
  const across = rulings.filter(({ axis }) => axis === 'horizontal').sort((a, b) => a.at - b.at);
  return across.flatMap((rule, index): Box[] => {
    const next = across
      .slice(index + 1)
      .find((other) => Math.abs(other.from - rule.from) < SAME_END && Math.abs(other.to - rule.to) < SAME_END);
    return next && next.at - rule.at < LARGEST_BOX ? [[rule.from, rule.at, rule.to, next.at]] : [];
  });
}

/** Whether a part of a run lies in it. */
function holds([left, top, right, bottom]: Run['box'], [from, above, to, below]: Run['box']): boolean {
  return from >= left - 0.1 && to <= right + 0.1 && above >= top - 0.1 && below <= bottom + 0.1;
}
