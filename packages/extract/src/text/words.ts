import { NounInflector } from 'natural/lib/natural/inflectors/index.js';
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

const inflector = new NounInflector();
// The inflector takes "cases" for the plural of "cas".
inflector.addSingular(/^cases$/i, 'case');

const UNITS_IN_FULL: Readonly<Record<string, string>> = {
  sec: 'second',
  secs: 'second',
  min: 'minute',
  mins: 'minute',
  hr: 'hour',
  hrs: 'hour',
  percentage: 'percent',
};

/** Words as short as these are no plurals ("his", "ASB"), and nothing longer is a word: the inflector's rules are slow on it. */
const SHORTEST_PLURAL = 4;
const LONGEST_WORD = 60;

/** Compares words whatever their case and number: "Offences" and "offence" are one. */
const wordKey: (word: string) => string = remember((word) => {
  const lower = word.toLowerCase();
  if (lower === 'w/o') return 'without';
  if (lower === '&') return 'and';
  if (UNITS_IN_FULL[lower]) return UNITS_IN_FULL[lower];
  return lower.length < SHORTEST_PLURAL || lower.length > LONGEST_WORD ? lower : inflector.singularize(lower);
}, 20_000);
