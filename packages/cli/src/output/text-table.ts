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
  let slots: readonly Slot[] | null = null;
  for await (const row of rows) {
    const cells = columns.map((column) => oneLine(String(column.value(row) ?? '')));
    if (slots) {
      yield printedLine(cells, slots);
      continue;
    }
    measured.push(cells);
    if (measured.length < MEASURED_ROWS) continue;
    slots = slotsFor(measured, columns, layout.width);
    yield* firstLines(measured, columns, slots, layout);
  }
  if (slots || measured.length === 0) return;
  yield* firstLines(measured, columns, slotsFor(measured, columns, layout.width), layout);
}

/** How a cell of a column is printed. */
interface Slot {
  readonly width: number;
  readonly align: 'left' | 'right';
  /** A longer cell is cut to the width. */
  readonly cut: boolean;
}

function* firstLines<Row>(
  rows: readonly string[][],
  columns: readonly Column<Row>[],
  slots: readonly Slot[],
  { stream }: TableLayout,
): Generator<string> {
  const titles = columns.map(({ title }) => title);
  yield styleText('bold', printedLine(titles, slots), { stream });
  for (const row of rows) yield printedLine(row, slots);
}

function printedLine(cells: readonly string[], slots: readonly Slot[]): string {
  return cells
    .map((cell, index) => padded(cell, slots[index]!))
    .join(GAP)
    .trimEnd();
}

function padded(cell: string, { width, align, cut }: Slot): string {
  const text = cut ? cutToWidth(cell, width) : cell;
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? space + text : text + space;
}

function slotsFor<Row>(rows: readonly string[][], columns: readonly Column<Row>[], limit?: number): Slot[] {
  const wanted = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[index]!)), textWidth(title)),
  );
  const widths = limit === undefined ? wanted : fittingWidths(wanted, columns, limit);
  return columns.map(({ align = 'left', flexible = false }, index) => ({
    width: widths[index]!,
    align,
    cut: flexible && limit !== undefined,
  }));
}

/** The widths with flexible columns cut, the widest first, until the line fits. */
function fittingWidths<Row>(wanted: readonly number[], columns: readonly Column<Row>[], limit: number): number[] {
  const widths = [...wanted];
  const flexible = columns.flatMap((column, index) => (column.flexible ? [index] : []));
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (columns.length - 1) - limit;
  for (; excess > 0 && flexible.length > 0; excess -= 1) {
    const widest = flexible.reduce((best, index) => (widths[index]! > widths[best]! ? index : best));
    if (widths[widest]! <= NARROWEST) break;
    widths[widest]! -= 1;
  }
  return widths;
}
