import { type Claim, monthsIn, type Observation, periodEnds } from '@scrutineer/model';
import type { AuditContext, Comparison, PaperCheck } from '../check.ts';
import { printedInterval } from '../printed-interval.ts';
import { thingOf, thingOfClaim } from '../relations/thing.ts';

/** What a sentence says of a measure's direction is what the paper's figures say. */
export const claimAndFigures: PaperCheck = {
  rule: 'claim-and-figures',
  severity: 'warning',
  needs: 'words for the direction of a measure, and its change or two of its levels in the same paper',
  about: 'A measure that is said to have fallen, improved or stayed level has done so by the figures.',
  *compare({ observations, claims }, context) {
    const things = Map.groupBy(observations, thingOf);
    for (const claim of claims) {
      const direction = directionSaid(claim, context);
      const same = direction === null ? [] : (things.get(thingOfClaim(claim)) ?? []);
      if (direction !== null) yield* compareClaim(claim, direction, movementsOf(same));
    }
  },
};

/** The sign that a change must have for the claim to be true; null where its words or the measure do not tell. */
function directionSaid({ says, measure }: Claim, { directionOfGood }: AuditContext): number | null {
  if (says === 'up') return 1;
  if (says === 'down') return -1;
  const good = measure?.id ? directionOfGood(measure.id) : null;
  if (good === null || (says !== 'better' && says !== 'worse')) return null;
  return (good === 'up') === (says === 'better') ? 1 : -1;
}

/** How a measure moved, by a printed change or by two printed levels. */
interface Movement {
  readonly sign: number;
  readonly period: string;
  readonly observations: readonly Observation[];
}

function movementsOf(same: readonly Observation[]): Movement[] {
  const changes = same
    .filter(({ statistic, period }) => statistic === 'change' && period !== null)
    .map((change) => ({ sign: signOf(change), period: change.period!, observations: [change] }));
  return [...changes, ...levelMovements(same)];
}

/** 0 where the change may be none at the printed rounding. */
function signOf(change: Observation): number {
  const { low, high } = printedInterval(change);
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}

/** Two levels of one table row, or of one sentence, for periods of one length. */
function levelMovements(same: readonly Observation[]): Movement[] {
  const levels = same.filter(
    ({ statistic, period, confidence }) => statistic === 'level' && period !== null && confidence >= 0.8,
  );
  const rows = Map.groupBy(
    levels,
    ({ source, unit }) => `${unit} ${source.table ? `${source.table.index}/${source.table.row}` : source.quote}`,
  );
  return [...rows.values()].flatMap((row) => {
    const [earlier, later, ...others] = row.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
    const isPair = earlier && later && others.length === 0 && endOf(earlier) !== endOf(later);
    if (!isPair || monthsIn(earlier.period!) !== monthsIn(later.period!)) return [];
    const from = printedInterval(earlier);
    const to = printedInterval(later);
    const sign = to.low > from.high ? 1 : to.high < from.low ? -1 : 0;
    return [{ sign, period: later.period!, observations: [earlier, later] }];
  });
}

function endOf({ period }: Observation): string {
  return periodEnds(period!).end;
}

/**
 * A claim that names lengths ("against the previous 12 months or the same quarter") must hold for each of them that the
 * paper prints a movement for; one that names none must hold for one at least.
 */
function* compareClaim(claim: Claim, direction: number, movements: readonly Movement[]): Generator<Comparison> {
  const latest = latestOf(movements.filter((movement) => isMeant(claim, movement)));
  const groups =
    claim.months.length > 0
      ? claim.months.map((months) => latest.filter(({ period }) => monthsIn(period) === months))
      : [latest];
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const isOpposed = group.every(({ sign }) => sign === -direction);
    const observations = [...new Set(group.flatMap((movement) => movement.observations))];
    yield { claim, observations, misfit: isOpposed ? misfitOf(claim, first) : null };
  }
}

/** A claim about named periods is about movements into one of them. */
function isMeant({ periods }: Claim, { period }: Movement): boolean {
  const whole = periods.filter((named) => named.includes('/'));
  return whole.length === 0 || whole.includes(period);
}

/** The movements into the last day that any is printed for, of each length. */
function latestOf(movements: readonly Movement[]): Movement[] {
  const lengths = Map.groupBy(movements, ({ period }) => monthsIn(period));
  return [...lengths.values()].flatMap((same) => {
    const last = same
      .map(({ period }) => periodEnds(period).end)
      .sort()
      .at(-1);
    return same.filter(({ period }) => periodEnds(period).end === last);
  });
}

const SAID: Readonly<Record<string, string>> = {
  up: 'risen',
  down: 'fallen',
  better: 'improved',
  worse: 'got worse',
};

function misfitOf({ measure, says, source }: Claim, { sign, observations, period }: Movement) {
  const figures = observations.map(({ source: { figure } }) => figure).join(' and ');
  const moved = sign > 0 ? 'a rise' : 'a fall';
  return {
    expected: null,
    explain: `${measure!.label} is said to have ${SAID[says]} ("${shortened(source.quote)}"), but ${figures} ${observations.length > 1 ? 'show' : 'shows'} ${moved} for ${period.replace('/', ' to ')}.`,
  };
}

function shortened(quote: string): string {
  return quote.length > 120 ? `${quote.slice(0, 117)}…` : quote;
}
