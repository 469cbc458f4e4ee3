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
  return isProse(left) && isProse(right) ? gutter : null;
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

/** Whether most lines of a column reach from about its left to about its right side. */
function isProse(runs: readonly Run[]): boolean {
  const lines = new Map<number, [number, number]>();
  for (const { baseline, box } of runs) {
    const key = Math.round(baseline);
    const [left, right] = lines.get(key) ?? [box[0], box[2]];
    lines.set(key, [Math.min(left, box[0]), Math.max(right, box[2])]);
  }
  if (lines.size < FEWEST_LINES) return false;
  const extents = [...lines.values()];
  const width = Math.max(...extents.map(([, right]) => right)) - Math.min(...extents.map(([left]) => left));
  const widths = extents.map(([left, right]) => right - left).sort((a, b) => a - b);
  const textInOneRun = runs.length < lines.size * 3;
  return textInOneRun && widths[widths.length >> 1]! >= width * FILLED;
}
