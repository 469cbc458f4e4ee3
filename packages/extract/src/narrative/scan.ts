import type { PaperContext } from '../context.ts';
import { placesIn } from '../facts/places.ts';
import type { ExcludedNumber, Figure } from '../figures/figure.ts';
import { findNumbersBesidePeriods } from '../figures/find.ts';
import { MONTH } from '../periods/elements.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { findPeriods } from '../periods/find.ts';
import { type Area, findAreas } from '../registry/areas.ts';
import { findMeasures, type Measure, measureOfLabel } from '../registry/measures.ts';
import type { PhraseMatch } from '../registry/phrases.ts';
import type { Acronyms } from '../text/acronyms.ts';
import { isWord } from '../text/lexicon.ts';
import { normalise } from '../text/normalise.ts';
import type { Range } from './sentences.ts';

/** A sentence with everything found in it. All offsets are half-open UTF-16 offsets in `text`. */
export interface Scan {
  /** The sentence, normalised. */
  readonly text: string;
  /** Where the sentence begins in its passage. */
  readonly offset: number;
  readonly figures: readonly Figure[];
  readonly excluded: readonly ExcludedNumber[];
  readonly periods: readonly PeriodMention[];
  readonly measures: readonly PhraseMatch<Measure>[];
  /** What only bears a measure's name: "Hate Crime referrals". */
  readonly modified: readonly PhraseMatch<string>[];
  readonly areas: readonly PhraseMatch<Area>[];
  /** Round brackets, outermost only. */
  readonly brackets: readonly Range[];
}

/** Names that a paper itself explains or uses. */
export type NamesOfPaper = Pick<PaperContext, 'acronyms' | 'places'>;

/** Finds figures, periods, measures, areas and brackets of one sentence. */
export function scanSentence(passage: string, range: Range, { acronyms, places }: NamesOfPaper): Scan {
  const text = normalise(passage.slice(range.start, range.end));
  const periods = withoutPlans(withoutRestated(findPeriods(text), text), text);
  const { figures, excluded } = findNumbersBesidePeriods(text);
  return {
    text,
    offset: range.start,
    figures: withoutFields(figures),
    excluded,
    periods,
    measures: measuresIn(text, acronyms),
    modified: modifiedIn(text),
    areas: withPlaces(text, withOwnPlaces(findAreas(text), placesIn(text, places)), periods),
    brackets: bracketsOf(text),
  };
}

/** "during 2010/11 (1 April to 16 January 2011)": what a bracket says more closely stands for both. */
function withoutRestated(periods: readonly PeriodMention[], text: string): PeriodMention[] {
  return periods.filter((mention, at) => {
    const next = periods[at + 1];
    if (!next || mention.expression.kind !== 'interval' || next.expression.kind !== 'interval') return true;
    const isBracket =
      /^\s*\((?:from\s+|for\s+)?$/i.test(text.slice(mention.end, next.start)) && /^\s*\)/.test(text.slice(next.end));
    const [outer, inner] = [mention.expression.interval, next.expression.interval];
    return !(isBracket && outer.start <= inner.start && outer.end >= inner.end);
  });
}

/** "the 2010/11 Policing Plan": the year of a plan is no figure's period. */
function withoutPlans(periods: readonly PeriodMention[], text: string): PeriodMention[] {
  return periods.filter(({ end }) => !PLAN.test(text.slice(end)));
}

const PLAN =
  /^\s+(?:(?:Policing|Police(?: and Crime)?|Delivery|Strategic|Annual|Business|Corporate|Control)\s+)+(?:Plan|Strategy|Strategies|Plans)\b/i;

/** A place that the paper names goes before what the registry finds in its name. */
function withOwnPlaces(
  known: readonly PhraseMatch<Area>[],
  own: readonly PhraseMatch<Area>[],
): readonly PhraseMatch<Area>[] {
  if (own.length === 0) return known;
  const rest = known.filter(({ start, end }) => !own.some((place) => start < place.end && end > place.start));
  return [...rest, ...own].sort((a, b) => a.start - b.start);
}

/** "crimes in Hitchin Rural": a name in capitals behind "in" that is no measure, period or scheme is a place. */
const PLACE =
  /\bin\s+(?<place>[A-Z][a-z][\w'-]+(?:\s+(?:and\s+)?[A-Z][a-z][\w'-]+){0,3})(?=\s+(?:had|has|have|is|are|was|were|to|from|rose|fell|down|up|by|with|and|recorded|which)\b|\s*[,;.:()]|\s*$)/g;
/** "Cockerton had 7,175 incidents": a name in capitals that a sentence begins with and that had, saw or recorded something. */
const SUBJECT_PLACE =
  /(?:^|[.;]\s+|,\s+(?:while|whilst|and|but)\s+)(?<place>[A-Z][a-z][\w'-]+(?:\s+(?:and\s+)?[A-Z][a-z][\w'-]+){0,3})(?=\s+(?:had|has|have|saw|recorded|experienced)\s+(?:(?:seen|recorded|had|experienced|a|an|the|only|just|over|around|some)\s+)*[\d£])/g;
const NO_PLACE =
  /^(?:The|This|That|Our|Its|Their|We|It|He|She|They|There|Of|Constabulary|Commissioner|Members|Quarter|Year|Section|Appendix|Table|Figure|Annex|Operation|Op|Project|Part|Phase|Performance|Policing|Police|Crime|Parliament|Government|Council|Court|Home|Office|Facebook|Twitter|Early|Spring|Summer|Autumn|Winter|Total|Violence|Serious|Christmas|Covid|Outcome|Grade)\b/;

function withPlaces(
  text: string,
  known: readonly PhraseMatch<Area>[],
  periods: readonly PeriodMention[],
): readonly PhraseMatch<Area>[] {
  const places = [...text.matchAll(PLACE), ...text.matchAll(SUBJECT_PLACE)].flatMap((match) => {
    const name = match.groups!.place!;
    const start = match.index + match[0].indexOf(name);
    const end = start + name.length;
    const overlaps = [...known, ...periods].some((other) => start < other.end && end > other.start);
    if (overlaps || NO_PLACE.test(name) || MONTHS.test(name) || findMeasures(name).length > 0) return [];
    return [{ start, end, entry: { id: null, label: name, kind: 'division', within: null } as Area }];
  });
  const all = [...known, ...places, ...listedPlaces(text, [...known, ...places], periods)];
  return all.length === known.length ? known : all.sort((a, b) => a.start - b.start);
}

const ITEM = /(?<name>[A-Z][a-z'\u2019][\w'\u2019-]*(?:\s[A-Z][\w'\u2019-]+){0,3})\s\(?(?=[\d£])/g;
/** What may stand between two items of a list: the rest of the figure, a bracket, a comma, "and", "lowest in". */
const NEXT_ITEM = /^[\d£][\d,.]*\s?%?(?:[^();.]{0,40}\))?(?:,?\s+and(?:\s+\w+\s+in)?|,)\s+$/;

/** "highest in West Hendon (8.7%), Child's Hill (7.4%) and Colindale (6.6%)": names beside a place, each with its figure, are places. */
function listedPlaces(
  text: string,
  known: readonly PhraseMatch<Area>[],
  periods: readonly PeriodMention[],
): PhraseMatch<Area>[] {
  const items = [...text.matchAll(ITEM)].map((match) => {
    const { name } = match.groups!;
    return { start: match.index, end: match.index + name!.length, from: match.index + match[0].length, name: name! };
  });
  const runs: (typeof items)[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && NEXT_ITEM.test(text.slice(run.at(-1)!.from, item.start))) run.push(item);
    else runs.push([item]);
  }
  const isKnown = ({ start, end }: { start: number; end: number }) =>
    known.some((area) => area.start < end && area.end > start);
  return runs.flatMap((run) => {
    const fits = run.every(
      (item) =>
        findMeasures(item.name).length === 0 &&
        !NO_PLACE.test(item.name) &&
        !MONTHS.test(item.name) &&
        !periods.some(({ start, end }) => start < item.end && end > item.start),
    );
    if (run.length < 2 || !fits || !run.some(isKnown)) return [];
    return run
      .filter((item) => !isKnown(item))
      .map(({ start, end, name }) => ({
        start,
        end,
        entry: { id: null, label: name, kind: 'division', within: null },
      }));
  });
}

const MONTHS = new RegExp(`^${MONTH}\\b`, 'i');

/** "of 43" after a rank is the rank's field, no figure of its own. */
function withoutFields(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure, index) => {
    const before = figures[index - 1];
    return !(before?.outOf === figure.value && before.form === 'ordinal' && figure.start - before.end < 40);
  });
}

/** Measures by their names and by short forms that the paper explains. */
function measuresIn(text: string, acronyms: Acronyms): PhraseMatch<Measure>[] {
  const found = measuresOfNoun(text);
  for (const [short, long] of acronyms) {
    if (!text.includes(short)) continue;
    const measure = findMeasures(long)[0];
    if (!measure || measure.end - measure.start < long.length * 0.6) continue;
    for (const match of text.matchAll(new RegExp(`\\b${short.replace(/&/g, '\\&')}\\b`, 'g'))) {
      const [start, end] = [match.index, match.index + short.length];
      if (!isModifier(text, end) && !found.some((other) => start < other.end && end > other.start))
        found.push({ start, end, entry: measure.entry });
    }
  }
  return composed(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

/** "the conviction rate for rape" is one measure: a rate of another. */
function composed(text: string, found: readonly PhraseMatch<Measure>[]): PhraseMatch<Measure>[] {
  const merged: PhraseMatch<Measure>[] = [];
  for (const match of found) {
    const before = merged.at(-1);
    if (
      before?.entry.unit === 'percent' &&
      match.entry.unit !== 'percent' &&
      /^\s+(?:for|of|in|among|amongst|against)\s+(?:the\s+)?$/i.test(text.slice(before.end, match.start))
    ) {
      const label = `${before.entry.label} - ${match.entry.label}`;
      const entry = measureOfLabel(label) ?? { ...before.entry, id: null, label };
      merged[merged.length - 1] = { start: before.start, end: match.end, entry };
    } else merged.push(match);
  }
  return merged;
}

/** The measures that a noun phrase names, without those that only say which ("domestic abuse investigations"). */
export function measuresOfNoun(noun: string): PhraseMatch<Measure>[] {
  return findMeasures(noun).filter((match) => !isModifier(noun, match.end));
}

function modifiedIn(text: string): PhraseMatch<string>[] {
  return findMeasures(text)
    .filter((match) => isModifier(text, match.end))
    .map(({ start, end }) => {
      const whole = end + /^[\s-]+[A-Za-z]+/.exec(text.slice(end))![0].length;
      return { start, end: whole, entry: text.slice(start, whole) };
    });
}

/** "Hate Crime referrals" are referrals: the measure's name only says which. */
function isModifier(text: string, end: number): boolean {
  const next = /^[\s-]+([A-Za-z]+)/.exec(text.slice(end))?.[1];
  return next !== undefined && isWord(next, 'heads');
}

function bracketsOf(text: string): Range[] {
  const ranges: Range[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' && depth++ === 0) start = at;
    if (text[at] === ')' && depth > 0 && --depth === 0) ranges.push({ start, end: at + 1 });
  }
  return depth > 0 ? [...ranges, { start, end: text.length }] : ranges;
}

/** The bracket that a place stands in; null outside brackets. */
export function bracketAt(scan: Scan, at: number): Range | null {
  return scan.brackets.find((range) => at > range.start && at < range.end) ?? null;
}

/** Whether nothing but a noun or two stands between a figure and the bracket of the next: "9% (-5263", "6% increase (20". */
export function adjoinsBracket(scan: Scan, index: number): boolean {
  const base = scan.figures[index - 1];
  const bracket = bracketAt(scan, scan.figures[index]!.start);
  return (
    base !== undefined &&
    bracket !== null &&
    /^\s*(?:[a-z'-]+\s*){0,4}\(?\s*$/i.test(scan.text.slice(base.unitEnd, bracket.start))
  );
}

/** The text between the figure before (or the sentence's beginning) and this one, with its qualifier left out. */
export function leftOf(scan: Scan, index: number): string {
  const from = index > 0 ? scan.figures[index - 1]!.unitEnd : 0;
  return scan.text.slice(Math.min(from, scan.figures[index]!.qualifierStart), scan.figures[index]!.qualifierStart);
}

/** The text between this figure (and its unit) and the next, or the sentence's end. */
export function rightOf(scan: Scan, index: number): string {
  const next = scan.figures[index + 1];
  return scan.text.slice(
    scan.figures[index]!.unitEnd,
    next ? Math.max(next.qualifierStart, scan.figures[index]!.unitEnd) : scan.text.length,
  );
}

/** A stretch of the sentence with its periods blanked, so that words on both sides of them meet. */
export function withoutPeriods(scan: Scan, start: number, end: number): string {
  let text = scan.text.slice(start, end);
  for (const period of [...scan.periods].reverse()) {
    if (period.start < start || period.end > end) continue;
    text = `${text.slice(0, period.start - start)} ${text.slice(period.end - start)}`;
  }
  return text.replace(/\s+/g, ' ');
}
