import { findAreas } from '../registry/areas.ts';
import { DIRECTION_WORD } from '../registry/directions.ts';
import { labelOf } from '../registry/label.ts';
import { type Measure, measureOfLabel } from '../registry/measures.ts';
import type { PhraseMatch } from '../registry/phrases.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';
import { wordsOf } from '../text/words.ts';
import type { NamedMeasure } from './named-measure.ts';
import type { Scan } from './scan.ts';

/** Words before a measure's name that say nothing of what is measured. */
const EMPTY =
  /^(?:the|a|an|total|recorded|reported|overall|all|number|numbers|rate|level|levels|volume|of|further|additional|new|more|fewer|less|higher|lower|latest|current|previous|annual|significant|slight|large|larger|smaller|many|most|some|other|such|these|those|this|that|crime|crimes|offence|offences|incidents?|police|force|force's|local|priority|key|main|average|county|national|nationally|regional|while|although|however|with|and|or)$/i;
const DIRECTION = new RegExp(`^${DIRECTION_WORD}$`, 'i');
/** How far a name reaches beyond the registry's, in words on either side. */
const REACH = 4;

/**
 * A measure by the whole noun phrase that names it: "satisfaction of victims of racist incidents" is more than the user
 * satisfaction that the registry finds in it. The registry's id is kept only where the phrase says no more than its name.
 */
export function namedByPhrase(scan: Scan, { start, end, entry }: PhraseMatch<Measure>): NamedMeasure {
  const name = scan.text.slice(start, end);
  const phrase = [wordsBefore(scan, start), name, rateAfter(scan, end), complementAfter(scan, end)]
    .filter(Boolean)
    .join(' ');
  const known = new Set([...wordsOf(entry.label), ...wordsOf(name)].map(({ key }) => key));
  const adds = wordsOf(phrase).some(({ key }) => !known.has(key) && !EMPTY.test(key));
  if (!adds) return { measure: entry, label: labelOf(entry, name), by: 'name' };
  const whole = measureOfLabel(phrase);
  if (whole) return { measure: whole, label: labelOf(whole, phrase), by: 'name' };
  return { measure: { ...entry, id: null }, label: phrase, by: 'name' };
}

/** The nouns and adjectives right before a name, back to a determiner, a verb, a preposition or a number. */
function wordsBefore(scan: Scan, start: number): string {
  const before = scan.text.slice(0, start).trimEnd();
  const words: string[] = [];
  let rest = before;
  while (words.length < REACH) {
    const match = /(?:^|[\s(])([A-Za-z][A-Za-z'-]*[A-Za-z])$/.exec(rest);
    if (!match || isBorder(match[1]!, words.length)) break;
    words.unshift(match[1]!);
    rest = rest.slice(0, rest.length - match[1]!.length).trimEnd();
  }
  while (words.length > 0 && EMPTY.test(words[0]!)) words.shift();
  const text = words.join(' ');
  const at = before.length - text.length;
  const inPeriod = scan.periods.some((period) => period.start < start && period.end > at);
  return inPeriod || findAreas(text).length > 0 ? '' : text;
}

function isBorder(word: string, taken: number): boolean {
  return (
    isWord(word, 'determiners', 'auxiliaries', 'conjunctions', 'prepositions', 'actors') ||
    DIRECTION.test(word) ||
    /ly$/i.test(word) ||
    (isWord(word, 'verbs') && !/ed$/i.test(word)) ||
    (taken === 0 && isParticiple(word) && isWord(word, 'verbs') && !/^(?:solved|aggravated|related)$/i.test(word)) ||
    /^(?:per|cent|percent|for|to|on|than)$/i.test(word)
  );
}

/** "all crime resolution rate": the rate that a name qualifies. */
function rateAfter(scan: Scan, end: number): string {
  return (
    /^\s+((?:[a-z]+(?<!\b(?:and|or|the|a|an|of|in|at|has|was|is|with|per))\s+){0,2}rates?)\b/.exec(
      scan.text.slice(end),
    )?.[1] ?? ''
  );
}

/** What "of", "for" or "among" adds to a satisfaction, a rate, a time: "of victims of racist incidents". */
function complementAfter(scan: Scan, end: number): string {
  const match =
    /^\s+(?:of|among|amongst|with)\s+(?:the\s+)?(?<what>(?:victims|people|callers|those|residents|women|men|children|young people|officers|the overall|overall|the way|follow)[a-z' -]{0,60})/i.exec(
      scan.text.slice(end),
    );
  if (!match) return '';
  const words = match[0].trim().split(/\s+/);
  const stop = words.findIndex(
    (word, index) =>
      index > 1 &&
      (isWord(word, 'auxiliaries', 'determiners', 'conjunctions') ||
        DIRECTION.test(word) ||
        (isWord(word, 'verbs') && !/s$/.test(word))),
  );
  return (stop > 0 ? words.slice(0, stop) : words).slice(0, 8).join(' ');
}
