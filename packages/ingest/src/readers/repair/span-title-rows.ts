import type { Block, Table, TableCell } from '@scrutineer/model';
import { rowsOf, titleOfRow } from '../text/table.ts';

/**
 * Formats without merged cells write a title within a table as a row with text in its first cell only:
 *
 *     PROTECTING LOCAL POLICING |            |
 *     Measure                   | Last year  | This year
 *
 * Such a row becomes one cell over all columns. The last row is left alone: it titles nothing.
 */
export function spanTitleRows(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (block.type === 'table' ? spanTable(block) : block));
}

function spanTable(table: Table): Table {
  const rows = rowsOf(table);
  const cells = rows.flatMap((row, index) => (index < rows.length - 1 ? spanRow(row, table.columns) : row));
  return cells.length === table.children.length ? table : { ...table, children: cells };
}

function spanRow(row: readonly TableCell[], columns: number): readonly TableCell[] {
  if (titleOfRow(row, columns) === null || row.some((cell) => cell.rowSpan > 1)) return row;
  return [{ ...row[0]!, colSpan: columns }];
}
