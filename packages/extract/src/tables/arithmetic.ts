import type { CellValue } from './figures.ts';

/**
 * What the figures of rows show about their columns. Each printed figure stands for the interval of values that would
 * print so (see `printedInterval` of the model), so that a relation counts as holding only where rounding can explain it.
 */
export type Relation = 'difference' | 'percent' | 'share';

/** A relation that holds in nearly all rows between a column and two others. */
export interface Evidence {
  readonly relation: Relation;
  /** Indices of columns: the change is from `earlier` to `later`; a share is of `earlier` (the whole) by `later` (the part). */
  readonly earlier: number;
  readonly later: number;
  /** The share of rows in which it holds, 0 to 1. */
  readonly fit: number;
  /** How many rows could be tested. */
  readonly rows: number;
}

/** A relation found by chance holds in few rows. */
const FIT = 0.75;
/** Fewer rows than these prove nothing by themselves. */
export const FEWEST_ROWS = 2;

/**
 * The relation in which a column stands to two others in most rows; null where none holds.
 *
 * @param column index of the column asked about
 * @param levels indices of the columns that may hold levels
 */
export function relationOf(
  column: number,
  levels: readonly number[],
  rows: readonly number[],
  at: (row: number, column: number) => CellValue | null,
): Evidence | null {
  let best: Evidence | null = null;
  for (const earlier of levels) {
    for (const later of levels) {
      if (earlier === later || earlier === column || later === column) continue;
      for (const relation of ['difference', 'percent', 'share'] as const) {
        const evidence = evidenceFor(relation, column, earlier, later, rows, at);
        if (evidence && (best === null || rank(evidence, column) > rank(best, column))) best = evidence;
      }
    }
  }
  return best;
}

/** The better fit first, then the nearer columns. */
function rank({ fit, rows, earlier, later }: Evidence, column: number): number {
  return fit * 1000 + Math.min(rows, 20) - (Math.abs(column - earlier) + Math.abs(column - later)) / 100;
}

function evidenceFor(
  relation: Relation,
  column: number,
  earlier: number,
  later: number,
  rows: readonly number[],
  at: (row: number, column: number) => CellValue | null,
): Evidence | null {
  let tested = 0;
  let holds = 0;
  for (const row of rows) {
    const [change, from, to] = [at(row, column), at(row, earlier), at(row, later)];
    if (!change || !from || !to || (from.value === 0 && to.value === 0)) continue;
    if (relation !== 'difference' && from.value === 0) continue;
    tested += 1;
    if (HOLDS[relation](change, from, to)) holds += 1;
  }
  const fit = tested === 0 ? 0 : holds / tested;
  return tested > 0 && fit >= FIT ? { relation, earlier, later, fit, rows: tested } : null;
}

const HOLDS: Readonly<Record<Relation, (change: CellValue, from: CellValue, to: CellValue) => boolean>> = {
  difference: (change, from, to) => isDifference(change, from, to),
  percent: (change, from, to) => isPercent(change, from, to),
  share: (part, whole, value) => isShare(part, whole, value),
};

function isDifference(change: CellValue, from: CellValue, to: CellValue): boolean {
  if (change.unit === 'percent' && from.unit !== 'percent' && Math.abs(from.value) > 100) return false;
  const slack = slackOf(from) + slackOf(to) + slackOf(change);
  return Math.abs(to.value - from.value - change.value) <= slack + TINY * Math.abs(to.value) + TINY;
}

const TINY = 1e-9;

function isPercent(change: CellValue, from: CellValue, to: CellValue): boolean {
  const [fromLow, fromHigh] = [from.value - slackOf(from), from.value + slackOf(from)];
  const [toLow, toHigh] = [to.value - slackOf(to), to.value + slackOf(to)];
  if (fromLow <= 0) return false;
  const low = (toLow / fromHigh - 1) * 100;
  const high = (toHigh / fromLow - 1) * 100;
  return change.value + change.half + CUT >= low && change.value - change.half - CUT <= high;
}

/** Some publishers cut percentages off instead of rounding them. */
const CUT = 0.05;

/** Half of the last printed digit; a count printed in full is exact. */
function slackOf({ half, unit }: CellValue): number {
  return half === 0.5 && unit !== 'percent' ? 0 : half;
}

function isShare(share: CellValue, whole: CellValue, part: CellValue): boolean {
  if (share.value < 0 || share.value > 100 || whole.value < part.value) return false;
  return Math.abs((part.value / whole.value) * 100 - share.value) <= share.half + CUT;
}
