import type { Observation } from '@scrutineer/model';
import { statementOf, thingOf } from './thing.ts';

/**
 * The figures without those of sentences that were most likely read for another measure of nearly the same name: "burglary
 * of businesses fell by 262" read as burglary, where tables print 262 for business burglary and another figure for
 * burglary.
 */
export function withoutMisattributed(observations: readonly Observation[]): Observation[] {
  const printed = Map.groupBy(
    observations.filter(({ source }) => source.table !== null),
    valueKey,
  );
  const stated = new Set(observations.filter(({ source }) => source.table !== null).map(statementOf));
  return observations.filter((observation) => {
    if (observation.source.table || !stated.has(statementOf(observation))) return true;
    const twins = printed.get(valueKey(observation)) ?? [];
    return twins.length === 0 || twins.some(isOf(observation)) || !twins.some((twin) => sharesName(twin, observation));
  });
}

function valueKey({ statistic, unit, value }: Observation): string {
  return `${statistic} ${unit} ${value}`;
}

function isOf(observation: Observation): (twin: Observation) => boolean {
  return (twin) => thingOf(twin) === thingOf(observation);
}

/** Whether one name is the other with words added. */
function sharesName(a: Observation, b: Observation): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return isWithin(one, other) || isWithin(other, one);
}

function wordsOf({ measure, area }: Observation): Set<string> {
  return new Set(`${measure.label} ${area?.label ?? ''}`.toLowerCase().match(/[a-z]+/g) ?? []);
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}
