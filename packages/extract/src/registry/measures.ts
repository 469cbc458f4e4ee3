import { remember } from '../text/remember.ts';
import { wordsOf } from '../text/words.ts';
import { readDataFolder } from './data.ts';
import type { PhraseMatch } from './phrases.ts';
import { phraseIndex } from './phrases.ts';
import { expectIn, readUserFile } from './user-registry.ts';

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

const GROUPS = [...userGroups(), ...readDataFolder<MeasureGroup>('measures')];
const ENTRIES = entriesOf(GROUPS);
const GOOD = new Map(ENTRIES.map(({ measure }) => [measure.id, measure.good]));

/** A measure with its names. */
export interface MeasureWithNames {
  readonly measure: Measure;
  readonly names: readonly string[];
}

/** Every measure of the registry, in the order of its groups. */
export function allMeasures(): readonly MeasureWithNames[] {
  return ENTRIES.map(({ entry, measure }) => ({
    measure,
    names: [entry.label, ...entry.aliases, ...(entry.rows ?? [])],
  }));
}

/**
 * Whether a rise in a measure is an improvement (`up`) or a fall is (`down`).
 *
 * @param id of the measure
 * @returns null where neither is, or the registry has no such measure
 */
export function directionOfGood(id: string): 'up' | 'down' | null {
  const good = GOOD.get(id);
  return good ? (good === 'higher' ? 'up' : 'down') : null;
}

/** A person's own line for a measure of the registry adds names to it; what it says otherwise goes before. */
function entriesOf(groups: readonly MeasureGroup[]): { entry: MeasureEntry; measure: Measure }[] {
  const entries = new Map<string, { entry: MeasureEntry; measure: Measure }>();
  for (const group of groups) {
    for (const entry of group.measures) {
      const measure = toMeasure(group, entry);
      const known = entries.get(measure.id!);
      if (!known) entries.set(measure.id!, { entry, measure });
      else {
        const aliases = [...known.entry.aliases, ...entry.aliases];
        const rows = [...(known.entry.rows ?? []), ...(entry.rows ?? [])];
        const own = { unit: known.entry.unit ?? measure.unit, good: known.entry.good ?? measure.good };
        entries.set(measure.id!, {
          entry: { ...known.entry, aliases, rows },
          measure: { ...measure, ...own, label: entry.label },
        });
      }
    }
  }
  return [...entries.values()];
}

/** @throws RegistryError where a person's own file is not as it should be */
function userGroups(): MeasureGroup[] {
  const file = 'measures.yaml';
  const content = readUserFile(file);
  if (content === null || content === undefined) return [];
  expectIn(file, Array.isArray(content), 'a list of groups was expected, each with `group` and `measures`');
  for (const group of content) {
    expectIn(
      file,
      typeof group?.group === 'string' && Array.isArray(group.measures),
      'each group needs `group` and `measures`',
    );
    for (const measure of group.measures) {
      expectIn(
        file,
        typeof measure?.label === 'string',
        `each measure of the group "${group.group}" needs a \`label\``,
      );
      const isNames = (names: unknown) => Array.isArray(names) && names.every((name) => typeof name === 'string');
      expectIn(file, isNames(measure.aliases ?? []), `the \`aliases\` of "${measure.label}" must be a list of texts`);
      expectIn(file, isNames(measure.rows ?? []), `the \`rows\` of "${measure.label}" must be a list of texts`);
      const good = measure.good ?? group.good ?? null;
      expectIn(
        file,
        [null, 'higher', 'lower'].includes(good),
        `\`good\` of "${measure.label}" must be higher, lower or null`,
      );
      measure.aliases ??= [];
    }
    group.unit ??= 'count';
    group.good ??= null;
  }
  return content as MeasureGroup[];
}

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
export const NEUTRAL: ReadonlySet<string> = new Set(
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

/** How a whole label was found in the registry. */
export type LabelMatch = 'name' | 'same words' | 'same words but those that tell nothing';

/** How a label means the measure that `measureOfLabel` gives; null where it means none. */
export function howLabelMatches(label: string): LabelMatch | null {
  const measure = measureOfLabel(label);
  if (measure === null) return null;
  if (exactMeasure(label) === null) return 'same words but those that tell nothing';
  const names = ENTRIES.find((own) => own.measure === measure)!.entry;
  const key = (name: string) =>
    wordsOf(name)
      .map((word) => word.key)
      .join(' ');
  const isName = [names.label, ...names.aliases, ...(names.rows ?? [])].some((name) => key(name) === key(label));
  return isName ? 'name' : 'same words';
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
