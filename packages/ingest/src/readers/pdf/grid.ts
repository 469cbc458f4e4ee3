import type { Box } from '@scrutineer/model';
import type { Ruling } from './ruling.ts';

/** A cell of a grid: the rows and columns it covers, and its box. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

/** A grid drawn with lines: where its columns and rows begin and end, and its cells. */
export interface Grid {
  /** x of the columns' edges, one more than there are columns. */
  readonly columnEdges: readonly number[];
  /** y of the rows' edges, one more than there are rows. */
  readonly rowEdges: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Lines this close are one line drawn twice (a border and a shaded cell's edge, a double rule), in points. */
const SAME_LINE = 2.5;
/** Lines whose ends are this close touch, in points: strokes end half a line's width before or after the corner. */
const TOUCH = 3;
/** Share of a cell's side that a line must cover to divide it from its neighbour. */
const DIVIDING_SHARE = 0.6;
/** How far a horizontal line must stick out over the last vertical one to open a column of its own, in points. */
const OPEN_SIDE = 12;

/** Column edges of two pages that differ by less are the same, in points. */
const SAME_EDGE = 4;

/** Pages of one paper may be scanned, or bound, this far apart, in points. */
const LARGEST_SHIFT = 15;

/** Whether two grids have the same columns, two or more, at the same places. */
export function sameColumns(one: Grid, other: Grid): boolean {
  const edges = one.columnEdges;
  if (edges.length < 3 || edges.length !== other.columnEdges.length) return false;
  const shift = other.columnEdges[0]! - edges[0]!;
  if (Math.abs(shift) > LARGEST_SHIFT) return false;
  return edges.every((edge, index) => Math.abs(edge + shift - other.columnEdges[index]!) < SAME_EDGE);
}

/** The grids that a page's rulings form; rulings that cross no other form none. */
export function gridsOf(rulings: readonly Ruling[]): Grid[] {
  const horizontals = mergeCollinear(rulings.filter((ruling) => ruling.axis === 'horizontal'));
  const verticals = mergeCollinear(rulings.filter((ruling) => ruling.axis === 'vertical'));
  return connected(horizontals, verticals).flatMap(({ across, down }) => gridOf(across, down) ?? []);
}

/** Puts the pieces of one line together. */
function mergeCollinear(rulings: readonly Ruling[]): Ruling[] {
  const merged: Ruling[] = [];
  for (const group of clusters(rulings, (ruling) => ruling.at)) {
    const at = median(group.map((ruling) => ruling.at));
    for (const ruling of [...group].sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      const continues = last && last.at === at && ruling.from <= last.to + TOUCH;
      if (continues) merged[merged.length - 1] = { ...last, to: Math.max(last.to, ruling.to) };
      else merged.push({ ...ruling, at });
    }
  }
  return merged;
}

/** Groups of items whose values follow each other closely. */
function clusters<T>(items: readonly T[], measure: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let first = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => measure(a) - measure(b))) {
    if (measure(item) - first <= SAME_LINE) groups.at(-1)!.push(item);
    else {
      groups.push([item]);
      first = measure(item);
    }
  }
  return groups;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

interface Component {
  readonly across: Ruling[];
  readonly down: Ruling[];
}

/** Sets of lines that cross each other, directly or by way of others. */
function connected(horizontals: readonly Ruling[], verticals: readonly Ruling[]): Component[] {
  const parents = [...horizontals, ...verticals].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root]!;
    parents[index] = root;
    return root;
  };
  for (const [offset, vertical] of verticals.entries()) {
    for (const [index, ruling] of horizontals.entries()) {
      if (crosses(ruling, vertical)) parents[rootOf(index)] = rootOf(horizontals.length + offset);
    }
  }
  const components = new Map<number, Component>();
  const componentOf = (index: number) => {
    const root = rootOf(index);
    const known = components.get(root) ?? { across: [], down: [] };
    components.set(root, known);
    return known;
  };
  for (const [index, ruling] of horizontals.entries()) componentOf(index).across.push(ruling);
  for (const [index, ruling] of verticals.entries()) componentOf(horizontals.length + index).down.push(ruling);
  return [...components.values()].filter(({ across, down }) => across.length > 1 && down.length > 0);
}

function crosses(horizontal: Ruling, vertical: Ruling): boolean {
  return (
    vertical.at >= horizontal.from - TOUCH &&
    vertical.at <= horizontal.to + TOUCH &&
    horizontal.at >= vertical.from - TOUCH &&
    horizontal.at <= vertical.to + TOUCH
  );
}

function gridOf(across: readonly Ruling[], down: readonly Ruling[]): Grid | null {
  const columnEdges = withOpenSides(distinct(down), across);
  const rowEdges = distinct(across);
  if (columnEdges.length < 2 || rowEdges.length < 2) return null;
  return { columnEdges, rowEdges, cells: cellsOf(columnEdges, rowEdges, across, down) };
}

function distinct(rulings: readonly Ruling[]): number[] {
  return clusters(rulings, (ruling) => ruling.at).map((group) => median(group.map((ruling) => ruling.at)));
}

/** A table without lines at its sides has columns as far as its horizontal lines reach. */
function withOpenSides(edges: readonly number[], across: readonly Ruling[]): number[] {
  const left = Math.min(...across.map((ruling) => ruling.from));
  const right = Math.max(...across.map((ruling) => ruling.to));
  const first = edges[0]! - left > OPEN_SIDE ? [left] : [];
  const last = right - edges.at(-1)! > OPEN_SIDE ? [right] : [];
  return [...first, ...edges, ...last];
}

/** Joins the smallest rectangles of the grid where no line divides them. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = new Set<number>();
  const downAt = rulingsAt(xs, down);
  const acrossAt = rulingsAt(ys, across);
  const dividedRight = (row: number, column: number) => covers(downAt[column + 1]!, ys[row]!, ys[row + 1]!);
  const dividedBelow = (row: number, column: number) => covers(acrossAt[row + 1]!, xs[column]!, xs[column + 1]!);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let right = column + 1;
      while (right < columns && !taken.has(row * columns + right) && !dividedRight(row, right - 1)) right += 1;
      let bottom = row + 1;
      while (bottom < rows && rangeIsOpen(bottom, column, right, dividedRight, dividedBelow)) bottom += 1;
      for (let y = row; y < bottom; y += 1) for (let x = column; x < right; x += 1) taken.add(y * columns + x);
      const box: Box = [xs[column]!, ys[row]!, xs[right]!, ys[bottom]!];
      cells.push({ row, column, rowSpan: bottom - row, colSpan: right - column, box });
    }
  }
  return cells;
}

/** Whether a cell over `[left, right)` goes on into a row: no line above it there, and none within it. */
function rangeIsOpen(
  row: number,
  left: number,
  right: number,
  dividedRight: (row: number, column: number) => boolean,
  dividedBelow: (row: number, column: number) => boolean,
): boolean {
  for (let column = left; column < right; column += 1) {
    if (dividedBelow(row - 1, column)) return false;
    if (column > left && dividedRight(row, column - 1)) return false;
  }
  return true;
}

function rulingsAt(edges: readonly number[], rulings: readonly Ruling[]): Ruling[][] {
  return edges.map((edge) => rulings.filter((ruling) => Math.abs(ruling.at - edge) <= SAME_LINE));
}

function covers(rulings: readonly Ruling[], from: number, to: number): boolean {
  let covered = 0;
  for (const ruling of rulings) covered += Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from));
  return covered >= DIVIDING_SHARE * (to - from);
}
