import { readData } from '../registry/data.ts';

type WordClass =
  | 'determiners'
  | 'prepositions'
  | 'conjunctions'
  | 'auxiliaries'
  | 'verbs'
  | 'actors'
  | 'counted'
  | 'heads';

const DATA = readData<Record<WordClass, string[]>>('grammar.yaml');
const SETS = new Map((Object.entries(DATA) as [WordClass, string[]][]).map(([name, words]) => [name, new Set(words)]));

/** Whether a word belongs to one of the classes, whatever its case. */
export function isWord(word: string, ...classes: readonly WordClass[]): boolean {
  const lower = word.toLowerCase();
  return classes.some((name) => SETS.get(name)!.has(lower));
}

/** A past participle by its ending ("submitted"), or one of the common irregular ones. */
export function isParticiple(word: string): boolean {
  return (
    /^(?:[a-z]{2,}(?<!e)ed|held|made|seen|given|taken|shown|spent|known|left|met|brought|sold|lost|found|driven|stolen|paid)$/i.test(
      word,
    ) && !/^(?:speed|need|indeed|exceed|proceed|red|shed|bed)$/i.test(word)
  );
}
