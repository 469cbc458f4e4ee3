import { type Box, unionBox } from '@scrutineer/model';
import { linesOf } from '../lines.ts';
import type { PageTable, PageTableCell } from '../page-table.ts';
import type { Ruling } from '../ruling.ts';
import type { ChunkLine } from './chunks.ts';
import { type Column, columnsOf } from './columns.ts';
import { headerCells } from './header.ts';
import type { PlacedLine, PlacedText } from './place-chunks.ts';
import { placeLine } from './place-chunks.ts';
import { bodyRows, rowPitch } from './rows.ts';
import { sectionsOf } from './sections.ts';

interface DraftCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly from: number;
  readonly to: number;
  readonly texts: readonly PlacedText[];
}

/**
 * The table that lines form by how their text is aligned; null where they have no two columns.
 *
 * @param rules y of the rules that go through the whole table, in points
 * @param rulings all that are drawn on the page
 */
export function buildTable(
  lines: readonly ChunkLine[],
  rules: readonly number[],
  rulings: readonly Ruling[],
  page: number,
): PageTable | null {
  const columns = columnsOf(lines);
  if (columns.length < 2) return null;
  const placed = lines.map((line) => placeLine(line, columns));
  const pitch = rowPitch(placed);
  const cells: DraftCell[] = [];
  let total = 0;
  for (const { titles, header, body } of sectionsOf(placed, rules)) {
    for (const { texts } of titles) {
      cells.push({ row: total, rowSpan: 1, from: 0, to: columns.length - 1, texts });
      total += 1;
    }
    const heads = headerCells(header, columns, rulings);
    for (const { from, to, firstRow, lastRow, texts } of heads.cells)
      cells.push({ row: total + firstRow, rowSpan: lastRow - firstRow + 1, from, to, texts });
    total += heads.rows;
    const rows = bodyRows(body, columns, rules, pitch);
    cells.push(...rows.flatMap((row, index) => cellsOfRow(row, total + index)));
    total += rows.length;
  }
  const box = unionBox(lines.map((line) => line.box))!;
  return {
    page,
    box,
    columnEdges: edgesOf(columns, box),
    rows: total,
    cells: withBlanks(cells.map(finished), total, columns, box),
  };
}

/** Texts of a row that stand in the same columns are one cell. */
function cellsOfRow(row: readonly PlacedLine[], index: number): DraftCell[] {
  const cells: { row: number; rowSpan: number; from: number; to: number; texts: PlacedText[] }[] = [];
  for (const text of row.flatMap(({ texts }) => texts)) {
    const own = cells.find((cell) => cell.from <= text.to && cell.to >= text.from);
    if (!own) cells.push({ row: index, rowSpan: 1, from: text.from, to: text.to, texts: [text] });
    else {
      own.texts.push(text);
      own.from = Math.min(own.from, text.from);
      own.to = Math.max(own.to, text.to);
    }
  }
  return cells;
}

function finished({ row, rowSpan, from, to, texts }: DraftCell): PageTableCell {
  return {
    row,
    column: from,
    rowSpan,
    colSpan: to - from + 1,
    box: unionBox(texts.map((text) => text.box))!,
    lines: linesOf(texts.flatMap((text) => text.runs)),
  };
}

/** The edges between columns stand in the middle of their gutters. */
function edgesOf(columns: readonly Column[], [left, , right]: Box): number[] {
  const between = columns.slice(1).map((column, index) => (column.left + columns[index]!.right) / 2);
  return [left, ...between, right];
}

/** A table has a cell wherever it has a row and a column. */
function withBlanks(
  cells: readonly PageTableCell[],
  rows: number,
  columns: readonly Column[],
  box: Box,
): PageTableCell[] {
  const taken = new Set(
    cells.flatMap(({ row, column, rowSpan, colSpan }) =>
      Array.from(
        { length: rowSpan * colSpan },
        (_, index) => `${row + Math.floor(index / colSpan)} ${column + (index % colSpan)}`,
      ),
    ),
  );
  const blanks: PageTableCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    const own = unionBox(cells.filter((cell) => cell.row === row).map((cell) => cell.box)) ?? box;
    for (const [column, { left, right }] of columns.entries()) {
      if (taken.has(`${row} ${column}`)) continue;
      blanks.push({ row, column, rowSpan: 1, colSpan: 1, box: [left, own[1], right, own[3]], lines: [] });
    }
  }
  return [...cells, ...blanks].sort((a, b) => a.row - b.row || a.column - b.column);
}
