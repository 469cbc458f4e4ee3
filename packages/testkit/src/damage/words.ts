import type { Dice } from './dice.ts';

/** What may stand where a paper has a number. */
const ODD_NUMBERS = [
  ...['0', '-1', '-0', '00', '999999999999999999999', '1e309', '1,2,3', '12,34', '1.2.3', '٣٤', '１２', '½', '²', '%'],
  ...['£', '1/0', '2018/19/20', '31/02/2019', '29 February 2019', '0000-00-00', 'Q5', '-,', '(', '1–', '5%%', 'NaN'],
];
/** Signs that text seldom has and may have: marks that combine, turn, join or take no room, and rare blanks. */
const ODD_SIGNS = [
  ...['\u0301', '\u202e', '\u200d', '\u00ad', '\u2028', '\u00a0', '\u3000', '\ufeff', '\ufffd', '\u{1f4c8}'],
  ...['\u{1d7d8}', 'ﬁ', 'ß', 'İ', '\u0130', '“', '–', '…', '·', '\u2212', '\t', '|', '*', '_', '#', '[', '(', ')', '/'],
];
/** A stretch is written again up to so many times. */
const MOST_REPEATS = 30;
const LONGEST_STRETCH = 80;

/** Text with one thing wrong in it; it stays text: no half of a sign, no control character, nothing that is markup. */
export function damagedWords(text: string, dice: Dice): string {
  const signs = [...text];
  const at = dice.below(signs.length + 1);
  const end = Math.min(signs.length, at + 1 + dice.below(LONGEST_STRETCH));
  const joined = (...parts: readonly (readonly string[])[]) => parts.flat().join('');
  switch (dice.below(6)) {
    case 0:
      return text.replace(/\d+/g, (number) => (dice.chance(0.3) ? dice.oneOf(ODD_NUMBERS) : number));
    case 1:
      return joined(signs.slice(0, at), [dice.oneOf(ODD_SIGNS)], signs.slice(at));
    case 2:
      return joined(signs.slice(0, at), signs.slice(end));
    case 3: {
      const stretch = signs.slice(at, end).join('');
      return joined(signs.slice(0, at), [stretch.repeat(1 + dice.below(MOST_REPEATS))], signs.slice(at));
    }
    case 4:
      return text.replaceAll(' ', () => (dice.chance(0.2) ? dice.oneOf(['', '  ', '\u00a0', ' - ']) : ' '));
    default:
      return dice.chance(0.5) ? text.toUpperCase() : text.toLowerCase();
  }
}
