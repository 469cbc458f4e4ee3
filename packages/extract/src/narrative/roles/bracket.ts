import type { Figure } from '../../figures/figure.ts';
import { isDuration } from '../../figures/units.ts';
import { DIRECTION_WORD, directionOf } from '../../registry/directions.ts';
import { change, LEVEL, type Role, type RoleRule, signedChange } from '../role.ts';
import { adjoinsBracket, bracketAt, leftOf, rightOf, type Scan } from '../scan.ts';

const WORD_BEFORE_BRACKET = new RegExp(`^[\\s\\S]*\\b(${DIRECTION_WORD})(?:\\s+\\w+){0,2}\\s*\\(\\s*[,;]?\\s*$`, 'i');
const DIRECTION_NEXT = new RegExp(`^\\s*${DIRECTION_WORD}\\b`, 'i');
const NOUN_ONLY = /^\s*(?:(?:fewer|more|less)\s+)?(?:[a-z'-]+\s*){0,3}[,;)]/i;

/**
 * Figures in a bracket after a figure or a word of direction: "increase (2%, 3192)", "9% (-5263 incidents; …)",
 * "-15% (17 offences)", "37 (55%)".
 */
export const bracket: RoleRule = {
  name: 'bracket-pair',
  read: (scan, index, before) => {
    const figure = scan.figures[index]!;
    const range = bracketAt(scan, figure.start);
    if (!range) return null;
    const first = scan.figures.findIndex((other) => other.start > range.start);
    if (index > first) return follower(scan, index, before, figure);
    return baseRole(scan, index, before) ?? afterWord(scan, figure);
  },
};

/** The second figure of a bracket goes with the first where a comma, semicolon or "or" joins them and nothing else. */
function follower(scan: Scan, index: number, before: readonly Role[], figure: Figure): Omit<Role, 'rule'> | null {
  const first = before[index - 1]!;
  const joint = leftOf(scan, index);
  if (
    !/^\s*[a-z]*\s*(?:[,;/]|or|and)\s*$/i.test(joint.replace(/^(?:\s*[a-z'-]+){0,3}/i, '')) ||
    first.statistic !== 'change'
  )
    return null;
  if (isEarlierLevel(scan, index, before) || isTotal(scan, index)) return LEVEL;
  if (figure.sign) return signedChange(figure.sign, first.sign?.from === 'word' ? first.sign.direction : null);
  return { ...first, ...paired(first) };
}

/** "(879 offences; 3,497 in all)", "(+8% with 2,440 instances)": the whole, not the change. */
function isTotal(scan: Scan, index: number): boolean {
  return (
    /^\s*(?:[a-z]+\s+)?in\s+(?:all|total)\b/i.test(rightOf(scan, index)) ||
    /^\s*(?:with|to|from)\s*$/i.test(leftOf(scan, index))
  );
}

/** "119,340 calls (+6%; 112,585 in 2017/18)": a figure with a period of its own, of what a level counts before the bracket. */
function isEarlierLevel(scan: Scan, index: number, before: readonly Role[]): boolean {
  const figure = scan.figures[index]!;
  const dated = scan.periods.some(
    ({ start }) => start >= figure.end && /^\s*(?:[a-z]+\s+)?in\s+$/i.test(scan.text.slice(figure.unitEnd, start)),
  );
  const counted = before.some(
    ({ statistic }, other) => statistic === 'level' && scan.figures[other]!.unit === figure.unit,
  );
  return dated && counted && !figure.sign;
}

/** The first figure of a bracket goes with the figure right before it. */
function baseRole(scan: Scan, index: number, before: readonly Role[]): Omit<Role, 'rule'> | null {
  const base = scan.figures[index - 1];
  const role = before[index - 1];
  const figure = scan.figures[index]!;
  if (!base || !role || !adjoinsBracket(scan, index)) return null;
  if (
    figure.sign ||
    leftOf(scan, index)
      .replace(/^[^(]*\(/, '')
      .replace(/^\s*(?:or|i\.?e\.?|equal to|equivalent to)\b/i, '')
      .trim() !== ''
  )
    return null;
  const right = rightOf(scan, index);
  // "from 210 to 189 (10% increase)": a change of its own.
  if (!NOUN_ONLY.test(`${right})`) || DIRECTION_NEXT.test(right)) return null;
  if (role.statistic === 'change') return { ...role, ...paired(role) };
  const isShare = figure.unit === 'percent' && base.unit !== 'percent';
  if (isShare) return { ...LEVEL, share: true, earlier: role.earlier };
  return isDuration(figure.unit) && isDuration(base.unit) ? { ...role } : null;
}

function paired(role: Role): Pick<Role, 'sign' | 'notes'> {
  const missing = role.sign?.from === 'sign' && role.sign.direction === 'down';
  return {
    sign: role.sign && { direction: role.sign.direction, from: role.sign.from },
    notes: missing ? ['sign-missing'] : [],
  };
}

function afterWord(scan: Scan, figure: Figure): Omit<Role, 'rule'> | null {
  const word = WORD_BEFORE_BRACKET.exec(scan.text.slice(0, figure.qualifierStart))?.[1];
  const hasLevel = scan.figures.some(({ end, unit }) => end < figure.start && unit === figure.unit);
  if (!figure.sign && hasLevel && ABOVE_ANOTHER.test(scan.text.slice(0, figure.qualifierStart))) return LEVEL;
  const direction = word ? directionOf(word) : null;
  if (figure.sign) return signedChange(figure.sign, direction);
  return direction ? change({ direction, from: 'word' }) : null;
}

/** "above the national (7.8%) and the county (8.2%) levels": the bracket is what is compared with, not how far. */
const ABOVE_ANOTHER =
  /\b(?:above|below)\s+(?:both\s+)?(?:the\s+)?(?:\w+\s){1,2}(?:\([^()]*\)\s*(?:,|and)\s+(?:the\s+)?(?:\w+\s){1,2})?\(\s*$/i;
