/** What the figures of a row show about its columns, when the headers leave it open. */

/** How far a printed percentage may be from the computed one: half of its last digit, and the levels' own rounding. */
const PERCENT_SLACK = 0.75;

/** Whether a printed percentage is the relative change from one level to another. */
export function isPercentChange(earlier: number, later: number, percent: number): boolean {
  if (earlier === 0) return false;
  return Math.abs(((later - earlier) / Math.abs(earlier)) * 100 - percent) <= PERCENT_SLACK;
}

/** Whether a printed figure is the difference of two levels. */
export function isDifference(earlier: number, later: number, change: number): boolean {
  return Math.abs(later - earlier - change) <= 1e-6 + 0.11 * (Number.isInteger(change) ? 0 : 1);
}

/** The share of rows, 0 to 1, for which a test holds; 0 where there are none. */
export function shareOf<T>(rows: readonly T[], test: (row: T) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(test).length / rows.length;
}
