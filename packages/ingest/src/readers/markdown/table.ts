import type { Table, TableCell, Text } from '@scrutineer/model';
import { joint } from '../text/pieces.ts';
import { tableCell } from '../text/table.ts';
import { fragmentText, type MarkdownSource } from './inline.ts';
import type { Field, TableLines } from './table-lines.ts';

/** Reads the cells of a table; rows that lack cells get blank ones. */
export function readTable(lines: TableLines, source: MarkdownSource): Table {
  const cells: TableCell[] = [];
  for (const [row, fields] of lines.rows.entries()) {
    for (let column = 0; column < lines.columns; column += 1) {
      const field = fields[column];
      const children = field ? fieldText(field, source) : [];
      cells.push(tableCell({ row, column, header: lines.headerRow && row === 0, children }));
    }
  }
  return {
    type: 'table',
    title: null,
    rows: lines.rows.length,
    columns: lines.columns,
    parts: [],
    children: cells,
  };
}

/** A cell that was split over lines is joined by blanks. */
function fieldText(field: Field, source: MarkdownSource): Text[] {
  const pieces: Text[] = [];
  for (const part of field) {
    const next = fragmentText(source, part.start, part.end);
    const last = pieces.at(-1);
    if (last && next.length > 0) pieces.push(joint(' ', last));
    pieces.push(...next);
  }
  return pieces;
}
