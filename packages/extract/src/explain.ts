import type { Observation } from '@scrutineer/model';
import type { Figure } from './figures/figure.ts';
import { findNumbers, findNumbersBesidePeriods } from './figures/find.ts';
import { findPeriods } from './periods/find.ts';
import { areaOfLabel, findAreas } from './registry/areas.ts';
import { findMeasures, howLabelMatches, measureOfLabel } from './registry/measures.ts';
import { type WeighedTrait, weighedTraits } from './resolve/confidence.ts';

/** A place of the paper that told, or may have told, an attribute of an observation. */
export interface Clue {
  /** Where: the figure itself, its row or column header, its sentence, a heading. */
  readonly place: string;
  /** The words there. */
  readonly words: string;
  /** What the words mean. */
  readonly means: string;
}

/** Why an observation is what it is. */
export interface Explanation {
  /** The numbers of its sentence or cell, and what each was taken for. */
  readonly tokens: readonly { readonly text: string; readonly taken: string }[];
  readonly measure: readonly Clue[];
  readonly area: readonly Clue[];
  readonly period: readonly Clue[];
  readonly unit: readonly Clue[];
  /** What its confidence is the sum of, the heaviest first. */
  readonly confidence: readonly WeighedTrait[];
}

/**
 * Explains a stored observation from the words kept with it: it is read again as extraction reads it, and each attribute
 * is traced to the nearest words that mean it. Words that mean another value stand beside them, so that a doubt is seen.
 */
export function explain(observation: Observation): Explanation {
  const places = placesOf(observation);
  return {
    tokens: tokensOf(observation),
    measure: places.flatMap(({ place, words }) => measureClues(place, words)),
    area: places.flatMap(({ place, words }) => areaClues(place, words)),
    period: places.flatMap(({ place, words }) =>
      findPeriods(words).map(({ text, form }) => ({ place, words: text, means: `a period of the form "${form}"` })),
    ),
    unit: places.flatMap(({ place, words }) => unitClues(place, words, observation)),
    confidence: weighedTraits(observation),
  };
}

interface PlaceWords {
  readonly place: string;
  readonly words: string;
}

/** The words around a figure, the nearest first. */
function placesOf({ source: { quote, table, headings } }: Observation): PlaceWords[] {
  const cell: PlaceWords = { place: table ? 'the cell' : 'the sentence', words: quote };
  const headers = table
    ? [
        ...table.rowHeader.map((words) => ({ place: 'the row’s header', words })),
        ...table.columnHeader.map((words) => ({ place: 'the column’s header', words })),
      ]
    : [];
  return [cell, ...headers, ...[...headings].reverse().map((words) => ({ place: 'a heading above', words }))];
}

function tokensOf({ source: { quote, figure } }: Observation): { text: string; taken: string }[] {
  const { figures, excluded } = findNumbersBesidePeriods(quote);
  return [
    ...figures.map((found) => ({
      ...found,
      taken: found.text === figure ? `this figure: ${readAs(found)}` : readAs(found),
    })),
    ...excluded.map((found) => ({ ...found, taken: `no figure: ${found.reason}` })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ text, taken }) => ({ text, taken }));
}

function readAs({ value, unit, sign, qualifier, form, outOf }: Figure): string {
  const parts = [
    sign === '-' ? `-${value}` : sign === '+' ? `+${value}` : String(value),
    unit ?? 'no unit of its own',
    form === 'digits' ? null : `printed as ${form}`,
    qualifier,
    outOf === null ? null : `out of ${outOf}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function measureClues(place: string, words: string): Clue[] {
  const whole = measureOfLabel(words);
  if (whole) return [{ place, words, means: `${whole.label} (whole label, ${howLabelMatches(words)})` }];
  return findMeasures(words).map(({ start, end, entry }) => ({
    place,
    words: words.slice(start, end),
    means: `${entry.label} (a name within the words)`,
  }));
}

function areaClues(place: string, words: string): Clue[] {
  const whole = areaOfLabel(words);
  if (whole) return [{ place, words, means: `${whole.label} (${whole.kind})` }];
  return findAreas(words).map(({ start, end, entry }) => ({
    place,
    words: words.slice(start, end),
    means: `${entry.label} (${entry.kind})`,
  }));
}

/** Units printed with the figure, and those that headers print alone. */
function unitClues(place: string, words: string, { source }: Observation): Clue[] {
  if (words === source.quote) {
    const own = findNumbers(words).figures.find(({ text }) => text === source.figure);
    return own?.unit ? [{ place: 'the figure itself', words: source.figure, means: own.unit }] : [];
  }
  const named = measureOfLabel(words) ?? findMeasures(words)[0]?.entry;
  const printed = /%|£\s?(?:m|k|000s?)?|\b(?:mins?|secs?|hours|days|per 1,?000|000s)\b/i.exec(words)?.[0];
  if (printed) return [{ place, words: printed, means: 'a unit or scale for all figures below it' }];
  return named ? [{ place, words, means: `${named.label} is counted in ${named.unit}` }] : [];
}
