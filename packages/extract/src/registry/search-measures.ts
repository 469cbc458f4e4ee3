import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';
import { remember } from '../text/remember.ts';
import { wordsOf } from '../text/words.ts';
import { allMeasures, howLabelMatches, type Measure, measureOfLabel } from './measures.ts';

/** A measure that a text may mean. */
export interface FoundMeasure {
  readonly measure: Measure;
  /** The name of it that is nearest to the text. */
  readonly name: string;
  /** Why: as extraction matches a label, or because names share words or look alike. */
  readonly how: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Below this a likeness is chance. */
const LEAST_SCORE = 0.5;
/** Words that look so much alike are one word, misspelt. */
const SAME_WORD = 0.92;

/**
 * The measures of the registry that a label may mean, the likeliest first: the one that extraction takes for it, then
 * those with the most words in common, misspelt ones too.
 * Sources: L. R. Dice, "Measures of the amount of ecologic association between species" (1945) for shares of words;
 * W. E. Winkler, "String comparator metrics…" (1990) for misspelt ones.
 */
export function searchMeasures(label: string, most: number): FoundMeasure[] {
  const matched = measureOfLabel(label);
  const wanted = keysOf(label);
  const alike = allMeasures()
    .filter(({ measure }) => measure !== matched)
    .flatMap(({ measure, names }): FoundMeasure[] => {
      const scored = names.map((name) => ({ name, score: likeness(wanted, keysOf(name)) }));
      const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
      return best.score >= LEAST_SCORE ? [{ measure, ...best, how: 'shares words' }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.measure.label < b.measure.label ? -1 : 1));
  const exact = matched ? [{ measure: matched, name: label, how: howLabelMatches(label)!, score: 1 }] : [];
  return [...exact, ...alike].slice(0, most);
}

/** Remembered: each label is compared with every name of the registry. */
const keysOf = remember((text): readonly string[] => [...new Set(wordsOf(text).map(({ key }) => key))]);

/** Share of the words of both that they have in common. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const common = one.filter((word) => other.some((candidate) => isSameWord(word, candidate)));
  const shared = (2 * common.length) / (one.length + other.length);
  // Words written apart or together: "shop lifting".
  const whole = JaroWinklerDistance(one.join(''), other.join(''));
  return whole >= SAME_WORD ? Math.max(shared, whole) : shared;
}

function isSameWord(one: string, other: string): boolean {
  return one === other || (one.length > 4 && one[0] === other[0] && JaroWinklerDistance(one, other) >= SAME_WORD);
}
