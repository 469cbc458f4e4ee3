import { isDuration } from '../figures/units.ts';
import { wordsOf } from '../text/words.ts';
import { type Measure, NEUTRAL } from './measures.ts';

/** A longer name is a sentence's words and no name of a measure. */
const LONGEST = 8;

/**
 * The label of a measure that a paper names: in the paper's own words, which its readers know ("Burglary other", "Overall
 * crime"); the id says what it is. An abbreviation is spelt
 * out, and stands behind.
 */
export function labelOf(measure: Measure, printed: string): string {
  const own = tellingKeys(printed);
  const long = printed.replace(SHORT_BESIDE, '').trim();
  if (long !== printed && long.length > SHORTEST_LONG) return labelOf(measure, long);
  if (own.length > LONGEST) return measure.label;
  const short = /\b[A-Z][A-Z&]+\b/.exec(printed)?.[0];
  if (short) return measure.label.includes(short) ? measure.label : `${measure.label} (${short})`;
  if (isDuration(measure.unit) && !TELLS_TIME.test(printed)) return measure.label;
  return printed.charAt(0).toUpperCase() + printed.slice(1);
}

/**
 * The label of a measure that the headers of a table name in pieces: the registry's where it says what these leave to the
 * table around them ("Visible" is the visible part of front line spending), else the paper's own words.
 */
export function labelOfPieces(measure: Measure, printed: string): string {
  const own = tellingKeys(printed);
  const known = new Set(tellingKeys(measure.label));
  return own.length < known.size && own.every((key) => known.has(key)) ? measure.label : labelOf(measure, printed);
}

/** "Total Notifiable Offences (TNOs)": the short form beside the long one. */
const SHORT_BESIDE = / ?\([A-Z][A-Z&]+(?:['\u2019]?s)?\)/;
const SHORTEST_LONG = 8;

/** "101 callers" does not say that it is their wait that is measured. */
const TELLS_TIME = /\b(?:times?|response|durations?|waits?|waiting|timeliness|length|minutes|hours|days|seconds)\b/i;

function tellingKeys(text: string): string[] {
  return wordsOf(text)
    .map(({ key }) => key)
    .filter((key) => !NEUTRAL.has(key) || key === 'overall' || key === 'total' || key === 'recorded');
}
