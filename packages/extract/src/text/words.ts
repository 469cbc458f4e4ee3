import { normalise } from './normalise.ts';
import { remember } from './remember.ts';

/** A word of a text, with half-open UTF-16 offsets. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, singular: what words are compared by. */
  readonly key: string;
}

/** The words of a text; hyphens and slashes part words, "w/o" is "without", "&" is "and". */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of normalise(text).matchAll(/\bw\/o\b|&|[a-z0-9]+(?:'(?!s\b)[a-z]+)?/gi)) {
    words.push({ start: match.index, end: match.index + match[0].length, key: wordKey(match[0]) });
  }
  return words;
}

/** Compares words whatever their case and number: "Offences" and "offence" are one. */
export const wordKey: (word: string) => string = remember((word) => {
  const lower = word.toLowerCase();
  if (lower === 'w/o') return 'without';
  if (lower === '&') return 'and';
  if (lower.length <= 3) return lower;
  return lower
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/(?<![sui])s$/, '');
}, 20_000);
