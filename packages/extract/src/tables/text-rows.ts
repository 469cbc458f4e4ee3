import type { Table, TableCell } from '@scrutineer/model';
import type { Passage, TablePassage, TextPassage } from '../document.ts';
import {
  captionAbove,
  groupsOver,
  type Header,
  headerOf,
  isInBracket,
  isWithoutLabelHeader,
  WRAPPED,
} from './text-header.ts';
import { cut, type TextLine as Line, linesOf, sliceOf } from './text-line.ts';
import { isAlike, isRowOfMarks, type Row, rowOf, type Span, withEmptyCells } from './text-row.ts';

/**
 * Rows of figures that stand in running text ("Robbery 0.32 14 Above 94.5%", "Violence / 289 / 270 / 19 / 7%"): published
 * tools flatten tables into such lines. A run of lines alike, with the line that heads them, is a table again where every
 * line of it reads as a label and figures and none as a sentence.
 *
 * @param passages those of a paper; real tables keep their index, tables of lines are numbered after them
 */
export function withTextRows(passages: readonly Passage[]): Passage[] {
  let tables = passages.filter(({ kind }) => kind === 'table').length;
  const result: Passage[] = [];
  let lines: Line[] = [];
  const flush = () => {
    for (const part of partsOf(lines)) result.push(part.kind === 'table' ? { ...part, index: tables++ } : part);
    lines = [];
  };
  for (const passage of passages) {
    const isRunning = passage.kind === 'text' && (passage.role === 'paragraph' || passage.role === 'item');
    if (isRunning) {
      if (lines.length > 0 && !isOneRun(lines.at(-1)!, passage)) flush();
      lines.push(...linesOf(passage));
    } else {
      flush();
      result.push(passage);
    }
  }
  flush();
  return result;
}

function isOneRun(last: Line, passage: TextPassage): boolean {
  return last.passage.role === passage.role && last.passage.headings.join() === passage.headings.join();
}

/** Fewer rows than these are a table only under a header. */
const FEWEST_ROWS = 3;

function partsOf(lines: readonly Line[]): Passage[] {
  const rows = withEmptyCells(lines.map(rowOf));
  const parts: Passage[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; ) {
    const end = rows[at] ? runEnd(lines, rows, at) : at;
    if (end > at && isList(rows.slice(at, end))) {
      at = end;
      continue;
    }
    const head = end > at ? headOf(lines, rows[at]!, from, at) : null;
    if (head && isRun(rows.slice(at, end), head.header !== null)) {
      const { header, data } = head;
      const over = header && head.first > from ? groupsOver(lines[head.first - 1]!, rows[at]!) : null;
      const first = over ? head.first - 1 : head.first;
      const title = captionAbove(lines.slice(from, first));
      parts.push(...textsOf(lines.slice(from, first)));
      parts.push(tableOf(lines.slice(data, end), rows.slice(data, end), [over, header], title));
      from = end;
      at = end;
    } else at += 1;
  }
  return [...parts, ...textsOf(lines.slice(from))];
}

/** The header of a run: the line before it, or the one before a title row ("BRADFORD CSP") that stands between. */
function headOf(
  lines: readonly Line[],
  row: Row,
  from: number,
  at: number,
): { header: Header | null; first: number; data: number } {
  const above = at > from ? headerOf(lines[at - 1]!, row) : null;
  if (above) return { header: above, first: at - 1, data: at };
  const over = at - 1 > from && isTitle(lines[at - 1]!) ? headerOf(lines[at - 2]!, row) : null;
  return over ? { header: over, first: at - 2, data: at - 1 } : { header: null, first: at, data: at };
}

/** The end of the run of rows that begins at a line; a short line of words between rows is a title of those below. */
function runEnd(lines: readonly Line[], rows: readonly (Row | null)[], at: number): number {
  const first = rows[at]!;
  let end = at + 1;
  while (end < rows.length) {
    const row = rows[end];
    const next = rows[end + 1];
    if (row && isAlike(first, row)) end += 1;
    else if (!row && next && isAlike(first, next) && isRowOfMarks(lines[end]!)) end += 2;
    else if (!row && next && isAlike(first, next) && isTitle(lines[end]!)) end += 2;
    else break;
  }
  return end;
}

const MOST_TITLE_WORDS = 6;

function isTitle({ text }: Line): boolean {
  const plain = text.trim();
  return /^[A-Z]/.test(plain) && !/[.;,]$|\d/.test(plain) && plain.split(/\s+/).length <= MOST_TITLE_WORDS;
}

function isRun(rows: readonly (Row | null)[], headed: boolean): boolean {
  const figures = Math.max(...rows.map((row) => row?.figures ?? 0));
  if (figures === 0) return false;
  if (headed) return rows.length >= 1 && (rows.length >= 2 || figures >= 2);
  return rows.length >= FEWEST_ROWS;
}

/** A passage of nothing but names with a figure each is a list of members, and read as one. */
function isList(rows: readonly (Row | null)[]): boolean {
  if (rows.some((row) => row?.figures !== 1 || row.cells.length !== 2)) return false;
  const first = rows[0]?.line;
  const last = rows.at(-1)?.line;
  return (
    first !== undefined &&
    last !== undefined &&
    first.passage === last.passage &&
    first.start === 0 &&
    last.end >= last.passage.text.trimEnd().length
  );
}

function tableOf(
  lines: readonly Line[],
  rows: readonly (Row | null)[],
  [over, header]: readonly [Header | null, Header | null],
  title: string | null,
): TablePassage {
  const { passage } = lines[0]!;
  const pairs = header === null ? pairsOf(lines, rows) : null;
  if (pairs)
    return {
      kind: 'table',
      table: tableOfCells(pairs, title),
      index: 0,
      before: passage.leadIn,
      headings: passage.headings,
    };
  const offset = (over ? 1 : 0) + (header ? 1 : 0);
  const width = over ? (rows[0]!.cells.length - 1) / over.spans.length : 1;
  const groups = (over?.spans ?? []).map((span, group) => ({
    ...cellOf(over!.line, span, 0, 1 + group * width, true),
    colSpan: width,
  }));
  const lead = header && isWithoutLabelHeader(header, rows) ? 1 : 0;
  const heads = (header?.spans ?? []).map((span, at) => cellOf(header!.line, span, offset - 1, at + lead, true));
  const cells = [...groups, ...heads];
  for (const [index, row] of rows.entries()) {
    const line = lines[index]!;
    if (row === null && isRowOfMarks(line)) continue;
    const spans = row?.cells ?? [
      { start: line.text.length - line.text.trimStart().length, end: line.text.trimEnd().length },
    ];
    for (const [column, span] of spans.entries()) cells.push(cellOf(line, span, index + offset, column, false));
  }
  const table = tableOfCells(cells, title);
  return { kind: 'table', table, index: 0, before: passage.leadIn, headings: passage.headings };
}

function tableOfCells(cells: readonly TableCell[], title: string | null): Table {
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  const columns = Math.max(...cells.map(({ column }) => column)) + 1;
  return { type: 'table', title, rows, columns, parts: [], children: cells };
}

/**
 * "Total crime Force 27.3% Devon 26.4%" over "Domestic abuse Force 45.1% Devon 43.4%": the words before each figure are
 * the same in all rows, and head its column. Null where they are not.
 */
function pairsOf(lines: readonly Line[], rows: readonly (Row | null)[]): TableCell[] | null {
  const whole = rows.filter((row) => row !== null);
  const first = whole[0];
  if (!first || whole.length !== rows.length || whole.length < 2) return null;
  if (first.cells.length !== 2 * first.figures || first.figures < 2) return null;
  const textAt = (row: Row, cell: number) => row.line.text.slice(row.cells[cell]!.start, row.cells[cell]!.end);
  const names = first.cells.flatMap((_, cell) => (cell > 0 && cell % 2 === 0 ? [cell] : []));
  if (!whole.every((row) => names.every((cell) => textAt(row, cell) === textAt(first, cell)))) return null;
  const shared = sharedEnd(whole.map((row) => textAt(row, 0)));
  if (shared === '') return null;
  const own = ({ start, end }: Span) => ({ start, end: end - shared.length });
  const lead = first.cells[0]!;
  const cells = [cellOf(first.line, { start: lead.end - shared.length, end: lead.end }, 0, 1, true)];
  for (const [index, cell] of names.entries()) cells.push(cellOf(first.line, first.cells[cell]!, 0, index + 2, true));
  for (const [index, row] of whole.entries()) {
    cells.push(cellOf(lines[index]!, own(row.cells[0]!), index + 1, 0, false));
    for (let figure = 0; figure < row.figures; figure++)
      cells.push(cellOf(lines[index]!, row.cells[2 * figure + 1]!, index + 1, figure + 1, false));
  }
  return cells;
}

/** The last words that all labels share. */
function sharedEnd(labels: readonly string[]): string {
  const words = labels.map((label) => label.split(' '));
  let count = 0;
  while (words.every((own) => own.length > count + 1 && own.at(-1 - count) === words[0]!.at(-1 - count))) count += 1;
  return count === 0 ? '' : words[0]!.slice(-count).join(' ');
}

function cellOf({ passage, start }: Line, span: Span, row: number, column: number, header: boolean): TableCell {
  const children = sliceOf(passage.leaf, start + span.start, start + span.end);
  return { type: 'tableCell', row, column, rowSpan: 1, colSpan: 1, header, place: null, children };
}

/** The passages of lines that are no rows: whole passages as they were, parts of others cut out. */
function textsOf(lines: readonly Line[]): TextPassage[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.at(-1)?.passage === line.passage) run?.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((run) => {
    const [{ passage, start }, { end }] = [run[0]!, run.at(-1)!];
    return areItems(run) && !isList(run.map(rowOf))
      ? run.map((line) => cut(passage, line.start, line.end))
      : [cut(passage, start, end)];
  });
}

/** Lines that each begin anew ("Cockerton had 7,175 incidents") and are no prose wrapped by its page: each is read by itself. */
function areItems(lines: readonly Line[]): boolean {
  if (lines.length < 2 || !lines.every(({ text }) => /^\s*["'(]?[A-Z0-9\u2022*-]/.test(text))) return false;
  const before = lines.slice(0, -1).map(({ text }) => text.trim());
  const mayBeLong = lines.length >= FEWEST_ROWS;
  const isWhole = (text: string) => text.length < WRAPPED || (mayBeLong && /[.;:!?)%\d]$/.test(text));
  return before.every((text) => isWhole(text) && !isInBracket(text, text.length));
}
