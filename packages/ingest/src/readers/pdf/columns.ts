import type { Box } from '@scrutineer/model';
import type { Run } from './page.ts';

/** A part of a page that is read from top to bottom before the next part. */
export interface Region {
  readonly box: Box;
  /** It is one of several columns, and not as wide as the page. */
  readonly isColumn: boolean;
}

/** Where a gutter between two columns may lie, as shares of the page's width. */
const GUTTER_FROM = 0.3;
const GUTTER_TO = 0.7;
/** Share of the page's height at its top and bottom where running headers stand, which cross the gutter. */
const MARGIN_ZONE = 0.08;
/** Narrowest gutter, in points: blanks between words are narrower. */
const NARROWEST_GUTTER = 8;
/** Share of the runs that may cross a gutter: titles and page numbers over both columns. */
const MOST_CROSSING = 0.2;
/** Narrowest column of prose, as a share of the page's width: a column of figures is narrower. */
const NARROWEST_COLUMN = 0.22;
/** Fewest characters of its usual line, and the share of them that are letters: labels are shorter, figures are none. */
const SHORTEST_LINE = 20;
const LETTERS = 0.65;
/** Gap within a line that parts two columns of a table, in font sizes; share of lines that may have one; longest "4.2.1" before text. */
const COLUMN_GAP = 1.5;
const MOST_PARTED = 0.25;
const LONGEST_MARKER = 6;
/** Fewest lines that each column must have. */
const FEWEST_LINES = 8;
/** Share of a column's width that its usual line fills: prose does, the columns of a table do not. */
const FILLED = 0.6;

/**
 * The parts of a page in reading order. A page of two columns of prose is cut along its gutter; what crosses the
 * gutter (a title, a wide table) parts what stands above it from what stands below.
 */
export function readingRegions(runs: readonly Run[], tables: readonly Box[], width: number, height: number): Region[] {
  const whole: Region = { box: [0, 0, width, height], isColumn: false };
  const gutter = gutterOf(
    runs.filter((run) => run.baseline > height * MARGIN_ZONE && run.baseline < height * (1 - MARGIN_ZONE)),
    width,
  );
  if (gutter === null) return [whole];
  const crossing = [...runs.map((run) => run.box), ...tables]
    .filter(([left, , right]) => left < gutter && right > gutter)
    .sort((a, b) => a[1] - b[1]);
  const regions: Region[] = [];
  let top = 0;
  const addColumns = (bottom: number) => {
    if (bottom <= top) return;
    regions.push(
      { box: [0, top, gutter, bottom], isColumn: true },
      { box: [gutter, top, width, bottom], isColumn: true },
    );
  };
  for (const [, above, , below] of crossing) {
    addColumns(above);
    const from = Math.max(top, above);
    if (below > from) regions.push({ box: [0, from, width, below], isColumn: false });
    top = Math.max(top, below);
  }
  addColumns(height);
  return regions;
}

/** Index of the region that holds a point; the last one for points outside all. */
export function regionAt(regions: readonly Region[], x: number, y: number): number {
  const index = regions.findIndex(
    ({ box: [left, top, right, bottom] }) => x >= left && x < right && y >= top && y < bottom,
  );
  return index < 0 ? regions.length - 1 : index;
}

/** x of the middle of the gutter between two columns of prose; null where there is none. */
function gutterOf(runs: readonly Run[], width: number): number | null {
  const from = Math.round(width * GUTTER_FROM);
  const to = Math.round(width * GUTTER_TO);
  const crossings = crossingCounts(runs, from, to);
  const fewest = Math.min(...crossings);
  if (runs.length === 0 || fewest > runs.length * MOST_CROSSING) return null;
  const [start, end] = longestStretch(crossings, fewest);
  if (end - start < NARROWEST_GUTTER) return null;
  const gutter = from + (start + end) / 2;
  const left = runs.filter((run) => run.box[2] <= gutter);
  const right = runs.filter((run) => run.box[0] >= gutter);
  return isProse(left, width) && isProse(right, width) ? gutter : null;
}

/** How many runs cross each whole x of `[from, to)`. */
function crossingCounts(runs: readonly Run[], from: number, to: number): number[] {
  const counts = new Array<number>(to - from).fill(0);
  for (const { box } of runs) {
    const first = Math.max(Math.floor(box[0]) - from, 0);
    const last = Math.min(Math.ceil(box[2]) - from, counts.length);
    for (let index = first; index < last; index += 1) counts[index]! += 1;
  }
  return counts;
}

function longestStretch(counts: readonly number[], value: number): [number, number] {
  let best: [number, number] = [0, 0];
  let start = 0;
  for (let index = 0; index <= counts.length; index += 1) {
    if (index < counts.length && counts[index] === value) continue;
    if (index - start > best[1] - best[0]) best = [start, index];
    start = index + 1;
  }
  return best;
}

/** Whether most lines of a column reach from about its left to about its right side, with words and without gaps. */
function isProse(runs: readonly Run[], pageWidth: number): boolean {
  const lines = [...Map.groupBy(runs, ({ baseline }) => Math.round(baseline)).values()];
  if (lines.length < FEWEST_LINES || !isText(runs, lines.length)) return false;
  const left = Math.min(...runs.map(({ box }) => box[0]));
  const right = Math.max(...runs.map(({ box }) => box[2]));
  if (right - left < NARROWEST_COLUMN * pageWidth) return false;
  const widths = lines
    .map((line) => Math.max(...line.map(({ box }) => box[2])) - Math.min(...line.map(({ box }) => box[0])))
    .sort((a, b) => a - b);
  const parted = lines.filter(hasGap).length;
  return parted < MOST_PARTED * lines.length && widths[widths.length >> 1]! >= (right - left) * FILLED;
}

function isText(runs: readonly Run[], lines: number): boolean {
  const text = runs.map((run) => run.text).join('');
  return text.length >= SHORTEST_LINE * lines && text.replace(/\P{L}/gu, '').length >= LETTERS * text.length;
}

/** Whether a line's text stands in two columns; a number or a bullet before it is no column. */
function hasGap(line: readonly Run[]): boolean {
  const inOrder = [...line].sort((a, b) => a.box[0] - b.box[0]);
  return inOrder.slice(1).some((run, index) => {
    const before = inOrder[index]!;
    return run.box[0] - before.box[2] > COLUMN_GAP * run.size && !(index === 0 && before.text.length <= LONGEST_MARKER);
  });
}
