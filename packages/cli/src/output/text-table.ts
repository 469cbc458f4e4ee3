import { styleText } from 'node:util';
import { oneLine } from './one-line.ts';
import { cutToWidth, textWidth } from './text-width.ts';

/** A column of a table on the terminal. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | null;
  readonly align?: 'left' | 'right';
  /** May be cut where the terminal is too narrow; the widest such column is cut first. */
  readonly flexible?: boolean;
}

/** Rows that decide how wide the columns are, so that big lists are printed as they come. */
const MEASURED_ROWS = 500;
const GAP = '  ';
const NARROWEST = 8;

export interface TableLayout {
  /** Columns of the terminal; unlimited where nothing is known of them. */
  readonly width?: number;
  /** Where the table is printed, which decides on colours. */
  readonly stream: NodeJS.WriteStream;
}

/** The lines of a table with a heading: nothing at all where there are no rows. */
export async function* tableLines<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: readonly Column<Row>[],
  layout: TableLayout,
): AsyncGenerator<string> {
  const measured: string[][] = [];
  let widths: number[] | null = null;
  for await (const row of rows) {
    const cells = columns.map((column) => oneLine(String(column.value(row) ?? '')));
    if (widths) yield printedLine(cells, columns, widths);
    else measured.push(cells);
    if (measured.length < MEASURED_ROWS || widths) continue;
    widths = fittingWidths(measured, columns, layout.width);
    yield* head(measured, columns, widths, layout);
  }
  if (!widths && measured.length > 0)
    yield* head(measured, columns, fittingWidths(measured, columns, layout.width), layout);
}

function* head<Row>(
  rows: readonly string[][],
  columns: readonly Column<Row>[],
  widths: readonly number[],
  { stream }: TableLayout,
): Generator<string> {
  const titles = columns.map(({ title }) => title);
  yield styleText('bold', printedLine(titles, columns, widths), { stream });
  for (const row of rows) yield printedLine(row, columns, widths);
}

function printedLine<Row>(
  cells: readonly string[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string {
  const padded = cells.map((cell, index) => {
    const { align, flexible } = columns[index]!;
    return pad(flexible ? cutToWidth(cell, widths[index]!) : cell, widths[index]!, align);
  });
  return padded.join(GAP).trimEnd();
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** The widths that the texts need, with flexible columns cut, the widest first, until the line fits. */
function fittingWidths<Row>(
  rows: readonly string[][],
  columns: readonly Column<Row>[],
  limit = Number.POSITIVE_INFINITY,
): number[] {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[index]!)), textWidth(title)),
  );
  const flexible = columns.flatMap((column, index) => (column.flexible ? [index] : []));
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (columns.length - 1) - limit;
  for (; excess > 0 && flexible.length > 0; excess -= 1) {
    const widest = flexible.reduce((best, index) => (widths[index]! > widths[best]! ? index : best));
    if (widths[widest]! <= NARROWEST) break;
    widths[widest]! -= 1;
  }
  return widths;
}
