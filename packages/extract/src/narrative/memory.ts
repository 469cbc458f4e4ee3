import { type Interval, monthsLong } from '../periods/calendar.ts';
import type { PeriodPair } from '../periods/pick.ts';
import type { NamedMeasure } from './named-measure.ts';
import type { PeriodState } from './periods.ts';

/** What the sentences before have told, within one section. */
export interface Memory {
  readonly headings: string;
  /** The measure of the last figure of the same passage. */
  readonly previous: NamedMeasure | null;
  /** The measure that the same passage spoke of last, first named in its sentence. */
  readonly mentioned: NamedMeasure | null;
  /** The measure that the section spoke of last. */
  readonly above: NamedMeasure | null;
  readonly periods: PeriodState;
  /** The periods told last in the same passage. */
  readonly passage: PeriodState;
  /** The period that was last told of each counted noun or measure. */
  readonly periodOf: ReadonlyMap<string, PeriodPair>;
}

export const NO_STATE: PeriodState = { period: null, baseline: null };
/** Nothing told yet, as at the beginning of a section. */
export const FORGETFUL: Omit<Memory, 'headings'> = {
  previous: null,
  mentioned: null,
  above: null,
  periods: NO_STATE,
  passage: NO_STATE,
  periodOf: new Map<string, PeriodPair>(),
};

/** Points in time and the years of plans are periods of one figure only. */
export function isMemorable(period: Interval): boolean {
  const months = monthsLong(period);
  return months > 0 && months <= LONGEST_PERIOD;
}

/** Figures are reported for a year and a half at most, in months. */
const LONGEST_PERIOD = 18;

/** What a period is remembered by: the measure, and what was counted and done ("referrals received"). */
export function keysOf(measure: NamedMeasure): string[] {
  const done = / - (?:.* )?(\w+ \w+(?:ed|en|de|ld))$/i.exec(measure.label)?.[1];
  return done ? [measure.label, `done:${done.toLowerCase()}`] : [measure.label];
}
