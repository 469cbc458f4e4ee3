import type { Table, TableCell } from '@scrutineer/model';
import { findNumbersBesidePeriods } from '../figures/find.ts';
import { normalise } from '../text/normalise.ts';
import { readableText } from '../text/readable.ts';

/** A cell with what its text looks like. */
export interface GridCell {
  readonly cell: TableCell;
  readonly text: string;
  readonly kind: 'blank' | 'figure' | 'text';
}

/** A table as a matrix: a merged cell stands in every place it covers. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => GridCell | null;
}

/** Cells that say that there is no figure: not available, suppressed, missing, nil. */
const NO_FIGURE = /^(?:-+|n\/?a|n\/?k|\.\.+|\*+|nil|tbc|tba|not available|not applicable|no data|x|\?)$/i;

/** "£000", "000s": the scale of the figures below. */
const SCALE_ONLY = /^\(?(?:£\s?'?0{3}'?s?|'?0{3}'?s)\)?$/i;

/** "25 and under", "25-40", "Over 55", "65+": a band of ages, which heads figures and states none. */
export function isBand(text: string): boolean {
  return /^(?:aged?\s+)?(?:(?:over|under)\s+\d{1,2}|\d{1,2}\s?\+|\d{1,2}\s?(?:-|to)\s?\d{1,2}|\d{1,2}\s+(?:and|or)\s+(?:under|over|older|younger))(?:\s+years?(?: old)?)?$/i.test(
    text.trim(),
  );
}

/** Lays the cells of a table out as a matrix. */
export function gridOf(table: Table): Grid {
  const matrix: (GridCell | null)[][] = Array.from({ length: table.rows }, () =>
    new Array<GridCell | null>(table.columns).fill(null),
  );
  for (const cell of table.children) {
    const gridCell = describe(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
        const line = matrix[row];
        if (line && column < table.columns) line[column] = gridCell;
      }
    }
  }
  return { rows: table.rows, columns: table.columns, at: (row, column) => matrix[row]?.[column] ?? null };
}

function describe(cell: TableCell): GridCell {
  const text = readableText(cell);
  return { cell, text, kind: cellKind(text) };
}

/** Whether a cell states figures ("12,186", "increase (2%, 3192)"), says something in words, or nothing. */
function cellKind(text: string): GridCell['kind'] {
  const plain = normalise(text).trim();
  if (plain === '' || NO_FIGURE.test(plain)) return 'blank';
  if (SCALE_ONLY.test(plain) || isBand(plain)) return 'text';
  if (isBareNumber(plain)) return 'figure';
  const { figures } = findNumbersBesidePeriods(plain);
  if (figures.length === 0) return 'text';
  return figureShare(plain, figures) ? 'figure' : 'text';
}

/** A number with its sign, currency and unit and nothing else; "2019" may be a count or a year. */
export function isBareNumber(text: string): boolean {
  return /^[-+(~<>]?\s*[-+]?\s*[£$€]?\s*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*(?:%|bn|[mk])?\)?[*^]*$/i.test(
    text.trim(),
  );
}

const FIGURE_WORDS =
  /\b(?:increas\w*|decreas\w*|reduc\w*|ris\w*|rose|fall\w*|fell|up|down|by|of|from|to|or|and|no change|change|crimes?|offences?|incidents?|calls?|cases?|people|officers?|approx\w*|about|around|over|under|less|more|than|fewer|higher|lower|per|cent|points?|pts?|pp|ppts?|mins?|minutes?|secs?|seconds?|hrs?|hours?|days?|weeks?|months?|years?|out|st|nd|rd|th|rank\w*|place|population|m|k|million|each|target|improv\w*|deteriorat\w*|on|at|the|in|a|with|average)\b/gi;

/** Little but figures and the words that go with them: a sentence of prose is text, though it states a figure. */
function figureShare(text: string, figures: readonly { start: number; end: number }[]): boolean {
  let rest = text;
  for (const { start, end } of [...figures].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const words = rest.replace(FIGURE_WORDS, ' ').match(/[A-Za-z]{2,}/g) ?? [];
  const startsWithFigure = figures[0]!.start <= 2;
  return words.length <= (startsWithFigure ? 4 : 1);
}

/** The cells of a row, each once. */
export function distinctCells(grid: Grid, row: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.at(row, column);
    if (cell && cell !== cells.at(-1)) cells.push(cell);
  }
  return cells;
}
