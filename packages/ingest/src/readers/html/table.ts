import type { Table, TableCell } from '@scrutineer/model';
import type { Element, ElementContent } from 'hast';
import { gridPlacer } from '../text/grid-placer.ts';
import { tableCell } from '../text/table.ts';
import { collapseBlanks } from './collapse-blanks.ts';
import { type HtmlSource, inlinePieces } from './inline.ts';
import { isSkipped } from './visibility.ts';

/** Most columns that one cell may cover: more is a mistake, and would fill the memory. */
const MOST_COLUMNS_SPANNED = 100;

export function readTable(element: Element, source: HtmlSource): Table {
  const rows = rowsOf(element);
  const placer = gridPlacer();
  const cells: TableCell[] = [];
  for (const [row, element] of rows.entries()) {
    for (const cell of cellsOf(element)) {
      const rowSpan = span(cell.properties.rowSpan, rows.length - row);
      const colSpan = span(cell.properties.colSpan, MOST_COLUMNS_SPANNED);
      const column = placer.place(row, rowSpan, colSpan);
      const children = collapseBlanks(inlinePieces(cell.children, source));
      cells.push(tableCell({ row, column, rowSpan, colSpan, header: cell.tagName === 'th', children }));
    }
  }
  return { type: 'table', title: null, rows: rows.length, columns: placer.columns(), parts: [], children: cells };
}

/** Whether a table only lays out the page: it says so, or it has one column, or whole tables stand in its cells. */
export function isLayout(element: Element): boolean {
  if (/^(?:presentation|none)$/.test(String(element.properties.role ?? ''))) return true;
  const rows = rowsOf(element).map(cellsOf);
  if (rows.every((cells) => cells.length < 2)) return true;
  return rows.flat().some((cell) => cell.children.some(holdsTable)) && rows.length < 3;
}

function holdsTable(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'table' || node.children.some(holdsTable));
}

export function captionOf(element: Element): Element | null {
  return childrenOf(element).find((child) => child.tagName === 'caption') ?? null;
}

function rowsOf(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).filter((child) => child.tagName === 'td' || child.tagName === 'th');
}

function childrenOf(element: Element): Element[] {
  return element.children.filter((child): child is Element => child.type === 'element' && !isSkipped(child));
}

/** `rowspan="0"` means all rows that are left. */
function span(value: unknown, most: number): number {
  const number = Number.parseInt(String(value ?? 1), 10);
  if (number === 0) return most;
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), most);
}
