import type { Observation } from '@scrutineer/model';
import { sameRow } from './tables.ts';
import { thingOf } from './thing.ts';

/** The count and the percentage of one change. */
export interface ChangePair {
  readonly count: Observation;
  readonly percent: Observation;
}

/** How far apart the two figures of one bracket can stand, in characters. */
const BESIDE = 24;

/**
 * The counts and percentages that are printed together for one change: in one bracket, or in one row of a table.
 *
 * @param observations in reading order
 */
export function pairedChanges(observations: readonly Observation[]): ChangePair[] {
  const changes = observations.filter(({ statistic }) => statistic === 'change');
  const byThing = Map.groupBy(
    changes.filter(({ unit }) => unit === 'count'),
    thingOf,
  );
  return changes
    .filter(({ unit }) => unit === 'percent')
    .flatMap((percent) => {
      const counts = (byThing.get(thingOf(percent)) ?? []).filter((count) => isOneChange(percent, count));
      const count = counts.find((one) => isBeside(percent, one)) ?? counts.find((one) => sameRow(percent, one));
      return count ? [{ count, percent }] : [];
    });
}

function isOneChange(a: Observation, b: Observation): boolean {
  return a.period === b.period && a.baseline === b.baseline;
}

function isBeside(a: Observation, b: Observation): boolean {
  const gap = Math.max(a.source.start, b.source.start) - Math.min(a.source.end, b.source.end);
  return a.source.quote === b.source.quote && gap <= BESIDE;
}
