import { DIRECTION_WORD, type Direction, directionOf } from '../registry/directions.ts';
import { normalise } from '../text/normalise.ts';
import type { Figure } from './figure.ts';

/** The sign of a change and where it comes from. */
export interface Signed {
  readonly sign: 1 | -1;
  readonly from: 'sign' | 'word' | 'pair';
  /** The word of direction that governs it, where there is one. */
  readonly direction: Direction | null;
  readonly notes: readonly string[];
}

const WORDS = new RegExp(`\\b${DIRECTION_WORD}\\b`, 'gi');
/** "more than 20", "up to 20", "above 20", "additional": these bound or add, they do not tell a change of the measure. */
const NOT_A_DIRECTION = /^(?:more|less|fewer|greater|above|below|lower|higher|longer|shorter|additional|up)$/i;

/**
 * The sign of a figure that is known to be a change: its own sign, else the word of direction before it, else that of
 * the figure it stands beside ("-34% (1536)").
 *
 * @param text the text that the figure's offsets point into
 * @param good the direction that is an improvement of the measure, for "improved by 3%"
 */
export function signOfChange(
  text: string,
  figure: Figure,
  before: Signed | null,
  good: 'higher' | 'lower' | null,
): Signed | null {
  const direction = directionBefore(text, figure.qualifierStart) ?? directionBehind(text, figure.unitEnd);
  if (figure.sign) {
    const said = direction ? wordSign(direction, good) : null;
    const sign = figure.sign === '-' ? -1 : 1;
    return { sign, from: 'sign', direction, notes: said === -sign ? ['sign-against-word'] : [] };
  }
  if (direction) {
    const sign = wordSign(direction, good);
    if (sign) return { sign, from: 'word', direction, notes: [] };
  }
  if (!before) return null;
  return { ...before, from: 'pair', notes: before.from === 'sign' && before.sign === -1 ? ['sign-missing'] : [] };
}

/** The sign that a word of direction means; null where the measure's good is not known. */
export function wordSign(direction: Direction, good: 'higher' | 'lower' | null): 1 | -1 | null {
  if (direction === 'up') return 1;
  if (direction === 'down') return -1;
  if (good === null) return null;
  return (direction === 'better') === (good === 'higher') ? 1 : -1;
}

/** The last word of direction before an offset, unless it only bounds the number ("more than", "up to"). */
export function directionBefore(text: string, at: number): Direction | null {
  const before = normalise(text).slice(0, at);
  let found: Direction | null = null;
  for (const match of before.matchAll(WORDS)) {
    const rest = before.slice(match.index + match[0].length);
    if (isPhrasalUp(before, match.index, match[0])) continue;
    if (NOT_A_DIRECTION.test(match[0]) && /^\s+(?:than|to)\b/i.test(rest)) continue;
    found = directionOf(match[0]);
  }
  return found;
}

/** "11.3% increase", "3.4% point decrease": the noun of direction right behind an offset. */
export function directionBehind(text: string, at: number): Direction | null {
  const noun = /^\s*(?:points?\s+)?(increase|decrease|reduction|rise|fall|drop)\b/i.exec(
    normalise(text).slice(at),
  )?.[1];
  return noun ? directionOf(noun) : null;
}

/** "Made up a third of the casualties" is no rise. */
export function isPhrasalUp(text: string, at: number, word: string): boolean {
  return (
    /^(?:up|down)$/i.test(word) &&
    /\b(?:mak\w+|made|set\w*|tak\w+|took|pick\w*|follow\w*|sign\w*|back\w*|buil\w+|dr[ae]w\w*|open\w*|br[eo]\w+|speed\w*|track\w*|end\w*|turn\w*|st[ao]nd\w*|clos\w+|shut\w*)\s+$/i.test(
      text.slice(0, at),
    )
  );
}
