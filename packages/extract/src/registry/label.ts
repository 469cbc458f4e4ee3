import { wordsOf } from '../text/words.ts';
import type { Measure } from './measures.ts';

/** A longer name is a sentence's words and no name of a measure. */
const LONGEST = 4;

/** Of two names at least this share of words must be alike for one to stand for the other. */
const ALIKE = 0.3;

/**
 * The label of a measure that a paper names in its own words: the registry's where it says the same in much the same
 * words, else the paper's, which its readers know ("Burglary other", "PCSOs"). The id says what it is in both cases. An
 * abbreviation is spelt out, and what is no count (a time, a rate) keeps the name that says so.
 */
export function labelOf(measure: Measure, printed: string): string {
  if (measure.unit !== 'count') return measure.label;
  const [own, known] = [keysOf(printed), keysOf(measure.label)];
  if (own.size === 0 || own.size > LONGEST || /[A-Z]{2}/.test(printed)) return measure.label;
  const shared = [...own].filter((key) => known.has(key)).length;
  return (2 * shared) / (own.size + known.size) >= ALIKE ? measure.label : printed;
}

function keysOf(text: string): Set<string> {
  return new Set(wordsOf(text).map(({ key }) => key));
}
