import type { Observation } from '@scrutineer/model';
import { type AuditedPaper, type Check, finding, number, subject } from '../check.ts';
import { triplesOf } from '../levels.ts';
import { meets, minus, percentOf, printedInterval } from '../printed-interval.ts';

const RULE = 'count-and-percent';

/** The count and the percentage of one bracket ("increase (2%, 3192)") say the same of the level they stand beside. */
export const countAndPercent: Check = {
  rule: RULE,
  severity: 'error',
  about:
    'Needs a count and a percentage printed together for one change, and a level: the count must be that percentage of the earlier level, and both must have one sign.',
  find: (paper) => {
    const triples = triplesOf(paper);
    return pairsOf(paper).flatMap(({ count, percent }) => {
      if (Math.sign(count.value) * Math.sign(percent.value) < 0)
        return [finding(RULE, 'error', paper, [percent, count], opposed(percent, count))];
      const levels = earlierLevels(count, triples.get(count) ?? [], paper);
      if (levels.length === 0 || levels.some((level) => agrees(count, percent, level) !== false)) return [];
      return [finding(RULE, 'error', paper, [percent, count, levels[0]!.level], said(count, percent, levels[0]!))];
    });
  },
};

interface Pair {
  readonly count: Observation;
  readonly percent: Observation;
}

/** Count and percentage of one change, printed side by side. */
function pairsOf({ observations }: AuditedPaper): Pair[] {
  const changes = observations.filter((observation) => observation.statistic === 'change');
  return changes
    .filter((change) => change.unit === 'percent')
    .flatMap((percent) => {
      const count = changes.find((other) => other.unit === 'count' && isBeside(percent, other));
      return count ? [{ count, percent }] : [];
    });
}

/** How far apart the two figures of one bracket can stand, in characters. */
const BESIDE = 24;

function isBeside(a: Observation, b: Observation): boolean {
  const gap = Math.max(a.source.start, b.source.start) - Math.min(a.source.end, b.source.end);
  return (
    a.source.quote === b.source.quote &&
    gap <= BESIDE &&
    a.measure.label === b.measure.label &&
    a.period === b.period &&
    a.baseline === b.baseline
  );
}

interface EarlierLevel {
  readonly level: Observation;
  readonly low: number;
  readonly high: number;
}

/** The earlier level as printed, or the later one less the count; not where both are printed, which other checks compare. */
function earlierLevels(
  count: Observation,
  triples: readonly unknown[],
  { observations }: AuditedPaper,
): EarlierLevel[] {
  if (triples.length > 0) return [];
  const same = observations.filter(
    (level) =>
      level.statistic === 'level' &&
      level.unit === 'count' &&
      level.measure.label === count.measure.label &&
      level.area?.label === count.area?.label,
  );
  const earlier = same
    .filter((level) => level.period !== null && level.period === count.baseline)
    .map((level) => ({ level, ...printedInterval(level) }));
  const later = same
    .filter((level) => level.period !== null && level.period === count.period)
    .map((level) => ({ level, ...minus(printedInterval(level), printedInterval(count)) }));
  return earlier.length > 0 ? earlier : later;
}

function agrees(count: Observation, percent: Observation, earlier: EarlierLevel): boolean | null {
  const computed = percentOf(printedInterval(count), earlier);
  return computed && meets(computed, printedInterval(percent));
}

function said(count: Observation, percent: Observation, earlier: EarlierLevel) {
  const expected = Number(((count.value / ((earlier.low + earlier.high) / 2)) * 100).toFixed(1));
  return {
    expected,
    explain: `${subject(count)}: ${count.source.figure} beside the level ${earlier.level.source.figure} is ${number(expected)}%, but ${percent.source.figure} is printed with it.`,
  };
}

function opposed(percent: Observation, count: Observation) {
  return {
    expected: null,
    explain: `${subject(percent)}: ${percent.source.figure} and ${count.source.figure} are printed for one change, but one is up and the other down.`,
  };
}
