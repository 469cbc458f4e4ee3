import type { Draft } from '../draft.ts';
import { type Interval, monthsLong } from '../periods/calendar.ts';
import type { PeriodPair } from '../periods/pick.ts';
import type { PeriodContext } from '../periods/resolve.ts';
import type { Area } from '../registry/areas.ts';
import type { NamedMeasure } from './named-measure.ts';
import type { PeriodState } from './periods.ts';

/** The period of a section's figures: of all where its heading names it, of shares and ranks where its data are said to be of it. */
export interface SectionPeriod {
  readonly interval: Interval;
  readonly ofAll: boolean;
}

/** What the sentences before have told, within one section. */
export interface Memory {
  readonly headings: string;
  /** The measure of the last figure of the same passage. */
  readonly previous: NamedMeasure | null;
  /** The measure that the same passage spoke of last, first named in its sentence. */
  readonly mentioned: NamedMeasure | null;
  /** The measure that the section spoke of last. */
  readonly above: NamedMeasure | null;
  /** The area of the last figure of the same passage; undefined where none was read. */
  readonly area: Pick<Area, 'id' | 'label'> | null | undefined;
  /** The last level of the same passage, for a sentence that goes on about it ("This is a reduction of 1.6%"). */
  readonly level: Draft | null;
  readonly periods: PeriodState;
  /** The periods told last in the same passage. */
  readonly passage: PeriodState;
  /** Those told last in the paragraph that a list follows. */
  readonly lead: PeriodState;
  /** What a section says its figures are of, by the section's trail of headings. */
  readonly sections: ReadonlyMap<string, SectionPeriod>;
  /** The period that was last told of each counted noun or measure. */
  readonly periodOf: ReadonlyMap<string, PeriodPair>;
}

export const NO_STATE: PeriodState = { period: null, baseline: null };
/** Nothing told yet, as at the beginning of a section. */
export const FORGETFUL: Omit<Memory, 'headings' | 'sections'> = {
  previous: null,
  mentioned: null,
  above: null,
  area: undefined,
  level: null,
  periods: NO_STATE,
  passage: NO_STATE,
  lead: NO_STATE,
  periodOf: new Map<string, PeriodPair>(),
};

/** Points in time, the long years of plans and what lies years ahead are periods of one figure only. */
export function isMemorable(period: Interval, { reportingEnd, paperDate }: PeriodContext): boolean {
  const months = monthsLong(period);
  const known = [reportingEnd, paperDate]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  const isPlanned = known !== undefined && year(period.start) > year(known) + 1;
  return months > 0 && months <= LONGEST_PERIOD && !isPlanned;
}

function year(day: string): number {
  return Number(day.slice(0, 4));
}

/** Figures are reported for a year and a half at most, in months. */
const LONGEST_PERIOD = 18;

/** What a period is remembered by: the measure, and what was counted and done ("referrals received"). */
export function keysOf(measure: NamedMeasure): string[] {
  const done = / - (?:.* )?(\w+ \w+(?:ed|en|de|ld))$/i.exec(measure.label)?.[1];
  const own = measure.measure?.id ?? measure.label;
  return done ? [own, `done:${done.toLowerCase()}`] : [own];
}
