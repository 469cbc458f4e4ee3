import { createRequire } from 'node:module';
import type { WinkMethods } from 'wink-nlp';
import { remember } from '../text/remember.ts';

/** The universal parts of speech (Universal Dependencies, UPOS), as far as a word or mark of a sentence has one. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** A word or mark; offsets are half-open UTF-16 offsets in its sentence. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly pos: PartOfSpeech;
}

/** As much of a sentence is tagged, in characters: what is longer is a list, a dump or an attack. */
const LONGEST = 4000;

/** The words and marks of a sentence with their parts of speech. Deterministic; knows no word of the field. */
export const tag: (sentence: string) => readonly Token[] = remember((sentence) => {
  const nlp = tagger();
  const text = sentence.slice(0, LONGEST).replace(OVERLONG, (word) => ' '.repeat(word.length));
  const words = nlp.readDoc(text).tokens();
  const texts = words.out();
  const tags = words.out(nlp.its.pos) as PartOfSpeech[];
  const tokens: Token[] = [];
  let at = 0;
  for (const [index, word] of texts.entries()) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    if (tags[index] !== 'SPACE') tokens.push({ start, end: at, text: word, pos: tags[index]! });
  }
  return tokens;
}, 2000);

/** What is longer is no word. */
const OVERLONG = /\S{60,}/g;

let loaded: WinkMethods | null = null;
let read = 0;

/** An instance keeps every new word and figure that it meets: after this many sentences (3 MB of them) another is made. */
const RENEWED_AFTER = 10_000;

/** wink-nlp with the model that its package ships; loaded when the first sentence is read (0.2 s, 40 MB). */
function tagger(): WinkMethods {
  read += 1;
  if (loaded === null || read > RENEWED_AFTER) {
    read = 1;
    const require = createRequire(import.meta.url);
    loaded = (require('wink-nlp') as typeof import('wink-nlp').default)(require('wink-eng-lite-web-model'), ['pos']);
  }
  return loaded;
}
