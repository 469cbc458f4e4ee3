import { type Check, finding, number, subject } from '../check.ts';
import { type Triple, triplesOf } from '../levels.ts';
import { meets, minus, printedInterval } from '../printed-interval.ts';

const RULE = 'earlier-change-later';

/** The earlier level plus the change is the later level, as far as the printed digits tell. */
export const earlierChangeLater: Check = {
  rule: RULE,
  severity: 'error',
  about: 'Needs a change and both levels it is between: the earlier level plus the change must give the later level.',
  find: (paper) =>
    [...triplesOf(paper)].flatMap(([change, triples]) => {
      if (change.unit === 'percent' || triples.length === 0 || triples.some(agrees)) return [];
      const triple = triples[0]!;
      return [finding(RULE, 'error', paper, [triple.earlier, change, triple.later], said(triple))];
    }),
};

function agrees({ earlier, change, later }: Triple): boolean {
  return meets(minus(printedInterval(later), printedInterval(earlier)), printedInterval(change));
}

function said({ earlier, change, later }: Triple) {
  const expected = Number((later.value - earlier.value).toPrecision(12));
  const [from, to, printed] = [earlier, later, change].map((observation) => observation.source.figure);
  return {
    expected,
    explain: `${subject(change)}: from ${from} to ${to} is a change of ${number(expected)}, but ${printed} is printed.`,
  };
}
