import type { Leaf, Table, TableCell } from '@scrutineer/model';
import { escapeHtml } from './escape.ts';

/**
 * A table with its merged cells. Header cells are those that the format marks, or the first row where it marks none, and
 * the first cell of each other row; each says what it is the header of.
 */
export function tableHtml(table: Table, textOf: (leaf: Leaf) => string): string {
  const rows = Array.from({ length: table.rows }, (): TableCell[] => []);
  for (const cell of table.children) rows[cell.row]?.push(cell);
  const headRows = headRowsOf(table, rows);
  const rowHtml = (cells: readonly TableCell[], row: number) =>
    `<tr>${cells.map((cell) => cellHtml(cell, scopeOf(cell, row < headRows), textOf(cell))).join('')}</tr>\n`;
  const name = table.title === null ? '' : ` aria-label="${escapeHtml(table.title)}"`;
  const head = rows.slice(0, headRows).map(rowHtml).join('');
  const body = rows.slice(headRows).map((cells, index) => rowHtml(cells, headRows + index));
  return `<div class="wide"><table${name}>\n${head && `<thead>\n${head}</thead>\n`}<tbody>\n${body.join('')}</tbody>\n</table></div>\n`;
}

/** The number of rows at the top that hold header cells alone, as far down as their merged cells reach. */
function headRowsOf({ children }: Table, rows: readonly (readonly TableCell[])[]): number {
  const isMarked = children.some(({ header }) => header);
  const first = isMarked ? rows.findIndex((cells) => cells.length === 0 || cells.some(({ header }) => !header)) : 1;
  const head = first === -1 ? rows.length : Math.min(first, rows.length);
  return Math.max(head, ...rows.slice(0, head).flatMap((cells) => cells.map(({ row, rowSpan }) => row + rowSpan)));
}

type Scope = 'col' | 'colgroup' | 'row' | 'rowgroup' | null;

function scopeOf({ header, column, colSpan, rowSpan }: TableCell, inHead: boolean): Scope {
  if (inHead) return colSpan > 1 ? 'colgroup' : 'col';
  if (!header && column > 0) return null;
  return rowSpan > 1 ? 'rowgroup' : 'row';
}

function cellHtml({ rowSpan, colSpan }: TableCell, scope: Scope, content: string): string {
  const tag = scope === null || content === '' ? 'td' : 'th';
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
  return `<${tag}${tag === 'th' ? ` scope="${scope}"` : ''}${spans}>${content}</${tag}>`;
}
