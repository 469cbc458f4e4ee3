import { dateParts, type Interval, monthEnd, monthsTo } from '../periods/calendar.ts';
import { MONTH, monthNumber } from '../periods/elements.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { type Area, areaOfLabel, areaOfShortName, withoutTotal } from '../registry/areas.ts';
import { normalise } from '../text/normalise.ts';
import { type HeaderText, readHeaderText } from './header-text.ts';

/** A row or a column of figures, by the texts that stand over or beside it. */
export interface Line
  extends Pick<HeaderText, 'cues' | 'previous' | 'current' | 'area' | 'isOwnArea' | 'unit' | 'scale' | 'direction'> {
  /** Of the row or column in the grid, from 0; -1 for none of them. */
  readonly index: number;
  /** From the outermost to the nearest, each once. */
  readonly headers: readonly HeaderText[];
  /** Of the nearest header that names one; of the year over a quarter or a month. */
  readonly periods: readonly PeriodMention[];
  /** What the headers name that is no area and no period, outermost first: parts of the measure. */
  readonly names: readonly string[];
}

/** All rows or all columns of a section. */
export interface Axis {
  readonly lines: readonly Line[];
  /** The lines are areas. */
  readonly isAreas: boolean;
}

/** Headers that say what the labels beside them are. */
const AREA_HEADER =
  /^(?:police\s+|policing\s+|force\s+)?(?:areas?|forces?|force name|divisions?|districts?|boroughs?|localit(?:y|ies)|lpas?|bcus?|csps?|neighbourhoods?|regions?|constabular(?:y|ies)|local authorit(?:y|ies)|local policing areas?|community safety partnerships?|wards?|sections?|towns?|county|counties)(?:\s+name)?$/i;

/** How many of the labels of an axis must name areas for the others to be areas too. */
const AREA_SHARE = 0.5;

/**
 * Reads the lines of an axis from their texts.
 *
 * @param texts the headers of each line, outermost first
 * @param labelHeader what stands above row labels; "" for columns
 * @param within the label of the force area that short names are looked up in; null where the paper tells none
 */
export function readAxis(
  texts: readonly { readonly index: number; readonly texts: readonly string[] }[],
  labelHeader: string,
  within: string | null,
): Axis {
  const lines = texts.map(({ index, texts: own }) => lineOf(index, own.map(readHeaderText)));
  const known = lines.filter((line) => line.area !== null);
  const named = lines.filter((line) => line.headers.length > 0 && !line.isOwnArea && line.periods.length === 0);
  const force = known.find((line) => line.area?.within)?.area?.within ?? within;
  const short = (line: Line) => shortArea(line, force);
  const areas = named.filter((line) => line.area !== null || short(line) !== null).length;
  const isAreas =
    AREA_HEADER.test(labelHeader.trim()) ||
    (areas >= 2 && areas >= AREA_SHARE * named.length) ||
    (areas > 0 && areas === named.length);
  if (!isAreas) return { lines: lines.map(withoutOwnArea), isAreas };
  return { lines: lines.map((line) => asArea(line, short(line), areas >= AREA_SHARE * named.length)), isAreas };
}

/** A line of these headers; of none, one that says nothing. */
export function lineOf(index: number, headers: readonly HeaderText[]): Line {
  const nearest = [...headers].reverse();
  const dating = nearest.filter(({ periods }) => periods.length > 0);
  const dated = dating.find(({ text }) => !isPartOfYear(text)) ?? dating[0];
  return {
    index,
    headers,
    cues: new Set(headers.flatMap(({ cues }) => [...cues])),
    periods: dated?.periods ?? [],
    previous: headers.some((header) => header.previous),
    current: headers.some((header) => header.current),
    area: nearest.find(({ area }) => area !== null)?.area ?? null,
    isOwnArea: nearest[0]?.isOwnArea ?? false,
    unit: nearest.find(({ unit }) => unit !== null)?.unit ?? null,
    scale: nearest.find(({ scale }) => scale !== 1)?.scale ?? 1,
    direction: nearest.find(({ direction }) => direction !== null)?.direction ?? null,
    names: headers
      .filter(
        ({ area, text, name, isPeriod, category }) => (area === null || name !== text) && !isPeriod && category !== '',
      )
      .filter(({ area, name }) => area === null || areaOfLabel(name) === null)
      .map(({ name }) => name),
  };
}

/** "Total" means the paper's own area only among areas; elsewhere it is a part of the measure. */
function withoutOwnArea(line: Line): Line {
  return { ...line, isOwnArea: false };
}

/** Under "Area" every label is an area, though no list knows it. */
function asArea(line: Line, short: Area | null, mostAreKnown: boolean): Line {
  if (line.isOwnArea) return { ...line, names: line.names.slice(0, -1) };
  if (line.area) return line;
  if (short) return { ...line, area: short, names: line.names.slice(0, -1) };
  const label = line.headers.at(-1);
  if (!label || label.name === '' || label.isPeriod) return line;
  const name = withoutTotal(label.name);
  const own = OF_FORCE.exec(name);
  if (own)
    return { ...line, isOwnArea: true, names: own[1] ? [own[1]] : line.names.filter((one) => one !== label.name) };
  const isKind =
    (label.cues.size > 0 && name === label.name) || (mostAreKnown && /\b(?:average|mean|median)\b/i.test(label.name));
  if (isKind) return line;
  return {
    ...line,
    area: {
      id: null,
      label: LETTER.exec(name)?.[1]?.concat(' Division') ?? name,
      kind: 'division',
      within: null,
    },
    names: line.names.filter((name) => name !== label.name),
  };
}

/** "Total force", "Force positive outcome": the whole among its parts, and what of it. */
const OF_FORCE = /^(?:the\s+)?(?:force|constabulary)(?:\s+(?:total|as a whole))?(?:\s+([A-Za-z].*))?$/i;

/** "A (Force Headquarters)": a division by its letter. */
const LETTER = /^([A-Z])(?:\s*\(.*\))?$/;

function shortArea(line: Line, within: string | null): Area | null {
  const name = line.headers.at(-1)?.name;
  return name && within ? areaOfShortName(name, within) : null;
}

const BARE_MONTH = new RegExp(`^(${MONTH})$`, 'i');
const BARE_QUARTER = /^q(?:uarter|tr)?\s?([1-4])$/i;

/** The part of a year that a header names without one ("Apr", "Q1"); null where it names none. */
export function partOfYear(header: string, year: Interval): Interval | null {
  const text = normalise(header).trim();
  const month = BARE_MONTH.exec(text)?.[1];
  if (month) return monthWithin(monthNumber(month), year);
  const quarter = BARE_QUARTER.exec(text)?.[1];
  const start = dateParts(year.start);
  if (!quarter || start.month !== 4 || start.day !== 1) return null;
  const end = monthEnd(start.year + (Number(quarter) === 4 ? 1 : 0), [6, 9, 12, 3][Number(quarter) - 1]!);
  return monthsTo(end, 3);
}

/** Whether a header names a month or quarter without its year. */
export function isPartOfYear(header: string): boolean {
  const text = normalise(header).trim();
  return BARE_MONTH.test(text) || BARE_QUARTER.test(text);
}

/** The number of the month that a header names and nothing else; null where it names none. */
export function bareMonth(header: string): number | null {
  const month = BARE_MONTH.exec(normalise(header).trim())?.[1];
  return month ? monthNumber(month) : null;
}

function monthWithin(month: number, year: Interval): Interval | null {
  for (const candidate of [dateParts(year.start).year, dateParts(year.end).year]) {
    const interval = monthsTo(monthEnd(candidate, month), 1);
    if (interval.start >= year.start && interval.end <= year.end) return interval;
  }
  return null;
}
