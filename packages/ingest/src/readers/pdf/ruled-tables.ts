import type { Box } from '@scrutineer/model';
import { type AlignedTable, readAligned } from './aligned/aligned-tables.ts';
import { buildTable } from './aligned/build-table.ts';
import { chunkLines } from './aligned/chunks.ts';
import { isChart } from './aligned/is-table.ts';
import { rulesThrough } from './aligned/rules-through.ts';
import { drawnShare } from './drawings.ts';
import { faults } from './faults.ts';
import { type Grid, type GridCell, sameColumns } from './grid.ts';
import { linesOf } from './lines.ts';
import type { Page, Run } from './page.ts';
import type { FoundTables, PageInContext, PageTable, PageTableCell } from './page-table.ts';

/** A text may reach this far over its cell's edge, in points, before it is read as the text of two cells. */
const OVERHANG = 3;
/** Fewest rows and columns with text in them: less is a box around prose, a form or a page border. */
const FEWEST_WITH_TEXT = 2;

/** How many times the rows within the drawn lines a table may have. */
const LARGEST_GROWTH = 1.5;
/** Share of a table that drawings may cover. */
const MOST_DRAWN = 0.3;
/** Least share of many cells that must have text: grid lines of charts and forms to fill in have less. */
const LEAST_FILLED = 0.2;
const MANY_CELLS = 20;

/** Finds tables whose cells are drawn with lines or shaded areas. */
export function ruledTables(context: PageInContext, runs: readonly Run[]): FoundTables {
  const { page } = context;
  let rest = runs;
  const tables: PageTable[] = [];
  for (const grid of page.grids) {
    const { inside, outside } = split(rest, grid);
    const drawn = tableOf(grid, inside, page.number);
    if ((!isTable(drawn) && !continuesNeighbour(grid, context)) || isFigure(drawn, inside, page)) continue;
    const better = betterReading(drawn, inside, rest, page);
    tables.push(better.table);
    rest = outside.filter((run) => !better.runs.has(run));
  }
  return { tables, rest };
}

/**
 * Lines may be drawn around some of the cells only, or around some of the rows: then how the text is aligned tells the
 * others.
 *
 * @param all runs of the page that are in no other table
 */
function betterReading(drawn: PageTable, inside: readonly Run[], all: readonly Run[], page: Page): AlignedTable {
  const asDrawn: AlignedTable = { table: drawn, runs: new Set(inside) };
  const against = faults(drawn, page.rulings, true);
  if (against === 0) return asDrawn;
  const [, top, , bottom] = drawn.box;
  const rules = rulesThrough(page.rulings, drawn.box, top, bottom);
  const aligned = buildTable(chunkLines(inside), rules, page.rulings, page.number);
  const wider = readAligned(page, all).find(
    ({ table, runs }) => inside.every((run) => runs.has(run)) && table.rows <= LARGEST_GROWTH * (aligned?.rows ?? 0),
  );
  const readings = [
    asDrawn,
    ...(wider ? [wider] : []),
    ...(aligned ? [{ table: { ...aligned, box: drawn.box }, runs: asDrawn.runs }] : []),
  ];
  const faultsOf = new Map(
    readings.map((reading) => [reading, faults(reading.table, page.rulings, reading === asDrawn)]),
  );
  return readings.sort((a, b) => faultsOf.get(a)! - faultsOf.get(b)!)[0]!;
}

function split(runs: readonly Run[], grid: Grid): { inside: Run[]; outside: Run[] } {
  const [left, top, right, bottom] = boxOf(grid);
  const isInside = ({ box, baseline, size }: Run) => {
    const x = (box[0] + box[2]) / 2;
    const y = baseline - size / 3;
    return x > left && x < right && y > top && y < bottom;
  };
  return { inside: runs.filter(isInside), outside: runs.filter((run) => !isInside(run)) };
}

function boxOf({ columnEdges, rowEdges }: Grid): Box {
  return [columnEdges[0]!, rowEdges[0]!, columnEdges.at(-1)!, rowEdges.at(-1)!];
}

function tableOf(grid: Grid, runs: readonly Run[], page: number): PageTable {
  const runsOfCell = new Map<GridCell, Run[]>();
  const cellAt = cellFinder(grid);
  for (const part of runs.flatMap((run) => cutAtEdges(run, cellAt))) {
    const cell = cellAt((part.box[0] + part.box[2]) / 2, part.baseline - part.size / 3);
    if (!cell) continue;
    const known = runsOfCell.get(cell);
    if (known) known.push(part);
    else runsOfCell.set(cell, [part]);
  }
  const cells = grid.cells.map((cell): PageTableCell => ({ ...cell, lines: linesOf(runsOfCell.get(cell) ?? []) }));
  return { page, box: boxOf(grid), columnEdges: grid.columnEdges, rows: grid.rowEdges.length - 1, cells };
}

type CellAt = (x: number, y: number) => GridCell | undefined;

function cellFinder(grid: Grid): CellAt {
  const columns = grid.columnEdges.length - 1;
  const owners = new Map<number, GridCell>();
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1)
        owners.set(row * columns + column, cell);
    }
  }
  return (x, y) => owners.get(intervalOf(grid.rowEdges, y) * columns + intervalOf(grid.columnEdges, x));
}

/** The interval of ascending edges that holds a value; the first or last one for values outside. */
function intervalOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** pdf.js may give the texts of two neighbouring cells as one: it is cut at the blank nearest to the edge. */
function cutAtEdges(run: Run, cellAt: CellAt): Run[] {
  const y = run.baseline - run.size / 3;
  const cell = cellAt(run.box[0] + 1, y);
  const edge = cell?.box[2];
  if (edge === undefined || run.box[2] <= edge + OVERHANG || cellAt(run.box[2] - 1, y) === cell) return [run];
  const width = (run.box[2] - run.box[0]) / run.text.length;
  const at = nearestBlank(run.text, (edge - run.box[0]) / width);
  if (at === null) return [run];
  const middle = run.box[0] + width * at;
  const left: Run = {
    ...run,
    text: run.text.slice(0, at).trimEnd(),
    box: [run.box[0], run.box[1], middle, run.box[3]],
  };
  const rest = run.text.slice(at).trimStart();
  const right: Run = {
    ...run,
    text: rest,
    box: [run.box[2] - width * rest.length, run.box[1], run.box[2], run.box[3]],
  };
  return [left, ...cutAtEdges(right, cellAt)];
}

function nearestBlank(text: string, at: number): number | null {
  let best: number | null = null;
  for (const { index } of text.matchAll(/\s+/g)) {
    if (best === null || Math.abs(index - at) < Math.abs(best - at)) best = index;
  }
  return best;
}

function isTable(table: PageTable): boolean {
  const filled = table.cells.filter((cell) => cell.lines.length > 0);
  const rows = new Set(filled.map((cell) => cell.row));
  const columns = new Set(filled.map((cell) => cell.column));
  return rows.size >= FEWEST_WITH_TEXT && columns.size >= FEWEST_WITH_TEXT;
}

/** A chart within a frame, or its grid lines. */
function isFigure({ box, cells }: PageTable, runs: readonly Run[], { rulings, drawings }: Page): boolean {
  const filled = cells.filter((cell) => cell.lines.length > 0).length;
  if (cells.length >= MANY_CELLS && filled < LEAST_FILLED * cells.length) return true;
  const rules = rulesThrough(rulings, box, box[1], box[3]);
  return drawnShare(box, drawings) > MOST_DRAWN || isChart({ lines: chunkLines(runs), rules });
}

/** A single row at a page's edge is part of a table where the neighbouring page has one with the same columns. */
function continuesNeighbour(grid: Grid, { page, before, after }: PageInContext): boolean {
  const isFirst = grid === extreme(page.grids, -1);
  const isLast = grid === extreme(page.grids, 1);
  const above = isFirst && before ? extreme(before.grids, 1) : undefined;
  const below = isLast && after ? extreme(after.grids, -1) : undefined;
  return [above, below].some((other) => other !== undefined && sameColumns(grid, other));
}

/** The grid that stands highest (-1) or lowest (1) on its page. */
function extreme(grids: readonly Grid[], side: 1 | -1): Grid | undefined {
  return [...grids].sort((a, b) => side * (b.rowEdges[0]! - a.rowEdges[0]!))[0];
}
