import { type PartOfSpeech, tag } from '../language/tagger.ts';
import { namesNothing } from './names-nothing.ts';

/** What a name may begin with. */
const BEGINS: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X', 'SYM']);
/** What names something. */
const NOUNS: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'NUM', 'X', 'SYM']);
/** What a name may end in: a noun, or the participle of what was done ("claims received"). */
const ENDS: ReadonlySet<PartOfSpeech> = new Set([...NOUNS, 'VERB']);

/**
 * A name made of a sentence's own words without the verbs, pronouns and adverbs that it begins or ends with: "stood
 * crimes" is "crimes", "own - forces also" is "forces". Empty where nothing else is left.
 */
export function nounName(label: string, sentence: string): string {
  const [name, ...suffix] = label.split(/(?=, (?:share|duration)\b)/);
  const kinds = kindsIn(sentence);
  const parts = name!
    .split(' - ')
    .map((part) => trimmed(part, kinds))
    .filter((part, index) => part !== '' && (hasNoun(part, kinds) || (index > 0 && /(?:ed|en)$/i.test(part))));
  const telling = parts.filter((part) => !namesNothing(part));
  const kept = telling.length > 0 ? telling : parts;
  return kept.length === 0 ? '' : kept.join(' - ') + suffix.join('');
}

function hasNoun(part: string, kinds: ReadonlyMap<string, ReadonlySet<PartOfSpeech>>): boolean {
  return part.split(' ').some((word) => {
    const found = kinds.get(word.toLowerCase());
    return found === undefined || [...found].some((kind) => NOUNS.has(kind)) || /\wing$/i.test(word);
  });
}

function trimmed(part: string, kinds: ReadonlyMap<string, ReadonlySet<PartOfSpeech>>): string {
  const words = part.split(' ');
  const isOne = (word: string, allowed: ReadonlySet<PartOfSpeech>, isFirst: boolean) => {
    const found = kinds.get(word.toLowerCase().replace(/[^\w'-]/g, ''));
    if (found === undefined) return true;
    return (
      [...found].some((kind) => allowed.has(kind)) ||
      (isFirst && found.has('VERB') && /(?:ed|ing)$/i.test(word) && words.length > 1)
    );
  };
  if (/\w(?:ed|en)$/i.test(part) || (words.length === 1 && /\wing$/i.test(part))) return part;
  while (words.length > 0 && !isOne(words[0]!, BEGINS, true) && !isTitle(words)) words.shift();
  while (words.length > 0 && !isOne(words.at(-1)!, words.length > 1 ? ENDS : BEGINS, false)) words.pop();
  return words.join(' ');
}

/** "Keep Safe", "Let's Talk": a name in capitals is kept whole. */
function isTitle([first = '', second = '']: readonly string[]): boolean {
  return /^[A-Z]/.test(first) && /^[A-Z]/.test(second);
}

/** The parts of speech that each word of a sentence has in it. */
function kindsIn(sentence: string): ReadonlyMap<string, ReadonlySet<PartOfSpeech>> {
  const kinds = new Map<string, Set<PartOfSpeech>>();
  for (const { text, pos } of tag(sentence)) {
    const key = text.toLowerCase();
    kinds.set(key, (kinds.get(key) ?? new Set()).add(pos));
  }
  return kinds;
}
