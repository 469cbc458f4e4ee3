import { isPhrasalUp } from '../../figures/signs.ts';
import { DIRECTION_WORD, directionOf } from '../../registry/directions.ts';
import { change, type RoleRule, signedChange } from '../role.ts';
import { leftOf, type Scan, withoutPeriods } from '../scan.ts';

/** "increased by", "down", "an increase of", "increases were". */
const ADJACENT = new RegExp(
  `\\b(${DIRECTION_WORD})(?:\\s+(?:slightly|significantly|further|sharply|marginally|again))?\\s*(?:by|of|was|were|is|are|:|at|-)?\\s*(?:only\\s+|just\\s+|merely\\s+)?(?:a\\s+|an\\s+)?(?:further\\s+|additional\\s+|total\\s+of\\s+|average\\s+of\\s+|between\\s+)?$`,
  'i',
);
/** "an increase in referrals of", "reduced the number of victims by". */
const DISTANT = new RegExp(
  `\\b(${DIRECTION_WORD})\\b[^.;:]*?(?:\\s|:\\s)(?:by|of)\\s*(?:only\\s+|just\\s+|merely\\s+)?(?:a\\s+|an\\s+)?(?:further\\s+|total\\s+of\\s+)?$`,
  'i',
);
/** "the increase in our most similar group was 5.1%". */
const SUBJECT =
  /\b(increase|rise|reduction|decrease|fall|growth|drop|decline)s?\s+(?:in|for|across|among|of)\s+[^.;,]{1,60}?\s(?:was|is|were|are|stood at|stands at)\s*$/i;
/** "annual change of -15%", "a difference of". */
const NEUTRAL = /\b(?:change|difference|variance|variation|movement)\s*(?:of|was|is|:)?\s*$/i;
/** "up to 20", "more than 20", "above 20" bound the number. */
const BOUND = /^(?:more|less|fewer|greater|above|below|lower|higher|longer|shorter)$/i;
const NO_CHANGE_NOUN =
  /\b(?:number|total|rate|level|average|proportion|percentage|value|volume|majority|maximum|minimum|target|team|staff|consisting|sum|cost|period|range)\s+of\s*$/i;

/** "increased by 2%", "down 9%", "up 7", "a fall of 12", "+5%". */
export const changeAfter: RoleRule = {
  name: 'direction-then-figure',
  read: (scan, index) => {
    const figure = scan.figures[index]!;
    const direction = directionOnLeft(scan, index);
    if (figure.sign) return signedChange(figure.sign, direction);
    if (direction) return change({ direction, from: 'word' });
    return NEUTRAL.test(leftOf(scan, index)) ? change(null) : null;
  },
};

function directionOnLeft(scan: Scan, index: number) {
  const figure = scan.figures[index]!;
  const from = index > 0 ? scan.figures[index - 1]!.unitEnd : 0;
  const left = withoutPeriods(scan, Math.min(from, figure.qualifierStart), figure.qualifierStart);
  const adjacent = ADJACENT.exec(left);
  if (adjacent && isPhrasalUp(left, adjacent.index, adjacent[1]!)) return null;
  if (adjacent && !BOUND.test(adjacent[1]!)) return directionOf(adjacent[1]!);
  if (adjacent && /\bby\s*$/i.test(left)) return directionOf(adjacent[1]!);
  if (NO_CHANGE_NOUN.test(left)) return null;
  const subject = SUBJECT.exec(left);
  if (subject) return directionOf(subject[1]!);
  const distant = DISTANT.exec(left);
  return distant &&
    (!BOUND.test(distant[1]!) || /\bby\s*$/i.test(left)) &&
    !/\bwere|\bwas|\bhave been|\bof which/i.test(left.slice(distant.index))
    ? directionOf(distant[1]!)
    : null;
}
