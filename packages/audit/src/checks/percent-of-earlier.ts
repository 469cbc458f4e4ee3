import { isCutShort, meets, minus, percentOf, printedInterval } from '@scrutineer/model';
import type { Misfit, PaperCheck } from '../check.ts';
import { changeInWords, printedChange } from '../numbers.ts';
import type { Triple } from '../relations/changes.ts';
import { subject } from '../relations/thing.ts';

/** A percentage change is the change as a share of the earlier level. */
export const percentOfEarlier: PaperCheck = {
  rule: 'percent-of-earlier',
  severity: 'error',
  needs: 'a percentage change and both levels it is between',
  about: 'A percentage change must be the difference as a share of the earlier level.',
  *compare({ triples }) {
    for (const [change, candidates] of triples) {
      const tellable = candidates.filter((triple) => computed(triple) !== null);
      const first = tellable[0];
      if (change.unit !== 'percent' || !first) continue;
      const fitting = tellable.find((triple) => meets(computed(triple)!, printedInterval(change)));
      const { earlier, later } = fitting ?? first;
      yield { observations: [earlier, change, later], misfit: fitting ? null : misfitOf(first) };
    }
  },
};

/** The change in percent that the levels give; null where the earlier one may be zero: no percentage can be told. */
function computed({ earlier, later }: Triple) {
  const from = printedInterval(earlier);
  return percentOf(minus(printedInterval(later), from), from);
}

function misfitOf(triple: Triple): Misfit {
  const { earlier, change, later } = triple;
  const expected = Number((((later.value - earlier.value) / earlier.value) * 100).toFixed(1));
  const said = `${subject(change)}: from ${earlier.source.figure} to ${later.source.figure} is ${changeInWords(expected, change)}, but ${printedChange(change.source.figure, change.value, expected)}`;
  return isCutShort(change, computed(triple)!)
    ? { severity: 'info', expected, explain: `${said}, as if it had been cut and not rounded.` }
    : { expected, explain: `${said}.` };
}
