import type { Observation, Period, Statistic } from '@scrutineer/model';
import type { Revision } from './revisions.ts';
import type { Vintage } from './vintage.ts';

/** The history of one measure in one area, for periods of one length. */
export interface SeriesLine {
  readonly measure: Observation['measure'];
  readonly area: Observation['area'];
  readonly breakdown: Observation['breakdown'];
  readonly statistic: Statistic;
  readonly unit: string;
  /** Whole months that each period lasts; 0 for points in time, null for other lengths. */
  readonly months: number | null;
  /** "12 months", "at a point in time": the length for people. */
  readonly length: string;
  /** By the end of the period, the earliest first. */
  readonly rows: readonly (SeriesRow | Gap)[];
}

/** One period of a line. */
export interface SeriesRow {
  readonly kind: 'value';
  readonly period: Period;
  /** As last printed; where no paper prints it, as last derived. */
  readonly latest: Vintage;
  /** All that papers gave for it, in the order of publication. */
  readonly vintages: readonly Vintage[];
  readonly revisions: readonly Revision[];
}

/** A period between others of the line that no paper gives a value for. */
export interface Gap {
  readonly kind: 'gap';
  readonly period: Period;
}
