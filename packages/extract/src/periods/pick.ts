import { type Interval, monthsLong } from './calendar.ts';
import type { PeriodMention } from './expression.ts';
import { type PeriodContext, resolvePeriod, yearEarlier } from './resolve.ts';

/** A period and what it is compared with, as far as words told. */
export interface PeriodPair {
  readonly period: Interval | null;
  readonly baseline: Interval | null;
  readonly notes: readonly string[];
}

export const NO_PERIOD: PeriodPair = { period: null, baseline: null, notes: [] };

/** From this length on, a change with no other baseline is one against the same period a year before. */
const ANNUAL_MONTHS = 11;

/** The intervals that mentions stand for, in order; relative ones stand on the last before them, or on `of`. */
export function resolveMentions(
  mentions: readonly PeriodMention[],
  context: PeriodContext,
  of: Interval | null,
): { intervals: Interval[]; notes: string[] } {
  const intervals: Interval[] = [];
  const notes: string[] = [];
  for (const mention of mentions) {
    const resolution = resolvePeriod(mention.expression, context, intervals.at(-1) ?? of);
    if (resolution.interval) intervals.push(resolution.interval);
    notes.push(...resolution.notes);
  }
  return { intervals, notes };
}

/** Of two periods the later is what a change is about and the earlier what it is compared with. */
export function pairOf(intervals: readonly Interval[]): { period: Interval | null; baseline: Interval | null } {
  const sorted = [...intervals].sort((a, b) => (a.end < b.end ? 1 : a.end > b.end ? -1 : 0));
  const [period = null, ...rest] = sorted;
  return { period, baseline: rest.find((interval) => interval.end !== period!.end) ?? null };
}

/** As `defaultBaseline`, and a year earlier for any length where the paper compares with the year before throughout. */
export function usualBaseline(period: Interval | null, { comparesYears }: PeriodContext): Interval | null {
  return defaultBaseline(period) ?? (period && comparesYears && monthsLong(period) > 0 ? yearEarlier(period) : null);
}

/** The baseline of a change whose words name none: a year earlier for a period of a year or more, else unknown. */
export function defaultBaseline(period: Interval | null): Interval | null {
  return period && monthsLong(period) >= ANNUAL_MONTHS ? yearEarlier(period) : null;
}
