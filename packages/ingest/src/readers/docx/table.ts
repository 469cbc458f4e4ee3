import type { Place, Table, TableCell, Text } from '@scrutineer/model';
import { gridPlacer } from '../text/grid-placer.ts';
import { trimPieces } from '../text/pieces.ts';
import { tableCell } from '../text/table.ts';
import { draftPiece, type LabelNote, paragraphText } from './inline.ts';
import type { WordNode } from './word-tree.ts';

type WordCell = Extract<WordNode, { type: 'tableCell' }>;
type WordRow = Extract<WordNode, { type: 'tableRow' }>;

/** Reads a table; merged cells keep the place on the grid that Word gives them. */
export function readTable(node: WordNode & { readonly type: 'table' }, place: Place, labelNote: LabelNote): Table {
  const rows = node.children.filter((row): row is WordRow => row.type === 'tableRow');
  const cells: TableCell[] = [];
  const placer = gridPlacer();
  for (const [row, { children, isHeader }] of rows.entries()) {
    for (const cell of children.filter((child): child is WordCell => child.type === 'tableCell')) {
      const { rowSpan, colSpan } = boundedSpans(cell, row, rows.length);
      const column = placer.place(row, rowSpan, colSpan);
      const text = cellText(cell.children, place, labelNote);
      cells.push(tableCell({ row, column, rowSpan, colSpan, header: isHeader, children: text }));
    }
  }
  return { type: 'table', title: null, rows: rows.length, columns: placer.columns(), parts: [], children: cells };
}

/** Word's widest table has 63 columns; a broken file may claim any number. */
const MOST_COLUMNS_SPANNED = 63;

function boundedSpans(cell: WordCell, row: number, rows: number): { rowSpan: number; colSpan: number } {
  return {
    rowSpan: Math.min(Math.max(cell.rowSpan, 1), rows - row),
    colSpan: Math.min(Math.max(cell.colSpan, 1), MOST_COLUMNS_SPANNED),
  };
}

/** Paragraphs of a cell are lines; the cells of a table within it too. */
function cellText(nodes: readonly WordNode[], place: Place, labelNote: LabelNote): Text[] {
  const lines: (readonly Text[])[] = [];
  const visit = (node: WordNode) => {
    if (node.type === 'paragraph') lines.push(trimPieces(paragraphText(node.children, place, labelNote).pieces));
    else if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  const pieces: Text[] = [];
  for (const line of lines.filter((text) => text.length > 0)) {
    if (pieces.length > 0) pieces.push(draftPiece('\n', place));
    pieces.push(...line);
  }
  return pieces;
}
