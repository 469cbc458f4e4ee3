import { monthNumber, type Period, periodEnds } from '@scrutineer/model';
import type { Gap, SeriesRow } from './line.ts';

/** More missing periods than this between two rows say that the line is not regular. */
const MOST_MISSING = 60;

/**
 * The rows with the periods between them that no paper tells. How far apart the periods of a line are is the smallest
 * distance of two that follow each other: a rolling year may be told every month or every quarter.
 *
 * @param rows by the end of their period
 * @param months that each period lasts; lines of other lengths have no gaps
 */
export function withGaps(rows: readonly SeriesRow[], months: number | null): (SeriesRow | Gap)[] {
  const ends = rows.map(({ period }) => monthNumber(periodEnds(period).end));
  const steps = ends.slice(1).map((end, index) => end - ends[index]!);
  const step = Math.min(...steps.filter((each) => each > 0));
  if (months === null || months === 0 || !Number.isFinite(step)) return [...rows];
  return rows.flatMap((row, index) => {
    const distance = steps[index - 1] ?? 0;
    const missing = distance % step === 0 ? distance / step - 1 : 0;
    if (missing <= 0 || missing > MOST_MISSING) return [row];
    const gaps = Array.from({ length: missing }, (_, at): Gap => {
      const end = ends[index - 1]! + (at + 1) * step;
      return { kind: 'gap', period: monthsEnding(end, months) };
    });
    return [...gaps, row];
  });
}

/** So many whole months, the last of them by its number since the year 0. */
function monthsEnding(end: number, months: number): Period {
  const day = (month: number, date: number) =>
    new Date(Date.UTC(Math.floor(month / 12), month % 12, date)).toISOString().slice(0, 10);
  return `${day(end - months + 1, 1)}/${day(end + 1, 0)}`;
}
