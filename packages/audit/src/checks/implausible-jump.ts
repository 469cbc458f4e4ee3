import type { Printing } from '@scrutineer/model';
import { monthsIn, periodEnds } from '@scrutineer/model';
import type { Comparison, SeriesCheck } from '../check.ts';
import { number } from '../numbers.ts';

import { subject } from '../relations/thing.ts';

/** A value far from the rest of its series. */
export const implausibleJump: SeriesCheck = {
  rule: 'implausible-jump',
  severity: 'info',
  needs: 'eight or more values of one measure for periods of one length',
  about: 'A value far outside the rest of its series deserves a second look.',
  *compareAcross({ printings }) {
    const levels = printings.filter(({ observation }) => observation.statistic === 'level' && observation.period);
    const lines = Map.groupBy(levels, ({ observation }) => `${observation.unit} ${monthsIn(observation.period!)}`);
    for (const line of lines.values()) yield* compareLine(lastOfEachPeriod(line));
  },
};

/** By period, the printing of the last paper. */
function lastOfEachPeriod(line: readonly Printing[]): Printing[] {
  const last = new Map(line.map((printing) => [printing.observation.period!, printing]));
  return [...last.values()].sort((a, b) =>
    periodEnds(a.observation.period!).end < periodEnds(b.observation.period!).end ? -1 : 1,
  );
}

const FEWEST = 8;

/**
 * How many times the usual deviation a value may be off: modified z-scores above 3.5 are called outliers by Iglewicz
 * and Hoaglin (1993, "How to detect and handle outliers"); police counts have heavier tails, so more is asked for.
 */
const FAR = 7;

function* compareLine(line: readonly Printing[]): Generator<Comparison> {
  if (line.length < FEWEST) return;
  const values = line.map(({ observation }) => observation.value);
  const middle = median(values);
  const deviation = median(values.map((value) => Math.abs(value - middle)));
  if (deviation === 0) return;
  for (const { observation } of line) {
    const score = (0.6745 * (observation.value - middle)) / deviation;
    const explain = `${subject(observation)}: ${observation.source.figure} is far from the other values of the series, whose middle is ${number(middle)}.`;
    yield { observations: [observation], misfit: Math.abs(score) > FAR ? { expected: null, explain } : null };
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
