import type { Word } from '../text/words.ts';
import { wordsOf } from '../text/words.ts';

/** A phrase found in a text; offsets are half-open UTF-16 offsets. */
export interface PhraseMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly entry: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  entry: T | null;
}

/** Finds the longest of many phrases at each place of a text, word by word (a trie of word keys). */
export interface PhraseIndex<T> {
  readonly find: (text: string) => PhraseMatch<T>[];
}

/** Builds an index of phrases; of two entries with one phrase the first wins. */
export function phraseIndex<T>(entries: Iterable<readonly [phrase: string, entry: T]>): PhraseIndex<T> {
  const root: Node<T> = { next: new Map(), entry: null };
  for (const [phrase, entry] of entries) {
    let node = root;
    for (const { key } of wordsOf(phrase)) {
      const next = node.next.get(key) ?? { next: new Map(), entry: null };
      node.next.set(key, next);
      node = next;
    }
    node.entry ??= entry;
  }
  return { find: (text) => findPhrases(root, wordsOf(text)) };
}

function findPhrases<T>(root: Node<T>, words: readonly Word[]): PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  for (let at = 0; at < words.length; ) {
    const match = longestAt(root, words, at);
    if (match) found.push({ start: words[at]!.start, end: words[match.last]!.end, entry: match.entry });
    at = match ? match.last + 1 : at + 1;
  }
  return found;
}

function longestAt<T>(root: Node<T>, words: readonly Word[], from: number): { entry: T; last: number } | null {
  let node: Node<T> | undefined = root;
  let best: { entry: T; last: number } | null = null;
  for (let at = from; at < words.length; at++) {
    node = node.next.get(words[at]!.key);
    if (!node) break;
    if (node.entry !== null) best = { entry: node.entry, last: at };
  }
  return best;
}
