import { type Claim, monthsIn, type Observation, periodEnds, printedInterval } from '@scrutineer/model';
import type { AuditContext, Comparison, PaperCheck } from '../check.ts';
import { SURE } from '../confidence.ts';
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
      const expected = expectationOf(claim, context);
      if (!expected) continue;
      const own = ownMovement(claim, observations);
      const found = own ? [own] : movementsOf(things.get(thingOfClaim(claim)) ?? []);
      const movements = BY_RATIO.has(claim.says) ? found.filter(({ ratio }) => ratio !== null) : found;
      yield* compareClaim(claim, expected, movements, own !== null);
    }
  },
};

/** Claims that are held against how many times the earlier value the later one is. */
const BY_RATIO: ReadonlySet<Claim['says']> = new Set(['level', 'doubled', 'halved']);

/** Whether a movement is against the claim. */
type IsAgainst = (movement: Movement) => boolean;

/** Values that are nearly twice others are said to have doubled. */
const NEARLY_TWICE = 1.75;

/** A change by more than this share is not called level. */
const NEARLY_LEVEL = 0.1;

/** What a claim rules out; null where its words or the measure do not tell. */
function expectationOf({ says, measure }: Claim, { directionOfGood }: AuditContext): IsAgainst | null {
  if (says === 'up') return ({ sign }) => sign < 0;
  if (says === 'down') return ({ sign }) => sign > 0;
  if (says === 'level') return ({ ratio }) => ratio !== null && Math.abs(ratio - 1) > NEARLY_LEVEL;
  if (says === 'doubled') return ({ ratio }) => ratio !== null && ratio < NEARLY_TWICE;
  if (says === 'halved') return ({ ratio }) => ratio !== null && ratio > 1 / NEARLY_TWICE;
  const good = measure?.id ? directionOfGood(measure.id) : null;
  if (good === null || (says !== 'better' && says !== 'worse')) return null;
  const wanted = (good === 'up') === (says === 'better') ? 1 : -1;
  return ({ sign }) => sign === -wanted;
}

/** How a measure moved, by a printed change or by two printed levels. */
interface Movement {
  /** -1, 0 or 1; 0 also where it may be none at the printed rounding. */
  readonly sign: number;
  /** The later value by the earlier one; null where that cannot be told. */
  readonly ratio: number | null;
  /** Null where the sentence tells none. */
  readonly period: string | null;
  readonly observations: readonly Observation[];
}

function movementsOf(same: readonly Observation[]): Movement[] {
  const changes = same
    .filter(({ statistic, period }) => statistic === 'change' && period !== null)
    .map((change) => ({
      sign: signOf(change),
      ratio: change.unit === 'percent' ? 1 + change.value / 100 : null,
      period: change.period,
      observations: [change],
    }));
  return [...changes, ...levelMovements(same)];
}

function signOf(change: Observation): number {
  const { low, high } = printedInterval(change);
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}

/** Two levels of one table row, or of one sentence, for periods of one length. */
function levelMovements(same: readonly Observation[]): Movement[] {
  const levels = same.filter(
    ({ statistic, period, confidence }) => statistic === 'level' && period !== null && confidence >= SURE,
  );
  const rows = Map.groupBy(
    levels,
    ({ source, unit }) => `${unit} ${source.table ? `${source.table.index}/${source.table.row}` : source.quote}`,
  );
  return [...rows.values()].flatMap((row) => {
    const [earlier, later, ...others] = row.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
    const isPair = earlier && later && others.length === 0 && endOf(earlier) !== endOf(later);
    if (!isPair || monthsIn(earlier.period!) !== monthsIn(later.period!)) return [];
    return [between(earlier, later)];
  });
}

function between(earlier: Observation, later: Observation): Movement {
  const [from, to] = [printedInterval(earlier), printedInterval(later)];
  const sign = to.low > from.high ? 1 : to.high < from.low ? -1 : 0;
  const ratio = earlier.value > 0 ? later.value / earlier.value : null;
  return { sign, ratio, period: later.period, observations: [earlier, later] };
}

/** "got better, going from 6.8% to 9.1%": the two levels of the claim's own sentence; null where it has not just two. */
function ownMovement({ measure, source }: Claim, observations: readonly Observation[]): Movement | null {
  const levels = observations.filter(
    (level) =>
      level.statistic === 'level' && level.source.quote === source.quote && level.measure.label === measure?.label,
  );
  const [first, second] = levels;
  if (!first || !second || levels.length > 2 || first.unit !== second.unit) return null;
  if (levels.every(({ method }) => method === 'narrative/from-to')) return between(first, second);
  return second.method === 'narrative/compared-with' ? between(second, first) : null;
}

function endOf({ period }: Observation): string {
  return periodEnds(period!).end;
}

/**
 * A claim that names lengths ("against the previous 12 months or the same quarter") must hold for each of them that the
 * paper prints a movement for; one that names none must hold for one at least.
 */
function* compareClaim(
  claim: Claim,
  isAgainst: IsAgainst,
  movements: readonly Movement[],
  isOwn: boolean,
): Generator<Comparison> {
  const latest = isOwn ? movements : latestOf(movements.filter((movement) => isMeant(claim, movement)));
  const groups =
    claim.months.length > 0
      ? claim.months.map((months) => latest.filter(({ period }) => monthsIn(period!) === months))
      : [latest];
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const isOpposed = group.every(isAgainst);
    const observations = [...new Set(group.flatMap((movement) => movement.observations))];
    yield { claim, observations, misfit: isOpposed ? misfitOf(claim, first) : null };
  }
}

/** A claim about named periods is about movements into one of them. */
function isMeant({ periods }: Claim, { period }: Movement): boolean {
  const whole = periods.filter((named) => named.includes('/'));
  return whole.length === 0 || whole.includes(period!);
}

/** The movements into the last day that any is printed for, of each length. */
function latestOf(movements: readonly Movement[]): Movement[] {
  const lengths = Map.groupBy(movements, ({ period }) => monthsIn(period!));
  return [...lengths.values()].flatMap((same) => {
    const last = same
      .map(({ period }) => periodEnds(period!).end)
      .sort()
      .at(-1);
    return same.filter(({ period }) => periodEnds(period!).end === last);
  });
}

const SAID: Readonly<Record<string, string>> = {
  up: 'risen',
  down: 'fallen',
  better: 'improved',
  worse: 'got worse',
  doubled: 'doubled',
  halved: 'halved',
  level: 'stayed level',
};

function misfitOf({ measure, says, source }: Claim, { sign, observations, period }: Movement) {
  const figures = observations.map(({ source: { figure } }) => figure).join(' and ');
  const moved = sign === 0 ? 'no change' : sign > 0 ? 'a rise' : 'a fall';
  return {
    expected: null,
    explain: `${measure!.label} is said to have ${SAID[says]} ("${shortened(source.quote)}"), but ${figures} ${observations.length > 1 ? 'show' : 'shows'} ${moved}${period ? ` for ${period.replace('/', ' to ')}` : ''}.`,
  };
}

function shortened(quote: string): string {
  return quote.length > 120 ? `${quote.slice(0, 117)}…` : quote;
}
