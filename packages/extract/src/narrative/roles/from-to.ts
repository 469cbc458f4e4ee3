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
  if (FROM.test(leftOf(scan, index)) && WORDS_THEN_TO.test(between)) return true;
  if (
    !/^\s*(?:[a-z-]+\s+){0,3}(?:in|at|during|for)?\s*(?:the\s+)?\(?\)?\s*(?:to|up to|down to)\s*(?:just|only)?\s*$/i.test(
      between,
    )
  )
    return false;
  if (FROM.test(leftOf(scan, index))) return true;
  const alike = Math.max(first.value, second.value) < 2 * Math.min(first.value, second.value);
  if (CHANGE_OF.test(leftOf(scan, index)) && first.unit === null && second.unit === null && alike) return true;
  if (/^\s*(?:fewer|more|less|additional|extra)\b/i.test(between)) return false;
  const bracket = bracketAt(scan, first.start);
  return (
    bracket !== null && first.qualifierStart === bracket.start + 1 && directionBefore(scan.text, bracket.start) !== null
  );
}

const FROM = /\bfrom\s+(?:a\s+|an\s+|the\s+)?(?:\w+\s+of\s+)?$/i;
/** "an increase of 2,721 to 2,803": counts alike in size are the two levels. */
const CHANGE_OF = /\b(?:increase|rise|decrease|reduction|fall|drop)\s+of\s+$/i;
/** "from 43 on dwellings and others in 2016 to 95", "from 1,203 in the East Riding to 1,660". */
const WORDS_THEN_TO = /^\s+(?:[A-Za-z'-]+\s+){1,7}?to\s+(?:just\s+|only\s+)?$/;
