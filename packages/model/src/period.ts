import type { Period } from './observation.ts';

/** First and last day of a period, ISO dates; the same day for a point in time. */
export function periodEnds(period: Period): { readonly start: string; readonly end: string } {
  const [start = period, end = start] = period.split('/');
  return { start, end };
}

/** Papers name the same few thousand periods again and again. */
const MONTHS = new Map<Period, number | null>();
const MOST_KNOWN = 10_000;

/** Whole months that a period lasts; null where it does not begin and end with a month. */
export function monthsIn(period: Period): number | null {
  const known = MONTHS.get(period);
  if (known !== undefined) return known;
  if (MONTHS.size > MOST_KNOWN) MONTHS.clear();
  const months = countMonths(period);
  MONTHS.set(period, months);
  return months;
}

function countMonths(period: Period): number | null {
  const { start, end } = periodEnds(period);
  if (!period.includes('/') || !start.endsWith('-01')) return null;
  const next = dayAfter(end);
  return next.endsWith('-01') ? monthNumber(next) - monthNumber(start) : null;
}

/** Whether a period is a calendar year or a financial year of the public sector (April to March). */
export function isYear(period: Period): boolean {
  return monthsIn(period) === 12 && /-(?:01|04)-01\//.test(period);
}

/** The day after an ISO date. */
export function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** Months since the year 0, of an ISO date. */
export function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
