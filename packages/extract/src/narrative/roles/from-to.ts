import { directionBefore } from '../../figures/signs.ts';
import { LEVEL, type RoleRule } from '../role.ts';
import { bracketAt, leftOf, type Scan, withoutPeriods } from '../scan.ts';

/** "from 9.3 minutes to 10.5 minutes", "(9971 to 10,182)": an earlier and a later level. */
export const fromTo: RoleRule = {
  name: 'from-to',
  read: (scan, index) => {
    if (isPair(scan, index)) return { ...LEVEL, earlier: true };
    return index > 0 && isPair(scan, index - 1) ? LEVEL : null;
  },
};

function isPair(scan: Scan, index: number): boolean {
  const [first, second] = [scan.figures[index]!, scan.figures[index + 1]];
  if (!second || first.sign || second.sign) return false;
  const between = withoutPeriods(scan, first.unitEnd, second.qualifierStart);
  if (
    !/^\s*(?:[a-z-]+\s+){0,3}(?:in|at|during|for)?\s*(?:the\s+)?\(?\)?\s*(?:to|up to|down to)\s*(?:just|only)?\s*$/i.test(
      between,
    )
  )
    return false;
  if (/\bfrom\s+(?:a\s+|an\s+|the\s+)?(?:\w+\s+of\s+)?$/i.test(leftOf(scan, index))) return true;
  const bracket = bracketAt(scan, first.start);
  return (
    bracket !== null && first.qualifierStart === bracket.start + 1 && directionBefore(scan.text, bracket.start) !== null
  );
}
