import { findPeriods } from '../periods/find.ts';
import { distinctCells, type Grid, type GridCell, isBareNumber } from './grid.ts';
import { readHeaderText } from './header-text.ts';
import { isPartOfYear } from './line.ts';

/** What a row is for. */
export type RowKind = 'blank' | 'title' | 'header' | 'data';

/** A run of rows under one set of headers. */
export interface Section {
  /** Title rows above it, outermost first. */
  readonly titles: readonly string[];
  /** The header rows, top down. */
  readonly headers: readonly number[];
  readonly data: readonly number[];
}

const HEADER_WORDS =
  /\b(?:measure|previous|performance|period|change|versus|vs|variance|total|area|force|year|quarter|month|target|rank|offence type|indicator|category|rate|number|difference|actual|forecast|budget|outturn|ytd)\b/i;

/** Splits a table into sections: a header row below data begins a new one. */
export function sectionsOf(grid: Grid, facts: ReadonlySet<number>): Section[] {
  const kinds = rowKinds(grid, facts);
  const sections: { titles: string[]; headers: number[]; data: number[] }[] = [];
  let current = { titles: [] as string[], headers: [] as number[], data: [] as number[] };
  const close = () => {
    if (current.data.length > 0) sections.push(current);
    current = {
      titles: current.data.length > 0 ? [] : current.titles,
      headers: current.data.length > 0 ? [] : current.headers,
      data: [],
    };
  };
  kinds.forEach((kind, row) => {
    if (kind === 'blank') return;
    if (kind === 'title') {
      const headers = current.headers;
      const hadData = current.data.length > 0;
      close();
      if (hadData) current.headers = [...headers];
      current.titles = [...(hadData ? [] : current.titles), titleText(grid, row)];
      return;
    }
    if (kind === 'header') {
      if (current.data.length > 0) close();
      if (sections.length > 0 && current.headers.length > 0 && sections.at(-1)!.headers.includes(current.headers[0]!))
        current.headers = [];
      current.headers.push(row);
      return;
    }
    current.data.push(row);
  });
  close();
  return sections;
}

function rowKinds(grid: Grid, facts: ReadonlySet<number>): RowKind[] {
  const kinds: RowKind[] = [];
  let seenData = false;
  for (let row = 0; row < grid.rows; row++) {
    const kind: RowKind = facts.has(row) ? 'blank' : rowKind(grid, row, seenData);
    seenData ||= kind === 'data';
    kinds.push(kind);
  }
  return kinds;
}

function rowKind(grid: Grid, row: number, seenData: boolean): RowKind {
  const cells = distinctCells(grid, row);
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  if (filled.length === 0) return 'blank';
  const first = grid.at(row, 0);
  const rest = filled.filter((cell) => cell !== first);
  if (!seenData && row === 0 && isMarkedHeader(rest)) return 'header';
  if (!seenData && isCallLineRow(rest)) return 'header';
  if (!seenData && isNamesRow(rest)) return 'header';
  if (!seenData && isYearRow(filled.filter((cell) => cell !== first || isBareNumber(cell.text)))) return 'header';
  if (rest.length === 0 && first && grid.columns > 1)
    return first.kind === 'figure' ? 'data' : first.cell.rowSpan > 1 ? 'header' : 'title';
  if (rest.some((cell) => cell.kind === 'figure')) return 'data';
  if (rest.every((cell) => cell.kind === 'blank')) return seenData || first?.text.trim() ? 'data' : 'blank';
  const says = rest.filter((cell) => cell.kind === 'text');
  const heads = says.filter((cell) => findPeriods(cell.text).length > 0 || HEADER_WORDS.test(cell.text));
  if (!seenData) return 'header';
  if (says.length === 1 && grid.columns > 2 && first?.text.trim()) return isPhrase(first.text) ? 'title' : 'data';
  return heads.length >= Math.max(1, says.length / 2) &&
    says.every(({ text }) => text.length < 160 && !isSentence(text))
    ? 'header'
    : 'data';
}

/** A first row that its format marks as one of headers, whose numbers stand in names ("Rank (of 4)", "per 1,000"). */
function isMarkedHeader(cells: readonly GridCell[]): boolean {
  return (
    cells.some(({ kind }) => kind === 'text') &&
    cells.every(({ cell, kind, text }) => cell.header && (kind !== 'figure' || /^[A-Za-z]{3}/.test(text.trim())))
  );
}

/** "Month | 999 | 101": the names of call lines head columns. */
function isCallLineRow(cells: readonly GridCell[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^(?:999|101)$/.test(cell.text.trim()));
}

/** "Crimes per 1,000 | Rank of 8": names of columns that hold a number. */
function isNamesRow(cells: readonly GridCell[]): boolean {
  return (
    cells.length > 0 &&
    cells.every(
      ({ text }) =>
        /^[A-Za-z][^%£+]*\b(?:per|of|within|in|under|over)\s+[\d,]+\b[^%]*$/.test(text.trim()) ||
        (!/\d/.test(text) && HEADER_WORDS.test(text)),
    )
  );
}

/** Two or more years in order ("2015 | 2016 | 2017"): a header, though each could be a count. */
function isYearRow(cells: readonly GridCell[]): boolean {
  const years = cells
    .map((cell) => cell.text.trim())
    .filter((text) => /^(?:19|20)\d{2}$/.test(text))
    .map(Number);
  if (years.length < 2 || years.length < cells.filter((cell) => cell.kind === 'figure').length) return false;
  return years.every((year, index) => index === 0 || Math.abs(year - years[index - 1]!) === 1);
}

/** "Its solved rate is the 4th highest and goes on rising." says too much for a header. */
function isSentence(text: string): boolean {
  return /\.\s*$/.test(text) && text.trim().split(/\s+/).length >= 6;
}

/** A title is a name; a label with a figure, or a sentence, is none. */
function isPhrase(text: string): boolean {
  return text.length < LONGEST_TITLE && !/[.;]\s*$/.test(text.trim());
}

const LONGEST_TITLE = 100;

function titleText(grid: Grid, row: number): string {
  const cells = distinctCells(grid, row).filter(({ text }) => text.trim() !== '');
  return cells[0]?.text.trim() ?? '';
}

/**
 * How many columns at the left hold the rows' labels rather than figures; none where the first is headed by a period
 * like the others ("Oct 20 | Nov 20 | … | Total" over one row of figures).
 */
export function labelColumns(grid: Grid, { data, headers }: Pick<Section, 'data' | 'headers'>): number {
  if (isPeriodColumn(grid, data, headers) || isMeasuredColumn(grid, data, headers)) return 0;
  let count = 0;
  for (let column = 0; column < grid.columns - 1; column++) {
    const cells = data.map((row) => grid.at(row, column)).filter((cell) => cell !== null);
    const figures = cells.filter((cell) => cell.kind === 'figure').length;
    const texts = cells.filter((cell) => cell.kind === 'text').length;
    const blanks = cells.length - figures - texts;
    const isLabel =
      texts > figures || (column === 0 && isIndex(cells)) || (column === 0 && (yearLabels(cells) || figures === 0));
    if (!isLabel || (column > 0 && blanks > texts && (figures > 0 || texts < 2))) break;
    count = column + 1;
  }
  return Math.max(count, 1);
}

function isPeriodColumn(grid: Grid, data: readonly number[], headers: readonly number[]): boolean {
  const isPeriod = (text: string) => readHeaderText(text).isPeriod || isPartOfYear(text);
  const header = grid.at(headers.at(-1) ?? -1, 0)?.text.trim() ?? '';
  const cells = data.map((row) => grid.at(row, 0)).filter((cell) => cell !== null);
  const second = grid.at(headers.at(-1) ?? -1, 1)?.text.trim() ?? '';
  return isPeriod(header) && isPeriod(second) && cells.every(({ kind, text }) => kind === 'figure' && !isPeriod(text));
}

/** "26.3%" under "Baseline": a first column of figures with their unit is no column of labels. */
function isMeasuredColumn(grid: Grid, data: readonly number[], headers: readonly number[]): boolean {
  const cells = data.map((row) => grid.at(row, 0)).filter((cell) => cell !== null);
  const header = grid.at(headers.at(-1) ?? -1, 0)?.text.trim() ?? '';
  return header !== '' && cells.length > 0 && cells.every(({ kind, text }) => kind === 'figure' && /%|£/.test(text));
}

/** Rows numbered 1, 2, 3…: a label that tells nothing. */
export function isIndex(cells: readonly GridCell[]): boolean {
  return cells.length > 1 && cells.every((cell, index) => new RegExp(`^${index + 1}[.)]?$`).test(cell.text.trim()));
}

function yearLabels(cells: readonly GridCell[]): boolean {
  return cells.length > 1 && cells.every((cell) => /^(?:19|20)\d{2}$/.test(cell.text.trim()));
}

/** A row of a label and its one value that speaks of the whole table: "Select Crime Category | All Crime". */
export interface FactRow {
  readonly row: number;
  readonly label: string;
  readonly value: string;
}

/**
 * Fact rows stand at the top, above the headers: several in a run, each a label and a text beside it where the rows below
 * have labels alone. What else stands in such a row is no part of it.
 */
export function factRows(grid: Grid): FactRow[] {
  const facts: FactRow[] = [];
  if (grid.columns < 3) return facts;
  for (let row = 0; row < Math.min(grid.rows, MOST_FACTS); row++) {
    const [label, value] = [grid.at(row, 0), grid.at(row, 1)];
    const isFact =
      label?.kind === 'text' && value !== null && value !== label && value.kind === 'text' && !hasFigures(grid, row);
    if (!isFact) break;
    facts.push({ row, label: label.text.trim(), value: value.text.trim() });
  }
  const distinct = new Set(facts.map(({ label }) => label)).size;
  return facts.length >= FEWEST_FACTS && distinct === facts.length ? facts : [];
}

function hasFigures(grid: Grid, row: number): boolean {
  return distinctCells(grid, row).some(({ cell, kind }) => cell.column > 1 && kind === 'figure');
}

/** Two rows of labels and texts are headers; more are facts. */
const FEWEST_FACTS = 3;
/** More rows than these at the top are the table's own. */
const MOST_FACTS = 12;
