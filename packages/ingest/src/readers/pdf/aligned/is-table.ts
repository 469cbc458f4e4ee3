import type { PageTable, PageTableCell } from '../page-table.ts';
import { type ChunkLine, isFigure, isYear } from './chunks.ts';
import type { TableBlock } from './find-blocks.ts';

/** What a block must show to be a table where no rules say so. */
const FEWEST_ROWS = 3;
const FEWEST_ROWS_OF_FIGURES = 2;
/** Fewest cells with text. */
const FEWEST_FILLED = 6;
/** Share of the cells beside the first column that are figures. */
const FIGURE_SHARE = 0.5;
/** Share of the cells that have text. */
const FILLED_SHARE = 0.45;
/** Longest text of the usual cell of words, in characters: longer is prose in columns. */
const LONGEST_USUAL = 45;
/** Longest text of a cell that is no paragraph, in characters, and share of the text that paragraphs may be. */
const LONGEST_CELL = 120;
const MOST_PROSE = 0.5;
/** Share of a column's texts that must begin, end or have their middle at one x, and how far from it they may, in points. */
const ALIGNED_SHARE = 0.6;
const ALIGNED_WITHIN = 2.5;

/** Middle of a figure above the baseline, in font sizes, and how near to a grid line it stands, in points. */
const MIDDLE_OF_FIGURE = 0.35;
const ON_GRID_LINE = 1.5;
const FEWEST_ON_GRID_LINES = 3;
const FEWEST_ON_AXIS = 5;

const LIST_MARKER = /^(?:\W|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.):]|\d{1,2}(?:\.\d{1,2}){1,3})$/i;

/** Whether a block that has been read as a table is one, and no prose, list, chart or table of contents. */
export function isTable(table: PageTable, block: TableBlock): boolean {
  const columns = table.columnEdges.length - 1;
  const filled = table.cells.filter((cell) => cell.lines.length > 0);
  const beside = filled.filter((cell) => cell.column > 0);
  const figures = beside.filter((cell) => isFigure(textOf(cell)));
  const rowsWithValues = new Set(beside.map((cell) => cell.row)).size;
  if (columns < 2 || rowsWithValues < 2 || filled.length < FEWEST_FILLED) return false;
  if (isList(filled) || isContents(table) || isChart(block) || hasAxesOnly(table)) return false;
  if (filled.length < FILLED_SHARE * table.rows * columns * (block.rules.length >= 2 ? 0.5 : 1)) return false;
  const usual = usualLength(beside);
  if (block.rules.length >= 2 && usual <= 2 * LONGEST_USUAL) return true;
  if (isKeyed(table, filled)) return true;
  if (proseShare(filled) > MOST_PROSE || alignedShare(table, filled) < ALIGNED_SHARE) return false;
  if (figures.length >= FIGURE_SHARE * beside.length) {
    return rowsWithValues >= (columns > 3 || block.rules.length > 0 ? FEWEST_ROWS_OF_FIGURES : FEWEST_ROWS);
  }
  return columns > 2 && rowsWithValues >= FEWEST_ROWS && usual <= LONGEST_USUAL;
}

function textOf(cell: PageTableCell): string {
  return cell.lines.map((line) => line.text).join(' ');
}

function usualLength(cells: readonly PageTableCell[]): number {
  const lengths = cells.map((cell) => textOf(cell).length).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}

/** Two columns, the first of which holds labels that end with a colon. */
function isKeyed(table: PageTable, filled: readonly PageTableCell[]): boolean {
  const labels = filled.filter((cell) => cell.column === 0);
  return (
    table.columnEdges.length === 3 && labels.length >= FEWEST_ROWS && labels.every((cell) => /:$/.test(textOf(cell)))
  );
}

/** Share of the text that stands in cells as long as paragraphs. */
function proseShare(cells: readonly PageTableCell[]): number {
  const lengths = cells.map((cell) => textOf(cell).length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.filter((length) => length > LONGEST_CELL).reduce((sum, length) => sum + length, 0) / all;
}

/** All of the first column are bullets or numbers of items. */
function isList(filled: readonly PageTableCell[]): boolean {
  const first = filled.filter((cell) => cell.column === 0).map(textOf);
  return first.length > 0 && first.every((text) => LIST_MARKER.test(text));
}

/** A chart's axis: its figures stand at the height of grid lines, or side by side in equal steps. */
export function isChart({ lines, rules }: TableBlock): boolean {
  const onRule = lines.filter(({ baseline, size }) =>
    rules.some((y) => Math.abs(baseline - size * MIDDLE_OF_FIGURE - y) < ON_GRID_LINE),
  );
  return onRule.length >= FEWEST_ON_GRID_LINES || lines.some(isAxis);
}

/** Each column of figures counts up or down in equal steps. */
function hasAxesOnly(table: PageTable): boolean {
  const columns = Array.from({ length: table.columnEdges.length - 1 }, (_, column) =>
    table.cells
      .filter((cell) => cell.column === column)
      .map(textOf)
      .filter(isFigure),
  ).filter((texts) => texts.length >= FEWEST_ROWS);
  return columns.length > 0 && columns.every(goesInSteps);
}

function isAxis({ chunks }: ChunkLine): boolean {
  const texts = chunks.flatMap((chunk) => chunk.text.split(/\s+/));
  return texts.length >= FEWEST_ON_AXIS && goesInSteps(texts);
}

function goesInSteps(texts: readonly string[]): boolean {
  if (texts.some(isYear) || !texts.every((text) => /^-?[\d,.]+%?$/.test(text))) return false;
  const values = texts.map((text) => Number.parseFloat(text.replace(/,/g, '')));
  const step = values[1]! - values[0]!;
  return (
    step !== 0 &&
    values.slice(1).every((value, index) => Math.abs(value - values[index]! - step) < Math.abs(step) / 100)
  );
}

/** The last column holds page numbers that never go down. */
function isContents(table: PageTable): boolean {
  const last = table.columnEdges.length - 2;
  if (last > 2) return false;
  const numbers = table.cells.filter((cell) => cell.column === last && cell.lines.length > 0).map(textOf);
  if (numbers.length < 3 || !numbers.every((text) => /^(?:\d{1,3}|[ivx]{1,6})$/.test(text))) return false;
  return numbers.every((text, index) => index === 0 || !(Number(text) < Number(numbers[index - 1])));
}

/** Share of the texts of the columns that share an edge or a middle with the most of their column. */
function alignedShare(table: PageTable, filled: readonly PageTableCell[]): number {
  let aligned = 0;
  let all = 0;
  for (let column = 1; column < table.columnEdges.length - 1; column += 1) {
    const boxes = filled.filter((cell) => cell.column === column && cell.colSpan === 1).map((cell) => cell.box);
    if (boxes.length < 2) continue;
    const edges = [boxes.map((box) => box[0]), boxes.map((box) => box[2]), boxes.map((box) => (box[0] + box[2]) / 2)];
    aligned += Math.max(...edges.map(atOnePlace));
    all += boxes.length;
  }
  return all === 0 ? 0 : aligned / all;
}

/** The most values that lie within one place. */
function atOnePlace(values: readonly number[]): number {
  return Math.max(...values.map((value) => values.filter((other) => Math.abs(other - value) <= ALIGNED_WITHIN).length));
}
