import { DIRECTION_WORD, type Direction, directionOf } from '../../registry/directions.ts';
import { change, type RoleRule } from '../role.ts';
import { bracketAt, leftOf, type Scan } from '../scan.ts';

const WORDS = new RegExp(`\\b(${DIRECTION_WORD})\\b`, 'gi');

/** The last word of direction before the colon, or before the first bracket with figures. */
function directionOfLead(scan: Scan): Direction | null {
  const first = scan.brackets.find(({ start, end }) =>
    scan.figures.some((figure) => figure.start > start && figure.end < end),
  )!;
  const colon = scan.text.indexOf(':');
  const lead = scan.text.slice(0, colon > 0 && colon < first.start ? colon : first.start);
  const words = [...lead.matchAll(WORDS)].map(([word]) => word);
  return words.length > 0 ? directionOf(words.at(-1)!) : null;
}

/** "some have increased: rape (60%/9 crimes), bicycle theft (21.1%/12 crimes)": the lead says what all brackets are. */
export const listed: RoleRule = {
  name: 'listed-change',
  read: (scan, index, before) => {
    const figure = scan.figures[index]!;
    const bracket = bracketAt(scan, figure.start);
    if (!bracket || figure.form === 'ordinal') return null;
    const inBracket = scan.figures.filter(({ start }) => start > bracket.start && start < bracket.end);
    const isPair = inBracket.length > 1 && inBracket[0]!.unit === 'percent';
    const brackets = scan.brackets.filter(({ start, end }) =>
      scan.figures.some((other) => other.start > start && other.end < end),
    );
    if (!isPair && (brackets.length < 2 || figure.unit !== 'percent')) return null;
    if (/\b(?:with|of|to|in all)\s*$/i.test(leftOf(scan, index))) return null;
    if (/^\s*of\s/i.test(scan.text.slice(figure.unitEnd))) return null;
    if (inBracket.indexOf(figure) > 0) {
      const first = before[index - 1];
      return first?.statistic === 'change' ? change(first.sign && { ...first.sign, from: 'pair' }) : null;
    }
    const direction = directionOfLead(scan);
    return direction ? change({ direction, from: 'word' }) : null;
  },
};
