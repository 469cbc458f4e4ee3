import type { PageTable } from './page-table.ts';

/** Column edges of two pages that differ by less are the same, in points. */
const SAME_EDGE = 4;

/**
 * Gives the last table of a page and the first of the next one the same columns where the edges of one are among the
 * edges of the other: merged cells hide edges, and a page may hold none of the rows that show them.
 */
export function fitColumns(pages: readonly (readonly PageTable[])[]): PageTable[][] {
  const fitted = pages.map((tables) => [...tables]);
  for (const [index, tables] of fitted.entries()) {
    const next = fitted[index + 1];
    const last = tables.at(-1);
    const first = next?.[0];
    if (!next || !last || !first) continue;
    tables[tables.length - 1] = withColumns(last, first.columnEdges) ?? last;
    next[0] = withColumns(first, tables.at(-1)!.columnEdges) ?? first;
  }
  return fitted;
}

/** The table on finer columns; null where its own edges are not among them, or are as many. */
function withColumns(table: PageTable, edges: readonly number[]): PageTable | null {
  if (edges.length <= table.columnEdges.length) return null;
  const places = table.columnEdges.map((edge) => edges.findIndex((other) => Math.abs(other - edge) < SAME_EDGE));
  if (places.includes(-1) || places[0] !== 0 || places.at(-1) !== edges.length - 1) return null;
  const cells = table.cells.map((cell) => {
    const column = places[cell.column]!;
    return { ...cell, column, colSpan: places[cell.column + cell.colSpan]! - column };
  });
  return { ...table, columnEdges: edges, cells };
}
