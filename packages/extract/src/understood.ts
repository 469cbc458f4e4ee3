import type { Observation } from '@scrutineer/model';

/** What is known of a paper's figures, in numbers of observations. */
export interface Understood {
  readonly observations: number;
  /** Their measure is one of the registry's. */
  readonly registryMeasure: number;
  /** Their own words, their row and column or a heading name what they measure. */
  readonly namedMeasure: number;
  readonly period: number;
  readonly area: number;
  /** Nine in ten such figures of papers never seen are wholly right. */
  readonly sure: number;
}

/** From this confidence on, nine in ten figures of publishers that nothing was fitted on were wholly right. */
const SURE = 0.9;

/** How much of the figures of a paper is known: beside what became of its numbers, whether they can be used. */
export function understood(observations: readonly Observation[]): Understood {
  const count = (isKnown: (observation: Observation) => boolean) => observations.filter(isKnown).length;
  return {
    observations: observations.length,
    registryMeasure: count(({ measure }) => measure.id !== null),
    namedMeasure: count(
      ({ measure, notes }) => measure.label !== '(not named)' && !notes.includes('measure-from-passage'),
    ),
    period: count(({ period }) => period !== null),
    area: count(({ area }) => area !== null),
    sure: count(({ confidence }) => confidence >= SURE),
  };
}
