import {
  isCutShort,
  meets,
  minus,
  type Observation,
  percentOf,
  printedInterval,
  type ValueInterval,
} from '@scrutineer/model';
import type { Misfit, PaperCheck } from '../check.ts';
import { number } from '../numbers.ts';
import { type ChangePair, pairedChanges } from '../relations/paired-changes.ts';
import type { PaperRelations } from '../relations/paper-relations.ts';
import { subject, thingOf } from '../relations/thing.ts';

/** The count and the percentage of one bracket ("increase (2%, 3192)") say the same of the level they stand beside. */
export const countAndPercent: PaperCheck = {
  rule: 'count-and-percent',
  severity: 'error',
  needs: 'a count and a percentage printed together for one change, and a level',
  about: 'The count must be the percentage of the earlier level, and both must have one sign.',
  *compare(paper) {
    for (const pair of pairedChanges(paper.observations)) {
      const { count, percent } = pair;
      if (Math.sign(count.value) * Math.sign(percent.value) < 0) {
        const [triple] = paper.triples.get(count) ?? [];
        const levels = triple ? [triple.earlier, triple.later] : [];
        yield { observations: [percent, count, ...levels], misfit: opposed(pair) };
        continue;
      }
      const levels = earlierLevels(count, paper);
      const fitting = levels.find((level) => agrees(pair, level));
      const shown = fitting ?? levels[0];
      if (shown) yield { observations: [percent, count, shown.level], misfit: fitting ? null : misfitOf(pair, shown) };
    }
  },
};

interface EarlierLevel extends ValueInterval {
  /** The level as printed that tells it: the earlier one, or the later one less the count. */
  readonly level: Observation;
  /** By the values as printed. */
  readonly value: number;
}

/** What the change may start from, where it cannot be zero; nothing where both levels are printed, which other checks compare. */
function earlierLevels(count: Observation, { observations, triples }: PaperRelations): EarlierLevel[] {
  if ((triples.get(count) ?? []).length > 0) return [];
  const same = observations.filter(
    (level) => level.statistic === 'level' && level.unit === 'count' && thingOf(level) === thingOf(count),
  );
  const earlier = same
    .filter(({ period }) => period !== null && period === count.baseline)
    .map((level) => ({ level, value: level.value, ...printedInterval(level) }));
  const later = same
    .filter(({ period }) => period !== null && period === count.period)
    .map((level) => ({
      level,
      value: level.value - count.value,
      ...minus(printedInterval(level), printedInterval(count)),
    }));
  return (earlier.length > 0 ? earlier : later).filter(({ low }) => low > 0);
}

function agrees({ count, percent }: ChangePair, earlier: EarlierLevel): boolean {
  const computed = percentOf(printedInterval(count), earlier);
  return computed === null || meets(computed, printedInterval(percent));
}

function misfitOf({ count, percent }: ChangePair, earlier: EarlierLevel): Misfit {
  const expected = Number(((count.value / earlier.value) * 100).toFixed(1));
  const cut = isCutShort(percent, percentOf(printedInterval(count), earlier)!);
  return {
    ...(cut ? { severity: 'info' as const } : {}),
    expected,
    explain: `${subject(count)}: ${count.source.figure} beside the level ${earlier.level.source.figure} is ${number(expected)}%, but ${percent.source.figure} is printed with it.`,
  };
}

function opposed({ count, percent }: ChangePair): Misfit {
  return {
    expected: null,
    explain: `${subject(percent)}: ${percent.source.figure} and ${count.source.figure} are printed for one change, but one is up and the other down.`,
  };
}
