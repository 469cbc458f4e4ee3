import { continuesCell, isEnumerator } from '../text/shape.ts';
import type { SourceLine } from './source-lines.ts';

/** A field of a row: the pieces of source that hold it, one for each source line. */
export type Field = readonly { readonly start: number; readonly end: number; readonly text: string }[];

/** The rows of one table as they stand in the file, before their cells are read. */
export interface TableLines {
  readonly start: number;
  readonly end: number;
  readonly columns: number;
  readonly rows: readonly (readonly Field[])[];
  /** The first row is a header: a delimiter row follows it. */
  readonly headerRow: boolean;
}

/** How the fields of a row are told apart. */
interface Separator {
  readonly split: (line: SourceLine) => Field[];
  readonly isRow: (line: SourceLine) => boolean;
}

/** Longest first field of a lone "label<tab>value" line, in characters: longer is a sentence with a tab in it. */
const LONGEST_LABEL = 80;

const TABS: Separator = { split: splitAtTabs, isRow: (line) => line.text.includes('\t') && !isMarkedLine(line.text) };
const PIPES: Separator = { split: splitAtPipes, isRow: (line) => /(?<!\\)\|/.test(line.text) };

/** The tables among lines that no blank line interrupts; lines before, between and after them are left to Markdown. */
export function tablesOfGroup(group: readonly SourceLine[]): TableLines[] {
  const separator = isPipeGroup(group) ? PIPES : TABS;
  const first = group.findIndex(separator.isRow);
  if (first < 0) return [];
  const last = group.findLastIndex(separator.isRow);
  const table = readRows(group.slice(first), last - first, separator);
  return table && isTable(table, group.slice(first, last + 1)) ? [table] : [];
}

function isPipeGroup(group: readonly SourceLine[]): boolean {
  const rows = group.filter(PIPES.isRow);
  const first = rows[0];
  if (!first || rows.length < 2) return false;
  if (rows.some((line) => isDelimiter(line.text))) return true;
  return rows.every((line) => /^\s*\|/.test(line.text)) || sameCount(rows);
}

/** Without an outer pipe, only lines of several pipes each, as many on every line, are rows. */
function sameCount(rows: readonly SourceLine[]): boolean {
  const counts = rows.map((line) => splitAtPipes(line).length);
  return counts[0]! > 2 && counts.every((count) => count === counts[0]);
}

function isDelimiter(text: string): boolean {
  return /^[\s|:-]+$/.test(text) && /--|:-|-:/.test(text);
}

/** "1.<tab>The Panel…" and "- item<tab>69%" are lists, not rows. */
function isMarkedLine(text: string): boolean {
  if (/^\s*[-*+]\s+\S/.test(text) || /^\s{0,3}#{1,6}\s/.test(text)) return true;
  const fields = text.split('\t');
  return fields.length === 2 && (fields[0]!.trim() === '' || isEnumerator(fields[0]!));
}

function readRows(lines: readonly SourceLine[], lastRow: number, separator: Separator): TableLines | null {
  const counts = lines.slice(0, lastRow + 1).filter((line) => separator.isRow(line) && !isDelimiter(line.text));
  const columns = commonest(counts.map((line) => separator.split(line).length));
  if (columns < 2) return null;
  const rows: Field[][] = [];
  let headerRow = false;
  let used = 0;
  for (const [index, line] of lines.entries()) {
    if (isDelimiter(line.text)) {
      headerRow ||= rows.length === 1;
    } else if (!addLine(rows, separator.split(line), columns, index < lastRow)) break;
    used = index;
  }
  return {
    start: lines[0]!.start,
    end: lines[used]!.end,
    columns: widest(rows),
    rows,
    headerRow: headerRow && rows.length > 1,
  };
}

/**
 * Adds a line to the rows: as a row of its own, or to the row above where it goes on with its last cell.
 * Gives false where the table has ended before this line.
 */
function addLine(rows: Field[][], fields: Field[], columns: number, inside: boolean): boolean {
  const above = rows.at(-1);
  if (above && continuesRow(above, fields, columns)) {
    const [first, ...rest] = fields;
    above.push([...above.pop()!, ...first!], ...rest);
    return true;
  }
  if (fields.length > 1 || inside) {
    rows.push(fields);
    return true;
  }
  return false;
}

function continuesRow(above: readonly Field[], fields: readonly Field[], columns: number): boolean {
  if (fields.length > 1 && above.length + fields.length - 1 !== columns) return false;
  if (above.length === columns && fields.length > 1) return false;
  if (above.length === 1 && fields.length === columns) return !isSectionTitle(above[0]![0]!.text);
  const isHeader = fields.length > 1 && above.length > 1 && !hasFigure(above) && !hasFigure(fields);
  return isHeader || continuesCell(above.at(-1)!.at(-1)!.text, fields[0]![0]!.text);
}

/** A cell that begins with a figure; header cells, which may be broken over lines, do not. */
function hasFigure(fields: readonly Field[]): boolean {
  return fields.some(([part]) => /^\s*[£+-]?\s?\d[\d.,]*%?\s*(?:$|\()/.test(part?.text ?? ''));
}

/**
 * A line without a tab before a full row is the first line of that row's first cell: a title within the table would
 * have the tabs of its blank cells. One that shouts or announces is a title whose tabs were lost.
 */
function isSectionTitle(text: string): boolean {
  return /:\s*$/.test(text) || (/\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text));
}

/** Whether lines with tabs or pipes are rows of a table and not prose that holds a tab. */
function isTable(table: TableLines, lines: readonly SourceLine[]): boolean {
  if (table.rows.length > 1 || table.columns > 2) return true;
  const [label, value] = lines[0]!.text.split('\t').map((field) => field.trim());
  if (!label || !value || label.length > LONGEST_LABEL) return false;
  return /:(?:<\/?\w+>|\*)*$/.test(label) || /^[£+-]?\d[\d.,]*\s*(?:%|\S{0,8})$/.test(value);
}

function field(line: SourceLine, from: number, to: number): Field {
  return [{ start: line.start + from, end: line.start + to, text: line.text.slice(from, to) }];
}

function splitAtTabs(line: SourceLine): Field[] {
  return splitAt(line, 0, line.text.length, /\t/g);
}

function splitAtPipes(line: SourceLine): Field[] {
  const from = /^\s*\|?/.exec(line.text)![0].length;
  const tail = /(?<!\\)\|\s*$/.exec(line.text);
  const to = tail && tail.index >= from ? tail.index : line.text.length;
  return splitAt(line, from, to, /(?<!\\)\|/g);
}

function splitAt(line: SourceLine, from: number, to: number, separator: RegExp): Field[] {
  const fields: Field[] = [];
  let start = from;
  for (const match of line.text.slice(0, to).matchAll(separator)) {
    if (match.index < from) continue;
    fields.push(field(line, start, match.index));
    start = match.index + 1;
  }
  fields.push(field(line, start, to));
  return fields;
}

/** The most frequent number; the greatest of those where several are. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 0;
  for (const [number, count] of counts) {
    const lead = count - (counts.get(best) ?? 0);
    if (lead > 0 || (lead === 0 && number > best)) best = number;
  }
  return best;
}

function widest(rows: readonly (readonly Field[])[]): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0);
}
