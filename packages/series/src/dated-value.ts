import type { Observation, Period } from '@scrutineer/model';
import type { Vintage } from './vintage.ts';

/** A value with the observation that names its measure and area. */
export interface DatedValue {
  readonly of: Observation;
  readonly period: Period;
  readonly vintage: Vintage;
}
