import { DIRECTION_WORD, directionOf } from '../../registry/directions.ts';
import { change, type RoleRule, signedChange } from '../role.ts';
import { rightOf, type Scan } from '../scan.ts';

const NOUN = new RegExp(
  `^\\s*(?:\\([^()]*\\)\\s*)?(?:(?:year[- ]on[- ]year|quarter[- ]on[- ]quarter|[a-z]+)\\s+){0,2}?(${DIRECTION_WORD})\\b`,
  'i',
);
const COMPARATIVE = new RegExp(
  `^\\s*(?:[a-z'-]+\\s+){0,3}?(${DIRECTION_WORD})\\s*(?:than\\b|compared|on\\b|at\\b|versus|vs|against|\\(|[,.;)]|$)`,
  'i',
);
/** "3.2 points below that of the previous year", "1,077 above October to December". */
const ABOVE =
  /^\s*(?:[a-z'-]+\s+){0,3}?(above|below)\s+(?:that\b|the\s+(?:same|previous|last|quarter|year|level|figure|period|equivalent)|last\b|this\s+time|a\s+year|its\b|(?:Q[1-4]|January|February|March|April|May|June|July|August|September|October|November|December)\b)/;
/** "45 fewer burglaries than", "(39 fewer offences)". */
const COUNTED = /^\s*(more|fewer|less)\s+[a-z\d]/i;
/** What the counted did ("10 officers improved") is no change of the count. */
const VERB = /(?:ed|rose|risen|fell|fallen|grew|grown|rises|falls|grows|ing|surges|jumps|drops)$/i;
/** "almost 10% on top of last year's grant". */
const ON_TOP = /^\s*on top of\b/i;
/** "is 3% lower in the county", "18% lower here": a share that is followed by a comparative is a change. */
const SHARE_COMPARED =
  /^\s*(?:[a-z-]+ly\s+)?(higher|lower|fewer|up|down|more|less|better|worse)\b(?!\s+(?:likely|important|than\s+[£\d]|or\b|to\b))/i;
/** "the figure was 34 - lower than the average": a level, and what it is held against. */
const HELD_AGAINST = /^[^;.]{0,40}\s-\s(?:[a-z]+\s+)?(?:lower|higher|above|below|more|less|fewer)\s+than\b/i;
/** Words that end a noun phrase: the word of direction behind them belongs to something else. */
const BARRIER =
  /^\s*(?:[a-z'-]+\s+){0,2}?(?:of|to|and|or|with|were|was|are|is|have|has|had|who|which|that|in|for|by|from|at|a|an|the|people|officers|staff|backed|supported|said|felt|wanted|saw|reported|went|go|goes|gone|came|stood)\b/i;

/** "a 3.1% (112 offences) reduction": what stands in the figure's own bracket is passed over. */
function rightBeyondBracket(scan: Scan, index: number): string {
  const right = scan.text.slice(scan.figures[index]!.unitEnd);
  const bracket = /^\s*\([^()]*\)/.exec(right);
  if (!bracket) return rightBeyondOr(scan, index);
  const end = scan.figures[index]!.unitEnd + bracket[0].length;
  const next = scan.figures.find((figure) => figure.start >= end);
  return scan.text.slice(end, next?.qualifierStart ?? scan.text.length);
}

/** "747 crimes or 2.0% more than", "an 11.5% and 10.9% increase": one word of direction for both. */
function rightBeyondOr(scan: Scan, index: number): string {
  const right = rightOf(scan, index);
  const next = scan.figures[index + 1];
  const joined =
    /^\s*(?:[a-z'-]+\s+){0,3}or\s*$/i.test(right) ||
    (/^\s*and\s*$/i.test(right) && next !== undefined && next.unit !== null && next.unit === scan.figures[index]!.unit);
  return joined && next ? rightOf(scan, index + 1) : right;
}

/** "a 25% increase", "43% year-on-year increase", "around 200 more than last quarter", "34% higher than". */
export const changeBefore: RoleRule = {
  name: 'figure-then-direction',
  read: (scan, index) => {
    const figure = scan.figures[index]!;
    const right = rightBeyondBracket(scan, index);
    if (ON_TOP.test(right)) return change({ direction: 'up', from: 'word' });
    if (HELD_AGAINST.test(right)) return null;
    const match =
      (VERB.test(NOUN.exec(right)?.[1] ?? '') ? null : NOUN.exec(right)) ??
      COMPARATIVE.exec(right) ??
      ABOVE.exec(right) ??
      (figure.unit === 'percent' ? SHARE_COMPARED.exec(right) : null) ??
      COUNTED.exec(right);
    const direction = match && directionOf(match[1]!);
    if (!direction || BARRIER.test(right.slice(0, match.index + match[0].length - match[1]!.length))) return null;
    if (
      /^(?:more|less|fewer|higher|lower|above|below|greater|longer|shorter|up|down)$/i.test(match[1]!) &&
      !COMPARATIVE.test(right) &&
      !ABOVE.test(right) &&
      !(figure.unit === 'percent' && SHARE_COMPARED.test(right)) &&
      !COUNTED.test(right)
    )
      return null;
    return figure.sign ? signedChange(figure.sign, direction) : change({ direction, from: 'word' });
  },
};
