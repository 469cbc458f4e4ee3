import { meets, minus, printedInterval } from '@scrutineer/model';
import type { Misfit, PaperCheck } from '../check.ts';
import { changeInWords, clean, printedChange } from '../numbers.ts';
import type { Triple } from '../relations/changes.ts';
import { subject } from '../relations/thing.ts';

/** The earlier level plus the change is the later level, as far as the printed digits tell. */
export const earlierChangeLater: PaperCheck = {
  rule: 'earlier-change-later',
  severity: 'error',
  needs: 'a change and both levels it is between',
  about: 'The earlier level plus the change must give the later level.',
  *compare({ triples }) {
    for (const [change, candidates] of triples) {
      const first = candidates[0];
      if (change.unit === 'percent' || !first) continue;
      const fitting = candidates.find(agrees);
      const { earlier, later } = fitting ?? first;
      yield { observations: [earlier, change, later], misfit: fitting ? null : misfitOf(first) };
    }
  },
};

function agrees({ earlier, change, later }: Triple): boolean {
  return meets(minus(printedInterval(later), printedInterval(earlier)), printedInterval(change));
}

function misfitOf({ earlier, change, later }: Triple): Misfit {
  const expected = clean(later.value - earlier.value);
  const [from, to] = [earlier, later].map(({ source }) => source.figure);
  const printed = printedChange(change.source.figure, change.value, expected);
  return {
    expected,
    explain: `${subject(change)}: from ${from} to ${to} is ${changeInWords(expected, change)}, but ${printed}.`,
  };
}
