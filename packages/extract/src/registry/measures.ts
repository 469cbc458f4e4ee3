import { remember } from '../text/remember.ts';
import { wordsOf } from '../text/words.ts';
import { readData } from './data.ts';
import type { PhraseMatch } from './phrases.ts';
import { phraseIndex } from './phrases.ts';

/** A measure of the registry. */
export interface Measure {
  /** Null for a measure made of two ("Conviction rate - Rape") that the registry does not list. */
  readonly id: string | null;
  readonly label: string;
  readonly group: string;
  readonly unit: string;
  /** The direction that is an improvement; null where neither is. */
  readonly good: 'higher' | 'lower' | null;
}

interface MeasureEntry {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly rows?: readonly string[];
  readonly unit?: string;
  readonly good?: Measure['good'];
}

interface MeasureGroup {
  readonly group: string;
  readonly unit: string;
  readonly good: Measure['good'];
  readonly measures: readonly MeasureEntry[];
}

const GROUPS = readData<MeasureGroup[]>('measures.yaml');
const ENTRIES = GROUPS.flatMap((group) => group.measures.map((entry) => ({ entry, measure: toMeasure(group, entry) })));

function toMeasure(group: MeasureGroup, entry: MeasureEntry): Measure {
  return {
    id: slug(entry.label),
    label: entry.label,
    group: group.group,
    unit: entry.unit ?? group.unit,
    good: entry.good === undefined ? group.good : entry.good,
  };
}

/** "User satisfaction - Hate Crime" is `user-satisfaction-hate-crime`. */
function slug(label: string): string {
  return label
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const SPOKEN = phraseIndex(
  ENTRIES.flatMap(({ entry, measure }) => [entry.label, ...entry.aliases].map((name) => [name, measure] as const)),
);

/** Every measure that a text names, the longest name at each place. */
export const findMeasures: (text: string) => readonly PhraseMatch<Measure>[] = remember((text) => SPOKEN.find(text));

/** Words of a label that do not tell one measure from another. */
const NEUTRAL = new Set(
  'number no of the a an in for on at by to total recorded volume level overall offence crime incident case reported force all count and figure against'.split(
    ' ',
  ),
);

const BY_WORDS = new Map<string, Measure>();
const LOOSE = new Map<string, Measure>();
for (const { entry, measure } of ENTRIES) {
  for (const name of [entry.label, ...entry.aliases, ...(entry.rows ?? [])]) {
    const [exact, loose] = [wordSet(name, false), wordSet(name, true)];
    if (!BY_WORDS.has(exact)) BY_WORDS.set(exact, measure);
    if (loose && !LOOSE.has(loose)) LOOSE.set(loose, measure);
  }
}

/** The measure that has exactly this name, in any order of words; null where none has. */
export function exactMeasure(label: string): Measure | null {
  return BY_WORDS.get(wordSet(label, false)) ?? null;
}

/**
 * The measure that a whole label means ("Number of Anti-Social Behaviour Incidents", "Robbery (Personal)"): the same
 * words in any order, then the same words without those that tell nothing. Null where the registry has none.
 */
export const measureOfLabel: (label: string) => Measure | null = remember((label) => {
  const loose = wordSet(label, true);
  return exactMeasure(label) ?? (loose ? (LOOSE.get(loose) ?? null) : null);
});

function wordSet(text: string, loose: boolean): string {
  const keys = wordsOf(text).map((word) => word.key);
  const kept = loose ? keys.filter((key) => !NEUTRAL.has(key)) : keys;
  return [...new Set(kept)].sort().join(' ');
}
