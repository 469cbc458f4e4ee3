import { type Check, finding, number, subject } from '../check.ts';
import { type Triple, triplesOf } from '../levels.ts';
import { meets, minus, percentOf, printedInterval } from '../printed-interval.ts';

const RULE = 'percent-of-earlier';

/** A percentage change is the change as a share of the earlier level. */
export const percentOfEarlier: Check = {
  rule: RULE,
  severity: 'error',
  about:
    'Needs a percentage change and both levels it is between: it must be the difference as a share of the earlier level.',
  find: (paper) =>
    [...triplesOf(paper)].flatMap(([change, triples]) => {
      if (change.unit !== 'percent' || triples.length === 0 || triples.some((triple) => agrees(triple) !== false))
        return [];
      const triple = triples[0]!;
      return [finding(RULE, 'error', paper, [triple.earlier, change, triple.later], said(triple))];
    }),
};

/** Null where the earlier level may be zero: no percentage can be told. */
function agrees({ earlier, change, later }: Triple): boolean | null {
  const from = printedInterval(earlier);
  const percent = percentOf(minus(printedInterval(later), from), from);
  return percent && meets(percent, printedInterval(change));
}

function said({ earlier, change, later }: Triple) {
  const expected = ((later.value - earlier.value) / earlier.value) * 100;
  const rounded = Number(expected.toFixed(1));
  return {
    expected: rounded,
    explain: `${subject(change)}: from ${earlier.source.figure} to ${later.source.figure} is ${number(rounded)}%, but ${change.source.figure} is printed.`,
  };
}
