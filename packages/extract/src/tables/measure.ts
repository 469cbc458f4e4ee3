import type { Observation } from '@scrutineer/model';
import type { PaperContext } from '../context.ts';
import { areaOfLabel } from '../registry/areas.ts';
import { type Measure, measureOfLabel } from '../registry/measures.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { wordsOf } from '../text/words.ts';
import type { Column } from './column.ts';
import type { RowLabel } from './row-label.ts';
import type { Section } from './rows.ts';
import type { Topic } from './topic.ts';

interface Named {
  readonly measure: { readonly id: string | null; readonly label: string };
  readonly breakdown: Observation['breakdown'];
  /** The registry knows it. */
  readonly known: boolean;
  /** The unit the registry gives it; null where it is not known. */
  readonly unit: string | null;
}

interface Cell {
  readonly context: PaperContext;
  readonly topic: Topic;
  readonly section: Section;
  readonly column: Column | null;
  readonly label: RowLabel;
  /** The rows of the table are periods: its total is one over them. */
  readonly periodRows: boolean;
  /** What the areas of the rows are ranked by: the name of the only column of levels; null where there are several. */
  readonly rankedBy?: string | null;
}

/** A label of few words that means something only under its title or topic. */
const GENERIC =
  /^(?:totals?|all|other|others|unknown|overall|number|count|force|yes|no|male|female|high|medium|standard|low|adults?|child(?:ren)?|average|mean|median|actual|variance|difference|change|target|budget|establishment|strength|white(?: british| other)?|black|asian|mixed|chinese|bame|bme|not (?:stated|known|recorded)|crimes?|offences?|incidents?|recorded|taken|received|logged|reported|recorded (?:crimes?|offences?|incidents?)|cases|.{1,3})$/i;

/** The measure of a cell: by its row's label, else by its column's, under the table's topic. */
export function nameMeasure(
  cell: Cell,
  figure: { share: boolean; percentLevel: boolean; money: boolean; rank: boolean; count: boolean },
): Named {
  const parts = namesOf(cell);
  const found = registryMeasure(cell, parts);
  const measure = (figure.money && found?.unit !== 'GBP') || isVolume(found, figure) ? null : found;
  const base = measure?.label ?? composeLabel(cell, parts, figure.money);
  if (figure.rank) return rankName(cell, measure, base);
  const share = figure.share && !/\b(?:share|proportion|percentage|rate|%)\b/i.test(base) ? ', share' : '';
  const residue = cell.column && !cell.column.area && parts.row !== null ? cell.column.residue : '';
  const breakdown =
    measure && isCategory(residue) && addsWord(residue, measure.label)
      ? [{ dimension: 'category', value: residue }]
      : [];
  const label = base + (breakdown.length > 0 ? ` - ${residue}` : '') + share;
  const known = measure !== null && share === '' && breakdown.length === 0;
  return { measure: { id: known ? measure.id : null, label }, breakdown, known, unit: measure?.unit ?? null };
}

/** "Homicides, rank in Most Similar Group": a rank is named with its field. */
function rankName({ column, section, label, rankedBy }: Cell, measure: Measure | null, base: string): Named {
  const field = column ? areaOfLabel(column.residue) : null;
  const ofRow = label.name && !label.isArea ? label.name : null;
  const name = measure?.label ?? ofRow ?? rankedBy ?? section.titles.at(-1) ?? base;
  return {
    measure: { id: null, label: `${name}, rank${field ? ` in ${field.label}` : ''}` },
    breakdown: [],
    known: measure !== null,
    unit: null,
  };
}

/** A count in the row of a percentage ("Volume" beside "Performance") is not that percentage. */
function isVolume(measure: Measure | null, figure: { count: boolean }): boolean {
  return figure.count && measure?.unit === 'percent';
}

interface Names {
  /** The row's name where it names a measure; null where it names an area, a period or nothing. */
  readonly row: string | null;
  readonly column: string;
}

function namesOf({ label, column, periodRows }: Cell): Names {
  const isMeasure = label.name !== '' && !label.isArea && !label.period && !(label.total && periodRows);
  const own = column && !column.area ? column.residue : '';
  return { row: isMeasure ? label.name : null, column: isMeasure || own === '' ? own : column!.name };
}

function registryMeasure(
  { context, topic, section, label, column }: Cell,
  { row, column: residue }: Names,
): Measure | null {
  const title = section.titles.at(-1) ?? '';
  const expand = (text: string) => expandAcronyms(text, context.acronyms);
  if (row !== null) {
    const generic = GENERIC.test(row) ? (ofTopic(topic, row) ?? measureOfLabel(`${title} ${row}`)) : null;
    return generic ?? label.measure ?? measureOfLabel(expand(row)) ?? (topic.label ? memberOf(topic, row) : null);
  }
  const byColumn =
    column && residue
      ? (measureOfLabel(residue) ??
        measureOfLabel(column.name) ??
        (column.header[0] ? measureOfLabel(column.header[0]) : null))
      : null;
  return byColumn ?? (residue === '' || !isCategory(residue) ? topic.measure : null);
}

/** "Incidents" under "Five year trend of ASB incidents": what the topic counts, by the noun of its name. */
function ofTopic({ measure }: Topic, row: string): Measure | null {
  if (measure?.unit !== 'count') return null;
  if (/^(?:number )?(?:recorded|taken|received|logged|reported)$/i.test(row)) return measure;
  const noun = /^(?:recorded )?(crime|offence|incident)s?$/i.exec(row)?.[1]?.toLowerCase();
  return noun && measure.label.toLowerCase().includes(noun) ? measure : null;
}

/** "Burglary" under "User satisfaction"; "Killed" under "killed or seriously injured" adds no word and is no member. */
function memberOf(topic: Topic, row: string): Measure | null {
  const member = measureOfLabel(`${topic.label} ${row}`);
  return member && (member.id !== topic.measure?.id || GENERIC.test(row)) ? member : null;
}

/** A label made of the words the table prints, where the registry has none. */
function composeLabel({ topic, section, label }: Cell, { row, column }: Names, money: boolean): string {
  if (row === null) {
    const measure = topic.fromHeading && isCategory(column) ? '' : (topic.label ?? section.titles.at(-1) ?? '');
    return (
      [measure, isCategory(column) ? column : ''].filter(Boolean).join(' - ') ||
      (label.isArea || label.period ? '' : label.name) ||
      'unnamed measure'
    );
  }
  const title = section.titles.at(-1);
  const captioned = topic.label !== null && !topic.fromHeading;
  const lead =
    !isCategory(column) && (GENERIC.test(row) || (money && label.measure !== null) || captioned)
      ? captioned
        ? topic.label
        : (title ?? topic.label)
      : null;
  return [lead, row, isCategory(column) ? column : ''].filter(Boolean).join(' - ');
}

/** "Spend" over "Front line policing spend" says nothing more. */
function addsWord(residue: string, label: string): boolean {
  const known = new Set(wordsOf(label).map((word) => word.key));
  return wordsOf(residue).some((word) => !known.has(word.key));
}

/** What is left of a header is a category when it has a word in it. */
function isCategory(residue: string): boolean {
  return /[A-Za-z]{3}/.test(residue);
}
