import type { Block, Furniture, Repair, Table, TableCell, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { joint } from '../text/pieces.ts';
import { continuesCell } from '../text/shape.ts';
import { rowsOf, tableCell, titleOfRow } from '../text/table.ts';

/** Most header rows that a continued table is expected to print again. */
const MOST_HEADER_ROWS = 4;

/** A table under construction: the rows of the parts that were joined so far. */
interface Draft {
  readonly table: Table;
  readonly rows: TableCell[][];
  readonly parts: Table['parts'][number][];
  /** Furniture that stood between the parts, and headers printed again. */
  readonly furniture: Furniture[];
  joined: number;
}

/**
 * Joins a table that is continued after a page break, a running header or a blank line, with its header printed again
 * or not; and the row that the break cut in two. Headers printed again are set aside as furniture.
 */
export function joinTables(blocks: readonly Block[]): Block[] {
  const done: Block[] = [];
  let draft: Draft | null = null;
  let between: Furniture[] = [];
  for (const block of blocks) {
    if (draft && block.type === 'furniture') between.push(block);
    else if (draft && block.type === 'table' && joins(draft, block, between.length > 0)) {
      draft.furniture.push(...between);
      append(draft, block);
      between = [];
    } else {
      if (draft) done.push(finished(draft), ...draft.furniture, ...between);
      between = [];
      draft = block.type === 'table' ? draftOf(block) : null;
      if (!draft) done.push(block);
    }
  }
  if (draft) done.push(finished(draft), ...draft.furniture, ...between);
  return done;
}

function draftOf(table: Table): Draft {
  return { table, rows: rowsOf(table), parts: [...table.parts], furniture: [], joined: 0 };
}

function joins(draft: Draft, after: Table, overFurniture: boolean): boolean {
  return standsAtBreak(draft, after, overFurniture) && continuesTable(draft, after);
}

/** A break lies between two tables: a page's end, furniture, or a blank line in a file of lines. */
function standsAtBreak(before: Draft, after: Table, overFurniture: boolean): boolean {
  const page = before.parts.at(-1)?.page;
  const next = after.parts[0]?.page;
  if (page !== undefined && next !== undefined) return next === page + 1;
  return overFurniture || firstPiece(after)?.place.kind === 'line';
}

function firstPiece(table: Table): Text | undefined {
  return table.children.find((cell) => cell.children.length > 0)?.children[0];
}

function continuesTable(before: Draft, after: Table): boolean {
  if (before.table.columns !== after.columns) return false;
  if (repeatedHeaderRows(before, after) > 0) return true;
  const rows = rowsOf(after);
  const lastRow = before.rows.at(-1) ?? [];
  if (isRestOfRow(lastRow, rows[0] ?? [], after.columns)) return true;
  return titleOfRow(rows[0] ?? [], after.columns) === null && !hasOwnHeader(rows);
}

/** How many rows at the top of the second table print the first one's header again. */
function repeatedHeaderRows(before: Draft, after: Table): number {
  const first = before.rows;
  const second = rowsOf(after);
  let count = 0;
  while (count < Math.min(MOST_HEADER_ROWS, first.length, second.length - 1)) {
    if (rowText(first[count]!) !== rowText(second[count]!)) break;
    count += 1;
  }
  return count;
}

function rowText(cells: readonly TableCell[]): string {
  return cells.map((cell) => leafText(cell).replace(/\s+/g, ' ').trim().toLowerCase()).join('\t');
}

/** The first row has words or periods where the rows below have figures. */
function hasOwnHeader(rows: readonly (readonly TableCell[])[]): boolean {
  const values = (row: readonly TableCell[]) =>
    row.filter((cell) => cell.column > 0).map((cell) => leafText(cell).trim());
  const first = values(rows[0] ?? []).filter((text) => text !== '');
  if (first.length === 0 || first.some(isFigure)) return false;
  return first.every(isPeriod) || rows.slice(1).some((row) => values(row).some(isFigure));
}

function isFigure(text: string): boolean {
  return /^[£$€]?\s?[+-]?\s?[£$€]?\d[\d,.]*/.test(text) && !isPeriod(text);
}

function isPeriod(text: string): boolean {
  return /^(?:(?:19|20)\d\d(?:\s?[/-]\s?(?:\d\d){1,2})?|Q[1-4].*|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec).*)$/.test(
    text,
  );
}

/** A row whose cells fill the blanks of the row above, or go on with its texts. */
function isRestOfRow(above: readonly TableCell[], below: readonly TableCell[], columns: number): boolean {
  if (above.length !== columns || below.length !== columns) return false;
  if (above.some((cell) => cell.rowSpan > 1)) return false;
  const pairs = below.map((cell, index) => [leafText(above[index]!).trim(), leafText(cell).trim()] as const);
  if (pairs[0]![0] === '' || pairs.every(([, text]) => text === '')) return false;
  if (pairs[0]![1] !== '' && !continuesCell(...pairs[0]!)) return false;
  return pairs.every(([first, second]) => first === '' || second === '' || continuesCell(first, second));
}

/** Adds the rows of a continuation to a draft, without the header printed again. */
function append(draft: Draft, after: Table): void {
  const repeated = repeatedHeaderRows(draft, after);
  const rest = rowsOf(after).slice(repeated);
  const lastRow = draft.rows.at(-1) ?? [];
  if (isRestOfRow(lastRow, rest[0] ?? [], after.columns))
    draft.rows[draft.rows.length - 1] = joinRow(lastRow, rest.shift()!);
  for (const cells of rest) {
    const row = draft.rows.length;
    draft.rows.push(cells.map((cell) => ({ ...cell, row })));
  }
  draft.parts.push(...after.parts);
  draft.furniture.push(...setAside(after, repeated));
  draft.joined += 1;
}

function finished({ table, rows, parts, joined }: Draft): Table {
  if (joined === 0) return table;
  const repairs = new Set<Repair>([...(table.repairs ?? []), 'table-joined-over-break']);
  return { ...table, rows: rows.length, parts, children: rows.flat(), repairs: [...repairs] };
}

function joinRow(above: readonly TableCell[], below: readonly TableCell[]): TableCell[] {
  return above.map((cell, index) => {
    const rest = below[index]!.children;
    if (rest.length === 0) return cell;
    const last = cell.children.at(-1);
    const children = last ? [...cell.children, joint(' ', last), ...rest] : rest;
    return tableCell({ ...cell, children, repairs: [...(cell.repairs ?? []), 'row-joined-over-break'] });
  });
}

function setAside(table: Table, rows: number): Furniture[] {
  return table.children
    .filter((cell) => cell.row < rows && cell.children.length > 0)
    .map((cell) => ({ type: 'furniture', role: 'running', children: cell.children }));
}
