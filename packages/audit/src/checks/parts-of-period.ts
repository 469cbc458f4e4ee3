import { dayAfter, meets, monthsIn, type Observation, periodEnds, printedInterval, sumOf } from '@scrutineer/model';
import type { Comparison, Misfit, PaperCheck } from '../check.ts';
import { clean, number, relativeDifference } from '../numbers.ts';

import { subject, thingOf } from '../relations/thing.ts';

/** Months add up to their quarter and year, quarters to their year. */
export const partsOfPeriod: PaperCheck = {
  rule: 'parts-of-period',
  severity: 'warning',
  needs: 'a count or an amount for a period, and for each month or quarter of it',
  about: 'The months or quarters of a period must add up to what is printed for the whole of it.',
  *compare({ observations }) {
    const flows = observations.filter(isFlow);
    for (const same of Map.groupBy(flows, (flow) => `${thingOf(flow)} ${flow.unit}`).values()) {
      const byStart = Map.groupBy(same, ({ period }) => `${periodEnds(period!).start} ${monthsIn(period!)}`);
      for (const whole of same) yield* compareParts(whole, byStart);
    }
  },
};

/** Counts and amounts over a time: what is there at a point in time does not add up. */
function isFlow({ statistic, unit, period, qualifier, measure }: Observation): boolean {
  return (
    statistic === 'level' &&
    /^(?:count|GBP)$/.test(unit) &&
    !!period?.includes('/') &&
    !qualifier &&
    measure.id !== null
  );
}

/** Lengths, in months, that a period is divided into. */
const LENGTHS = [1, 3, 6];

/** The figures by the first day and the length in months of their period. */
type ByStart = ReadonlyMap<string, readonly Observation[]>;

function* compareParts(whole: Observation, byStart: ByStart): Generator<Comparison> {
  const months = monthsIn(whole.period!) ?? 0;
  for (const length of LENGTHS.filter((each) => each < months && months % each === 0)) {
    const parts = divisions(whole, byStart, length);
    if (parts.length !== months / length) continue;
    const fits = meets(sumOf(parts.map(printedInterval)), printedInterval(whole));
    const sum = parts.reduce((total, { value }) => total + value, 0);
    if (!fits && relativeDifference(sum, whole.value) > OF_ANOTHER) continue;
    yield { observations: [...parts, whole], misfit: fits ? null : misfitOf(parts, whole) };
  }
}

/** Parts that come this far from the whole are of something else. */
const OF_ANOTHER = 0.3;

/** The figures that follow each other from the first day of the whole to its last, each of this length. */
function divisions(whole: Observation, byStart: ByStart, length: number): Observation[] {
  const found: Observation[] = [];
  const { start, end } = periodEnds(whole.period!);
  for (let from = start; from <= end; ) {
    const part = byStart.get(`${from} ${length}`)?.[0];
    if (!part) return [];
    found.push(part);
    from = dayAfter(periodEnds(part.period!).end);
  }
  return found;
}

/** Smaller differences than this share of the whole come of counting on different days. */
const COUNTED_LATER = 0.005;

function misfitOf(parts: readonly Observation[], whole: Observation): Misfit {
  const expected = clean(parts.reduce((sum, { value }) => sum + value, 0));
  const small = relativeDifference(expected, whole.value) < COUNTED_LATER;
  return {
    ...(small ? { severity: 'info' as const } : {}),
    expected,
    explain: `${subject(whole)}: the ${parts.length} figures printed for the parts of ${whole.period!.replace('/', ' to ')} add up to ${number(expected)}, but ${whole.source.figure} is printed for all of it.`,
    verdict: 'inconsistent',
  };
}
