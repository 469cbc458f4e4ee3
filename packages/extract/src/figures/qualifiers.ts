import type { Qualifier } from '@scrutineer/model';
import { anyOf } from '../text/pattern.ts';

/** Words before a number that say how it bounds or approximates the quantity. */
const WORDS: Readonly<Record<Qualifier, readonly string[]>> = {
  approx: [
    'around',
    'about',
    'approximately',
    'approx',
    'approx.',
    'nearly',
    'almost',
    'just under',
    'just over',
    'just below',
    'just above',
    'circa',
    'c.',
    'roughly',
    'some',
    '~',
    'in the region of',
    'close to',
    'an estimated',
    'slightly over',
    'slightly under',
  ],
  over: [
    'over',
    'more than',
    'in excess of',
    'above',
    'greater than',
    'upwards of',
    'well over',
    '>',
    'exceeding',
    'exceed',
    'exceeds',
    'exceeded',
  ],
  under: ['less than', 'under', 'below', 'fewer than', '<', 'well under', 'lower than'],
  'at-least': [
    'at least',
    'a minimum of',
    'minimum of',
    'minimum',
    'no fewer than',
    'no less than',
    'not less than',
    '>=',
  ],
  'up-to': [
    'up to',
    'at most',
    'a maximum of',
    'maximum of',
    'maximum',
    'within',
    'no more than',
    'not more than',
    '<=',
  ],
};

const BY_WORD = new Map(
  (Object.entries(WORDS) as [Qualifier, readonly string[]][]).flatMap(([qualifier, words]) =>
    words.map((word) => [word, qualifier] as const),
  ),
);

const BEFORE = new RegExp(
  `(?:^|[\\s(\\[-])(${anyOf([...BY_WORD.keys()])})\\s*(?:an\\s+(?:additional|extra|estimated)\\s+|the\\s+)?$`,
  'i',
);

/** "11 more than the 137" compares, "edged up to 75%" tells a level: neither bounds the number. */
function isNoBound(word: string, before: string, after: string): boolean {
  if (/than$/.test(word)) return /[\d%](?:\s+[a-z]+)?\s*$/i.test(before);
  return (
    word === 'up to' &&
    (/^[£\d.,]+\S*\s+(?:[a-z]+\s+){0,2}from\s+[£\d]/i.test(after) ||
      /\b(?:edged|crept|went|gone|moved|inched|climbed|rose|risen|grew|is|are|was|were|now|back)\s+$/i.test(before))
  );
}

/** The longest text before a number that is searched for a qualifier, in characters. */
const WINDOW = 40;

/**
 * The qualifier that ends right before a number.
 *
 * @param text normalised text
 * @param at where the number begins
 */
export function qualifierBefore(text: string, at: number): { qualifier: Qualifier; start: number } | null {
  const before = text.slice(Math.max(0, at - WINDOW), at);
  const match = BEFORE.exec(before);
  if (!match) return null;
  const word = match[1]!.toLowerCase().replace(/\s+/g, ' ');
  const lead = before.slice(0, match.index + match[0].indexOf(match[1]!));
  if (isNoBound(word, lead, text.slice(at, at + WINDOW))) return null;
  return { qualifier: BY_WORD.get(word)!, start: at - before.length + match.index + match[0].indexOf(match[1]!) };
}
