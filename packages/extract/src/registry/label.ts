import { isDuration } from '../figures/units.ts';
import { wordsOf } from '../text/words.ts';
import { type Measure, NEUTRAL } from './measures.ts';

/** A longer name is a sentence's words and no name of a measure. */
const LONGEST = 8;

/**
 * The label of a measure that a paper names in its own words: the registry's where it says all that the paper says, else
 * the paper's, which its readers know ("Burglary other", "Victim satisfaction"). The id says what it is in both cases. An
 * abbreviation is spelt out.
 */
export function labelOf(measure: Measure, printed: string): string {
  const [own, known] = [tellingKeys(printed), new Set(wordsOf(measure.label).map(({ key }) => key))];
  if (own.length > LONGEST || /[A-Z]{2}/.test(printed)) return measure.label;
  if (isDuration(measure.unit) && !TELLS_TIME.test(printed)) return measure.label;
  if (own.every((key) => known.has(key))) return measure.label;
  return printed.charAt(0).toUpperCase() + printed.slice(1);
}

/** "101 callers" does not say that it is their wait that is measured. */
const TELLS_TIME = /\b(?:times?|response|durations?|waits?|waiting|timeliness|length|minutes|hours|days|seconds)\b/i;

function tellingKeys(text: string): string[] {
  return wordsOf(text)
    .map(({ key }) => key)
    .filter((key) => !NEUTRAL.has(key) || key === 'overall' || key === 'total' || key === 'recorded');
}
