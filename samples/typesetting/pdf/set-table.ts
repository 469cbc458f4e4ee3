import { type Cell, headerRows, plainText, type Table } from '../sample.ts';
import { breakLines, type Line, type Measure, widestPart } from './lines.ts';
import { PAGE, type PageWriter } from './page-writer.ts';

const PADDING = 3;
const SIZES = { text: 8.5, narrow: 7 };
/** A table of more columns is set in the narrow size. */
const NARROW_FROM = 9;
const LEADING = 1.25;

interface SetCell extends Cell {
  readonly lines: readonly Line[];
}

/** Sets a table with all its rules; where it goes on over a page, its header rows are printed again. */
export function setTable(table: Table, pages: PageWriter): void {
  const size = table.columns >= NARROW_FROM ? SIZES.narrow : SIZES.text;
  const widths = columnWidths(table, size, pages.measure);
  const rows = table.rows.map((row) =>
    row.map((cell): SetCell => {
      const width = sum(widths.slice(cell.column, cell.column + cell.colSpan)) - 2 * PADDING;
      return { ...cell, lines: breakLines(cell.runs, size, width, pages.measure, cell.header) };
    }),
  );
  const heights = rowHeights(rows, size * LEADING);
  const heads = headerRows(table);
  const draw = (index: number) => drawRow(rows[index]!, heights.slice(index), widths, size, pages);
  for (let index = 0; index < rows.length; index += 1) {
    const group = index < heads ? heads + 1 : groupLength(rows, index);
    const isNewPage = pages.reserve(sum(heights.slice(index, index + group)));
    if (isNewPage && index >= heads) for (let head = 0; head < heads; head += 1) draw(head);
    draw(index);
  }
}

/** How many rows, from this one on, are held together: by cells that span them, or by header cells that head the next. */
function groupLength(rows: readonly (readonly SetCell[])[], index: number): number {
  const row = rows[index]!;
  return Math.max(row.every(({ header }) => header) ? 2 : 1, ...row.map(({ rowSpan }) => rowSpan));
}

/** Columns are as wide as their longest word, and share what is left by the length of their texts. */
function columnWidths({ rows, columns }: Table, size: number, measure: Measure): number[] {
  const single = rows.flat().filter(({ colSpan }) => colSpan === 1);
  const least = Array.from({ length: columns }, (_, column) =>
    Math.max(
      0,
      ...single.filter((cell) => cell.column === column).map((cell) => widestPart(cell.runs, size, measure, true)),
    ),
  ).map((width) => width + 2 * PADDING + 1);
  const wish = Array.from({ length: columns }, (_, column) =>
    Math.max(
      1,
      ...single.filter((cell) => cell.column === column).map((cell) => Math.min(60, plainText(cell.runs).length)),
    ),
  );
  const left = Math.max(0, PAGE.right - PAGE.left - sum(least));
  return least.map((width, column) => width + (left * wish[column]!) / sum(wish));
}

/** A row is as high as its highest cell; a cell over several rows makes the last of them higher if it must. */
function rowHeights(rows: readonly (readonly SetCell[])[], leading: number): number[] {
  const heights = rows.map((row) =>
    Math.max(...row.map((cell) => (cell.rowSpan === 1 ? cell.lines.length : 1) * leading + 2 * PADDING), 0),
  );
  for (const [index, row] of rows.entries()) {
    for (const { rowSpan, lines } of row) {
      const missing = lines.length * leading + 2 * PADDING - sum(heights.slice(index, index + rowSpan));
      if (missing > 0) heights[index + rowSpan - 1]! += missing;
    }
  }
  return heights;
}

/** @param heights of this row and those below it */
function drawRow(
  row: readonly SetCell[],
  heights: readonly number[],
  widths: readonly number[],
  size: number,
  pages: PageWriter,
): void {
  const top = pages.y();
  for (const { column, colSpan, rowSpan, lines } of row) {
    const left = PAGE.left + sum(widths.slice(0, column));
    const height = sum(heights.slice(0, rowSpan));
    for (const [number, line] of lines.entries())
      pages.lineAt(line, left + PADDING, top + PADDING + size * (1 + number * LEADING) * 0.97);
    pages.box(left, top, sum(widths.slice(column, column + colSpan)), height);
  }
  pages.advance(heights[0]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
