import type { PaperContext } from '../context.ts';
import { areaOfLabel } from '../registry/areas.ts';
import { labelOfPieces } from '../registry/label.ts';
import { exactMeasure, type Measure, measureOfLabel } from '../registry/measures.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { wordsOf } from '../text/words.ts';
import type { Line } from './line.ts';
import type { Topic } from './topic.ts';

/** What a cell measures. */
export interface CellName {
  readonly measure: { readonly id: string | null; readonly label: string };
  /** The unit that the registry gives it; null where it is not known. */
  readonly unit: string | null;
}

/** A figure's kind, as far as it bears on its name. */
export interface FigureKind {
  readonly unit: string;
  /** The unit of the levels, where it is a rate per so many people; null elsewhere. */
  readonly rate: string | null;
  readonly isShare: boolean;
  readonly isRank: boolean;
  readonly isVariance: boolean;
  readonly isChange: boolean;
}

/** The label of what nothing in the paper names. */
const UNNAMED = '(not named)';

export interface NamedCell {
  readonly context: PaperContext;
  readonly topic: Topic;
  /** The nearest title row above, without what is a period or an area; null where none stands. */
  readonly title: string | null;
  readonly row: Line;
  readonly column: Line;
  /** What the rows are ranked by, where they are areas: the only column of levels, of which a column of changes is too. */
  readonly rankedBy: string | null;
}

/** A label of few words that means something only under its title or topic. */
const GENERIC =
  /^(?:(?:grand |sub-?)?totals?|all|other|others|unknown|overall|number|count|rate|force|yes|no|male|female|men|women|high|medium|standard|low|adults?|child(?:ren)?|average|mean|median|actual|variance|difference|change|target|budget|establishment|strength|white(?: british| other)?|black|asian|mixed|chinese|bame|bme|not (?:stated|known|recorded)|crimes?|offences?|incidents?|recorded|taken|received|logged|reported|recorded (?:crimes?|offences?|incidents?)|cases|satisfied|volume|performance|[a-h]|\d+[-+]?\d*|.{1,2})$/i;

/**
 * The name of a cell's measure, of what its row, its columns, the title rows and the table's topic say. The registry is
 * asked for the whole name first, then for its parts where nothing else is said; its id is given only where no word of
 * the name tells otherwise.
 */
export function nameCell(cell: NamedCell, kind: FigureKind): CellName {
  const expand = (text: string) => expandAcronyms(text, cell.context.acronyms);
  const parts = (kind.isRank ? rankedParts(cell) : partsOf(cell, kind)).map(expand);
  const own = joined(parts);
  const measure = kind.isRank || kind.isVariance ? null : registryMeasure(own, parts, kind);
  const ofRate = kind.rate ? registryMeasure(own, parts, null) : null;
  const base = measure ? labelOfPieces(measure, own) : ofRate ? labelOfPieces(ofRate, own) : own;
  const label = base + suffix(base, kind, cell);
  const known = measure !== null && label === base && (!kind.isShare || measure.unit === 'percent');
  return {
    measure: { id: known ? measure.id : null, label: label || UNNAMED },
    unit: (measure ?? registryMeasure(own, parts, null))?.unit ?? null,
  };
}

function suffix(
  base: string,
  { isShare, isRank, isVariance, rate: per }: FigureKind,
  { topic, column }: NamedCell,
): string {
  if (isRank) return '';
  if (isVariance && !/\b(?:variance|distance|gap)\b/i.test(base)) return ', variance';
  if (isShare && !/\b(?:share|proportion|percentage|rate|%)\b/i.test(base)) return ', share';
  const rate = per === 'per-1000' ? ' per 1,000 population' : per === 'per-100k' ? ' per 100k population' : '';
  if (!rate || /\bper\s+(?:1|head)/i.test(base)) return '';
  if (column.headers.some(({ text }) => /\brate\b/i.test(text)) && !/\brate/i.test(base)) return ' rate';
  const said = `${topic.name ?? ''} ${column.names.join(' ')}`;
  return (/\brate/i.test(said) && !/\brate/i.test(base) ? ' rate' : '') + rate;
}

/** The parts of a name from the outermost to the innermost; a part that adds no word to the others is left out. */
function partsOf({ topic, title, row, column, rankedBy }: NamedCell, kind: FigureKind): string[] {
  const told = kind.isChange || kind.isVariance ? column.names.map(withoutChangeWords) : column.names;
  const columnNames = row.names.some((name) => !isGeneric(name)) ? told.filter((name) => !COUNTS.test(name)) : told;
  const inner = [...columnNames.slice(0, -1), ...row.names, ...columnNames.slice(-1)].filter((name) => name !== '');
  const isUnnamed = (kind.isChange || kind.rate !== null) && inner.length === 0;
  const ofLevels = isUnnamed && topic.fromHeading && title === null ? rankedBy : null;
  if (ofLevels) return [ofLevels];
  const subject = row.names.at(-1) ?? columnNames.at(-1) ?? null;
  const measure = inner.length > 0 ? (measureOfLabel(joined(inner)) ?? measureOfLabel(subject ?? '')) : null;
  const needed = subject === null || isGeneric(subject) || (row.names.length === 0 && measure === null);
  const isOther = measure !== null && !kind.isShare && !kind.isVariance && kind.rate === null && !fits(measure, kind);
  const over = [topic.name, title].filter((name): name is string => name !== null);
  const kept = over.filter((name, index) => {
    if (index === 0 && over.length === 2 && title === name) return false;
    if (isObjective(name)) return false;
    if (needed) return index === over.length - 1 || !isGenericTopic(name);
    if (isOther || isAspect(name)) return !(topic.fromHeading && name === topic.name && measure !== null && !isOther);
    return measure === null && (title === name || (!topic.fromHeading && name.split(' ').length <= MOST_TOPIC_WORDS));
  });
  return withoutRepeats(
    kept,
    columnNames.filter((name) => name !== ''),
    row.names,
  );
}

/** "Number of offences", "No. of crimes": what only says that the rows were counted. */
const COUNTS =
  /^(?:(?:the|total|overall|recorded|reported|number|numbers|no\.?|nos\.?|count|counts|volume|sum|of|all)\s+)*(?:offences?|crimes?|incidents?|occurrences?|number|count|volume|between and|and|between)$/i;

/** A topic of more words is a sentence rather than a name. */
const MOST_TOPIC_WORDS = 5;

/** "Supporting vulnerable people", "Tackling crime": an objective of a plan, and no measure. */
function isObjective(name: string): boolean {
  return /^(?!re-?offending)[a-z]+ing\b\s+\S/i.test(name);
}

/** A topic that every label under it repeats says little. */
function isGenericTopic(name: string): boolean {
  return /^(?:recorded )?(?:crimes?|offences?|performance|incidents?)$/i.test(name);
}

/** "Reductions vs", "% increase in": what only says that a figure is a change. */
function withoutChangeWords(name: string): string {
  return name
    .replace(
      /\b(?:reductions?|increases?|decreases?|changes?|differences?|variances?|actual|numeric|vs?|versus|in|of|per ?cent(?:age)?)\b\.?|[%#+/()-]/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a rank is of: its row, else what the only other column of levels holds; "MSG Rank" names the field and no measure. */
function rankedParts({ topic, title, row, rankedBy }: NamedCell): string[] {
  const own = row.names.length > 0 ? row.names : rankedBy ? [rankedBy] : [];
  return own.length > 0 ? [...own] : [title ?? topic.name ?? ''].filter((name) => name !== '');
}

/** The group in which a column ranks: "MSG Rank", "National position"; null where it tells none. */
export function rankField(column: Line): string | null {
  const words = column.headers.map(({ text }) =>
    text.replace(/\b(?:rank(?:ing|ed)?|position|place|out of \d+|of \d+)\b|[()]/gi, ' ').trim(),
  );
  return words.map((text) => areaOfLabel(text)).find((area) => area !== null)?.label ?? null;
}

function isGeneric(name: string): boolean {
  return GENERIC.test(name.trim());
}

/** Nouns that make a measure of another one: a rate, a satisfaction, a cost of it. */
const ASPECT =
  /\b(?:satisf\w+|confidence|detect\w+|outcomes?|solved|charge[ds]?|arrests?|repeats?|victims?|offenders?|suspects?|searches|referrals|response|timeliness|sickness|absence|variance|outturn|complaints?|allegations?|surve\w+|convictions?|reoffending|re-offending|resignations|leavers|joiners|perception|use of force)\b/i;

/** A title that says of what kind its figures are, in few words. */
function isAspect(name: string): boolean {
  return ASPECT.test(name) && name.split(' ').length <= MOST_ASPECT_WORDS;
}

const MOST_ASPECT_WORDS = 7;

/** Drops a part whose words all stand in parts that say more: the row before its columns, those before what is above. */
function withoutRepeats(over: readonly string[], columns: readonly string[], rows: readonly string[]): string[] {
  const said = new Set<string>();
  const keep = (part: string) => {
    const words = wordsOf(part).map(({ key }) => key);
    const isNew = words.some((key) => !said.has(key));
    for (const key of words) said.add(key);
    return isNew;
  };
  const keptRows = [...rows].reverse().filter(keep).reverse();
  const keptColumns = [...columns].reverse().filter(keep).reverse();
  const keptOver = [...over].reverse().filter(keep).reverse();
  return [...keptOver, ...keptColumns.slice(0, -1), ...keptRows, ...keptColumns.slice(-1)];
}

function joined(parts: readonly string[]): string {
  return parts.join(' - ');
}

/** The registry's measure of a name: by all of its words, or by its only part. */
function registryMeasure(own: string, parts: readonly string[], kind: FigureKind | null): Measure | null {
  if (own === '') return null;
  const found =
    exactMeasure(own) ?? (parts.length === 1 ? measureOfLabel(own) : (measureOfWhole(parts) ?? measureOfPart(parts)));
  return found && kind && !fits(found, kind) ? null : found;
}

/** "Spend" beside "Visible": one part whose measure's name holds the words of all others. */
function measureOfPart(parts: readonly string[]): Measure | null {
  for (const [index, part] of parts.entries()) {
    const measure = exactMeasure(part);
    const known = new Set(wordsOf(measure?.label ?? '').map(({ key }) => key));
    const others = parts.filter((_, other) => other !== index).flatMap((other) => wordsOf(other));
    if (measure && others.every(({ key }) => known.has(key))) return measure;
  }
  return null;
}

/** "User satisfaction" over "Burglary": the words of both together. */
function measureOfWhole(parts: readonly string[]): Measure | null {
  return measureOfLabel(parts.join(' '));
}

function fits(measure: Measure, { unit, isChange, isShare }: FigureKind): boolean {
  if (isShare) return true;
  if (isChange) return unit !== 'percentage-point' || measure.unit === 'percent';
  if (unit === 'percent') return measure.unit === 'percent';
  if (unit === 'GBP' || measure.unit === 'GBP') return unit === measure.unit;
  if (unit === 'per-1000' || unit === 'per-100k') return measure.unit === unit;
  return measure.unit !== 'percent' || unit !== 'count';
}
