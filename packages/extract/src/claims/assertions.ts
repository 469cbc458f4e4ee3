import type { Assertion } from '@scrutineer/model';
import { DIRECTION_WORD, directionOf } from '../registry/directions.ts';

/** Words that say something of a measure, and where they stand in the sentence (half-open UTF-16 offsets). */
export interface SaidWords {
  readonly says: Assertion;
  readonly start: number;
  readonly end: number;
  /** The noun ("a reduction in …") and not the verb ("… has fallen"): what it is about comes after it. */
  readonly isNoun: boolean;
}

/** "a 3% fall in", "no increase in", "reductions across": nouns, with what they are of behind them. */
const OF = /^\s+(?:(?:of|by)\s+[\d.,]+%?\s+)?(?:in|of|across|for)\s+/i;

/** "rose in 2018", "has fallen across the county": forms that are no nouns. */
const PAST = /(?:ed|rose|risen|fell|fallen|grew|grown|shrank|shrunk)$/i;

const LEVEL =
  /\b(?:remain(?:s|ed|ing)?|stay(?:s|ed)?|is|are|was|were|has been|have been|held)\s+(?:\w+\s+)?(?:stable|level|static|unchanged|steady|flat|the same|constant)\b/gi;
const MULTIPLES: readonly (readonly [Assertion, RegExp])[] = [
  ['doubled', /\b(?:doubled|doubling)\b/gi],
  ['halved', /\bhalved\b/gi],
];
const RECORD =
  /\b(?:the\s+|its\s+|their\s+)?(?<which>highest|lowest)\b(?:\s+(?:\w+\s+){0,3}?)?(?:since\s+(?:records began|(?:[a-z]+\s+)?(?<since>(?:19|20)\d\d))|on record|ever|(?:in|for)\s+(?:(?:the|at least|over|more than)\s+){0,2}(?<years>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+years)/gi;

/** Everything of these kinds that a sentence says, in its order. */
export function assertionsIn(text: string): (SaidWords & { readonly record?: RegExpMatchArray })[] {
  const words = [...text.matchAll(new RegExp(`\\b${DIRECTION_WORD}\\b`, 'gi'))].filter(
    (match) => !isName(match) && !OF_SIZE.test(text.slice(match.index + match[0].length)),
  );
  const directions = words.map((match) => {
    const end = match.index + match[0].length;
    const isVerb = PAST.test(match[0]) || /\bto\s+$/i.test(text.slice(0, match.index));
    return { says: directionOf(match[0])!, start: match.index, end, isNoun: !isVerb && OF.test(text.slice(end)) };
  });
  const levels = [...text.matchAll(LEVEL)].map((match) => spanned(match, 'level'));
  const multiples = MULTIPLES.flatMap(([says, pattern]) =>
    [...text.matchAll(pattern)].map((match) => spanned(match, says)),
  );
  const records = [...text.matchAll(RECORD)].map((match) => ({
    ...spanned(match, match.groups!.which!.toLowerCase() as Assertion),
    record: match,
  }));
  return [...directions, ...levels, ...multiples, ...records].sort((a, b) => a.start - b.start);
}

/** "more than halved", "fewer than 20", "above target", "below the national average": nothing moved by that. */
const OF_SIZE =
  /^\s+than\s+(?:doubled|doubling|halved|half|twice|(?!(?:19|20)\d\d\b)\d)|^(?:\s+than)?\s+(?:(?:the|its|our|their)\s+)?(?:[\w%-]+\s+){0,2}(?:targets?|averages?|peers|benchmarks?)\b/i;

/** "the Better Impact Dashboard": a word with a capital within a sentence is part of a name. */
function isName({ 0: word, index }: RegExpExecArray): boolean {
  return index > 0 && /^[A-Z]/.test(word);
}

function spanned(match: RegExpMatchArray, says: Assertion): SaidWords {
  return { says, start: match.index!, end: match.index! + match[0].length, isNoun: false };
}
