import type { Observation } from '@scrutineer/model';
import { LEAST_SURE } from '../confidence.ts';
import { sameSentence } from './sentence.ts';
import { sameRow } from './tables.ts';
import { thingOf } from './thing.ts';

/** A change with the two levels it leads from and to. */
export interface Triple {
  readonly earlier: Observation;
  readonly change: Observation;
  readonly later: Observation;
}

/** The unit of the levels that a change is between; null where it says nothing of it (a relative change). */
function levelUnit(change: Observation): string | null {
  if (change.unit === 'percentage-point') return 'percent';
  return change.unit === 'percent' ? null : change.unit;
}

/**
 * For each change of a paper the pairs of levels it can be between: same measure, area and breakdown, printed for the
 * change's period and baseline, in one unit. Levels of the change's own sentence come alone where there are any, and so
 * do those of its own table row.
 *
 * @param observations in reading order
 */
export function triplesOf(observations: readonly Observation[]): Map<Observation, Triple[]> {
  const levels = Map.groupBy(
    observations.filter(({ statistic }) => statistic === 'level'),
    thingOf,
  );
  const changes = observations.filter(({ statistic }) => statistic === 'change');
  return new Map(
    changes.map((change) => {
      const same = levels.get(thingOf(change)) ?? [];
      const unit = levelUnit(change);
      const fitting = same.filter((level) => (unit === null ? level.unit !== 'percent' : level.unit === unit));
      const own = pairsInSentence(change, fitting);
      return [change, own.length > 0 ? own : pairsByPeriod(change, fitting)];
    }),
  );
}

function pairsByPeriod(change: Observation, levels: readonly Observation[]): Triple[] {
  if (!change.period || !change.baseline || change.confidence < LEAST_SURE) return [];
  const sure = levels.filter(({ confidence }) => confidence >= LEAST_SURE);
  const all = sure
    .filter((level) => level.period === change.baseline)
    .flatMap((earlier) =>
      sure
        .filter((level) => level.period === change.period && level.unit === earlier.unit)
        .map((later) => ({ earlier, change, later })),
    );
  const own = all.filter(({ earlier, later }) => sameRow(earlier, change) && sameRow(later, change));
  return own.length > 0 ? own : all;
}

/** "from 10.6 minutes to 11.1 minutes, an increase of 7.4%": the sentence tells the order, if not the periods. */
function pairsInSentence(change: Observation, levels: readonly Observation[]): Triple[] {
  if (change.source.table) return [];
  const inSentence = levels.filter((level) => sameSentence(level, change));
  const spanned = inSentence.filter(({ method }) => method === 'narrative/from-to');
  const near = spanned.length === 2 ? spanned : inSentence;
  const [first, second] = near;
  if (near.length !== 2 || !first || !second || first.unit !== second.unit) return [];
  const compared = near.find(({ method }) => method === 'narrative/compared-with');
  const fromTo = near.every(({ method }) => method === 'narrative/from-to');
  const dated = first.period && second.period && first.period !== second.period;
  if (!fromTo && !compared && !dated) return [];
  const isFirstEarlier = fromTo || compared === first || (!compared && first.period! < second.period!);
  const [earlier, later] = isFirstEarlier ? [first, second] : [second, first];
  const isMeant = mayBe(earlier.period, change.baseline) && mayBe(later.period, change.period);
  // "3,477 in 2023 and 3,951 in 2022 (474 fewer)": the period nearest to a change may be what it is compared with.
  const isTurned =
    change.period !== null && change.period === earlier.period && mayBe(earlier.period, later.period) === false;
  return isMeant || isTurned ? [{ earlier, change, later }] : [];
}

/** Whether two periods may be one, as far as both are told. */
function mayBe(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}
