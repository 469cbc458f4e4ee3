import { NUMBER_WORD } from '../figures/number-words.ts';
import { tag } from '../language/tagger.ts';
import { MONTH } from '../periods/elements.ts';
import { areaOfLabel } from '../registry/areas.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';

/** A token of a sentence: a word or a punctuation mark. */
interface Token {
  readonly text: string;
  readonly start: number;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?(?![\w-])|[A-Za-z0-9£%&][\w'’/&%.-]*(?<![.'-])|[^\s\w]/g)].map(
    (match) => ({
      text: match[0],
      start: match.index,
    }),
  );
}

/** The number that a line is called by is part of the name of its calls. */
const CALL_LINE = /^(?:999|101|111)$/;

/** The longest noun phrase that is read as a name, in words. */
const LONGEST = 8;

/**
 * The noun phrase at the beginning of a text, with what "of" adds to it: "public service volunteers across …" is
 * "public service volunteers"; empty where the text begins with no noun.
 */
export function nounPhraseAt(text: string): string {
  const words: string[] = [];
  const tokens = tokensOf(text);
  for (const [index, { text: word }] of tokens.entries()) {
    if (words.length === 0 && CALL_LINE.test(word) && /^(?:calls?|emergency)$/i.test(tokens[index + 1]?.text ?? '')) {
      words.push(word);
      continue;
    }
    if (words.length === 0 && (/^\d+$/.test(word) || word === '+')) continue;
    if (words.at(-1) === 'of' && /^(?:\d[\d,]*|additional|further|extra)$/i.test(word)) continue;
    if (!/^[A-Za-z]/.test(word)) break;
    if (
      words.length === 0 &&
      (isWord(word, 'determiners') ||
        /^(?:fte|wte|of|additional|further|extra|new|separate|different|other|more|such)$/i.test(word))
    )
      continue;
    if (/^of$/i.test(word) && words.length > 0) {
      words.push('of');
      continue;
    }
    if (/^and$/i.test(word) && joinsAdjectives(words, tokens, index)) {
      words.push('and');
      continue;
    }
    if (isWord(word, 'prepositions', 'conjunctions', 'auxiliaries')) break;
    if (isWord(word, 'determiners')) {
      if (words.at(-1) === 'of') continue;
      break;
    }
    const plural = words.length > 0 && /s$/i.test(words.at(-1)!) && !/'s$/i.test(words.at(-1)!);
    if (plural && (isParticiple(word) || isWord(word, 'verbs') || /ing$/i.test(word))) break;
    if (words.length > 0 && isWord(word, 'verbs') && !/s$/i.test(word)) break;
    words.push(word);
    if (words.length >= LONGEST) break;
  }
  while (words.length > 0 && /^(?:of|and)$/i.test(words.at(-1)!)) words.pop();
  return words.join(' ');
}

/** "part and full time staff": an "and" between adjectives stays inside the phrase. */
function joinsAdjectives(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text ?? '';
  return (
    words.length === 1 &&
    !/s$/i.test(words[0]!) &&
    /^[a-z]/.test(next) &&
    !isWord(next, 'prepositions', 'auxiliaries', 'determiners')
  );
}

/** The participle that follows a noun phrase ("reviews submitted", "have been completed"); empty where none does. */
export function participleAfter(text: string): string {
  const match =
    /^\W*(?:\([^)]*\)\s*)?(?:(?:have|has|had|was|were|are|is|being|been|be|now|also|to|will)\s+)*([a-z]+)\b/i.exec(
      text,
    );
  return match && isParticiple(match[1]!) && !/^compared$/i.test(match[1]!) ? match[1]! : '';
}

/** The verb that governs what follows ("received", "has allocated up to"); empty where the text ends with none. */
export function verbBefore(text: string): string {
  const words = tokensOf(text).map((token) => token.text);
  for (const word of words.slice(-4).reverse()) {
    if (isWord(word, 'verbs') || isParticiple(word)) return isWord(word, 'prepositions') ? '' : word;
    if (!isWord(word, 'determiners', 'prepositions', 'auxiliaries') && !/ly$/i.test(word)) return '';
  }
  return '';
}

const LEADING_ADVERBIAL = /^(?:[^,]{0,60},\s+)(?=\S)/;

/**
 * The subject of a clause: the noun phrase before its verb, without what "the" and "for" add; empty for pronouns and
 * for those who report (the Commissioner, the force): they name no measure.
 */
export function subjectOf(clause: string): string {
  const text = mainClause(clause);
  const words: string[] = [];
  const finite = finiteVerbs(text);
  for (const [index, { text: word }] of tokensOf(text).entries()) {
    if (
      isWord(word, 'auxiliaries') ||
      (index > 0 && words.length > 0 && (isFiniteVerb(word, words) || finite.has(word)))
    )
      return nameOf(words);
    if (word === '(' || word === ')' || word === '"' || word === "'") continue;
    if (!/^[A-Za-z0-9]/.test(word)) {
      if (word === '-' || word === '&' || word === '/') continue;
      return nameOf(words);
    }
    words.push(word);
    if (words.length > 14) return '';
  }
  return '';
}

/** Verbs in a finite form that no list knows: what ends in "-ed" or "-ing" may qualify a noun. */
function finiteVerbs(text: string): ReadonlySet<string> {
  return new Set(
    tag(text).flatMap(({ pos, text: word }) => (pos === 'VERB' && !/(?:ed|ing|en)$/i.test(word) ? [word] : [])),
  );
}

/** A clause without the adverbial it begins with: "To date the office …", "During this quarter, …". */
function mainClause(clause: string): string {
  const short = clause
    .replace(/^\s*it is \w+ (?:\w+ )?that\s+/i, '')
    .replace(
      /^\s*(?:to date|so far|in total|in addition|currently|overall|at present|since then|as a result),?\s+/i,
      '',
    );
  if (!startsWithAdverbial(short)) return short;
  if (LEADING_ADVERBIAL.test(short)) return short.replace(LEADING_ADVERBIAL, '');
  return /,\s*$/.test(short) ? '' : short;
}

function startsWithAdverbial(clause: string): boolean {
  const first = /^[A-Za-z]+(?:-[A-Za-z]+)*/.exec(clause)?.[0] ?? '';
  return (
    isWord(first, 'prepositions', 'conjunctions') ||
    /^(?:also|additionally|nationally|overall|however|continuing|to|so|since|currently|previously|following|further|furthermore)$/i.test(
      first,
    )
  );
}

function isFiniteVerb(word: string, before: readonly string[]): boolean {
  if (!isWord(word, 'verbs')) return false;
  const previous = before.at(-1)!;
  return (
    (!isWord(previous, 'determiners', 'prepositions', 'conjunctions') && !/ly$/i.test(previous)) ||
    /^(?:that|which|who)$/i.test(previous)
  );
}

const IS_MONTH = new RegExp(`^(?:${MONTH})$`, 'i');

/** "Lancashire's annual increases" names no measure by where and when. */
function isAreaOrTime(word: string): boolean {
  return areaOfLabel(word.replace(/'s$/, '')) !== null || IS_MONTH.test(word);
}

const IS_NUMBER_WORD = new RegExp(`^${NUMBER_WORD}$`, 'i');

function isNumber(word: string): boolean {
  return /^\d[\d,.]*$/.test(word) || IS_NUMBER_WORD.test(word);
}

/** A subject's words up to its first preposition other than "of" and "for", without determiners; "" for mere actors. */
function nameOf(words: readonly string[]): string {
  const kept: string[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0 && isWord(word, 'prepositions') && !/^(?:of|for|and|on|to)$/i.test(word)) break;
    if (!isWord(word, 'determiners') && !IS_MONTH.test(word) && !isNumber(word)) kept.push(word);
  }
  while (kept.length > 0 && isWord(kept.at(-1)!, 'prepositions', 'conjunctions')) kept.pop();
  while (kept.length > 0 && isWord(kept[0]!, 'prepositions', 'conjunctions')) kept.shift();
  const telling = kept.filter(
    (word) => !isWord(word, 'actors', 'counted', 'prepositions', 'conjunctions', 'determiners') && !isAreaOrTime(word),
  );
  return telling.length === 0 || kept.length > LONGEST + 2 ? '' : kept.join(' ').replace(/'s$/, '');
}
