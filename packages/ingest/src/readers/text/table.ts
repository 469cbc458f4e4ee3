import type { Repair, Table, TableCell, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';

/** The place of a cell on the grid, with what it holds. */
export interface CellDraft {
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly header?: boolean;
  readonly place?: TableCell['place'];
  readonly repairs?: readonly Repair[];
  readonly children: readonly Text[];
}

export function tableCell(draft: CellDraft): TableCell {
  return {
    type: 'tableCell',
    row: draft.row,
    column: draft.column,
    rowSpan: draft.rowSpan ?? 1,
    colSpan: draft.colSpan ?? 1,
    header: draft.header ?? false,
    place: draft.place ?? null,
    children: draft.children,
    ...(draft.repairs && draft.repairs.length > 0 ? { repairs: draft.repairs } : {}),
  };
}

/** The cells of a table by the row they begin in, in reading order. */
export function rowsOf(table: Table): TableCell[][] {
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.children) rows[cell.row]?.push(cell);
  return rows;
}

/** The text of a row that has text in its first cell only: a title or a sub-title within the table; else null. */
export function titleOfRow(cells: readonly TableCell[], columns: number): string | null {
  const [first, ...rest] = cells;
  if (first?.column !== 0 || columns < 2) return null;
  const text = leafText(first).trim();
  if (text === '' || rest.some((cell) => leafText(cell).trim() !== '')) return null;
  return text;
}
