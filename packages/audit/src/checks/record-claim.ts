import type { Printing } from '@scrutineer/model';
import { monthsIn, type Observation, periodEnds, printedInterval } from '@scrutineer/model';
import type { Comparison, SeriesCheck } from '../check.ts';
import { SURE } from '../confidence.ts';
import type { MadeClaim } from '../papers.ts';
import { subject } from '../relations/thing.ts';

/** What is called the highest or lowest since some day is not beyond by any value printed for a time between. */
export const recordClaim: SeriesCheck = {
  rule: 'record-claim',
  severity: 'warning',
  needs:
    'words such as "the highest since 2015" or "the lowest on record", and levels of the measure for other periods',
  about: 'No value printed for the time between may be beyond one that is called a record.',
  *compareAcross({ printings, claims }) {
    const levels = printings.filter(({ observation }) => observation.statistic === 'level' && observation.period);
    for (const made of claims) {
      if (made.claim.says !== 'highest' && made.claim.says !== 'lowest') continue;
      const record = recordOf(made, levels);
      if (record) yield* compareRecord(made, record, levels);
    }
  },
};

/** The level that is called a record: in the same sentence, for the period that it names, or the last that the paper prints. */
function recordOf({ claim, paper }: MadeClaim, levels: readonly Printing[]): Observation | null {
  const own = levels.map(({ observation }) => observation).filter((level) => level.paper === paper.id);
  const beside = own.filter(({ source }) => source.quote === claim.source.quote);
  const named = own.filter(({ period }) => claim.periods.includes(period!));
  const last = [beside, named, own].find(({ length }) => length > 0) ?? [];
  return last.toSorted((a, b) => (periodEnds(a.period!).end < periodEnds(b.period!).end ? 1 : -1))[0] ?? null;
}

function* compareRecord(
  { claim, paper }: MadeClaim,
  record: Observation,
  levels: readonly Printing[],
): Generator<Comparison> {
  const rivals = levels.filter(
    ({ observation, paper: other }) =>
      observation.unit === record.unit &&
      observation.confidence >= SURE &&
      monthsIn(observation.period!) === monthsIn(record.period!) &&
      periodEnds(observation.period!).end < periodEnds(record.period!).end &&
      periodEnds(observation.period!).start >= (claim.since ?? '') &&
      // What was printed after the claim was made is no fault of it.
      (other.id === paper.id || (other.date ?? '') <= (paper.date ?? '')),
  );
  for (const { observation } of rivals) {
    const [one, other] = [printedInterval(record), printedInterval(observation)];
    // "The highest since 2015": that of 2015 may have been higher.
    const isFirst = claim.since !== null && observation.period!.startsWith(claim.since.slice(0, 4));
    const isBeyond = !isFirst && (claim.says === 'highest' ? other.low > one.high : other.high < one.low);
    const explain = `${subject(record)}: ${record.source.figure} is called the ${claim.says}${claim.since ? ` since ${claim.since.slice(0, 4)}` : ''}, but ${observation.source.figure} is printed for ${observation.period!.replace('/', ' to ')}.`;
    yield { claim, observations: [record, observation], misfit: isBeyond ? { expected: null, explain } : null };
    if (isBeyond) return;
  }
}
