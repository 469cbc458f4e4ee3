import type { Box } from '@scrutineer/model';
import type { Ruling } from '../ruling.ts';
import { isFigure, isYear } from './chunks.ts';
import type { Column } from './columns.ts';
import type { PlacedLine, PlacedText } from './place-chunks.ts';

/** Cells of a header while it is put together: texts of one cell, with the rows it takes. */
export interface HeaderCell {
  readonly from: number;
  readonly to: number;
  firstRow: number;
  lastRow: number;
  readonly texts: PlacedText[];
}

/** Most lines of a header. */
const MOST_HEADER_LINES = 9;
/** Difference between a heading's middle and that of the columns it spans, in font sizes. */
const CENTRED = 0.8;
/** Share of a line's height by which headings of one row may differ in height. */
const SAME_HEIGHT = 0.3;
/** How far a text may reach over a ruling beside it, in points. */
const OVER_RULING = 2;

/**
 * How many of a table's first lines are its header: those above the first line of figures, or above the first rule
 * that goes through the whole table.
 *
 * @param rules y of such rules
 */
export function headerLines(lines: readonly PlacedLine[], rules: readonly number[]): number {
  const firstData = lines.findIndex(isData);
  const ends = firstData < 0 ? Math.min(1, lines.length) : firstData;
  const rule = rules.find((y) => lines[0] && y > lines[0].line.baseline);
  const aboveRule = rule === undefined ? 0 : lines.filter(({ line }) => line.baseline < rule).length;
  if (aboveRule > 0 && aboveRule <= MOST_HEADER_LINES && (firstData < 0 || aboveRule <= firstData)) return aboveRule;
  const bold = lines.findIndex((line) => !isBold(line));
  if (bold > 0 && bold < ends) return bold;
  return withoutLabels(lines, Math.min(ends, MOST_HEADER_LINES));
}

/** At least half of what stands beside the first column are figures, and not all of them years. */
export function isData({ texts }: PlacedLine): boolean {
  const values = texts.filter(({ from }) => from > 0);
  const figures = values.filter(({ text }) => isFigure(text));
  if (values.length === 0 || figures.length * 2 < values.length) return false;
  return figures.some(({ text }) => !isYear(text));
}

/** What stands beside the first column is bold, or all of it where there is nothing beside. */
export function isBold({ line, texts }: PlacedLine): boolean {
  const values = texts.filter(({ from }) => from > 0);
  return values.length === 0 ? line.bold : values.every(({ runs }) => runs.every((run) => run.bold));
}

/** Lines with a label alone, right above the first figures, are the first rows of the body: headings of groups. */
function withoutLabels(lines: readonly PlacedLine[], count: number): number {
  let end = count;
  while (end > 1 && lines[end - 1]!.texts.every(({ to }) => to === 0) && lines.slice(0, end - 1).some(hasHeads))
    end -= 1;
  return end;
}

function hasHeads({ texts }: PlacedLine): boolean {
  return texts.some(({ from }) => from > 0);
}

/**
 * Puts the cells of a header together: lines of a heading that wraps are one cell, a heading in the middle over several
 * columns spans them. Gives the cells and the number of rows they take.
 */
export function headerCells(
  lines: readonly PlacedLine[],
  columns: readonly Column[],
  rulings: readonly Ruling[],
): { cells: HeaderCell[]; rows: number } {
  const cells: HeaderCell[] = [];
  for (const [index, line] of lines.entries()) {
    for (const text of besideSpans(withSpans(line, lines[index + 1], columns, rulings), columns)) {
      const above = cells.filter((cell) => cell.from <= text.to && cell.to >= text.from);
      const last = above.at(-1);
      if (last && above.every((cell) => cell.lastRow <= last.lastRow) && last.from === text.from && last.to === text.to)
        last.texts.push(text);
      else {
        const row = Math.max(...above.map((cell) => cell.lastRow), -1) + 1;
        cells.push({ from: text.from, to: text.to, firstRow: row, lastRow: row, texts: [text] });
      }
    }
  }
  lowerToLine(cells);
  return { cells: withoutGaps(cells), rows: Math.max(...cells.map((cell) => cell.lastRow), -1) + 1 };
}

/** A heading printed no higher than those below a spanning one stands in their row. */
function lowerToLine(cells: readonly HeaderCell[]): void {
  const top = (cell: HeaderCell) => cell.texts[0]!.box[1];
  const levels = new Map<number, number>();
  for (const cell of cells)
    levels.set(cell.firstRow, Math.min(levels.get(cell.firstRow) ?? Number.POSITIVE_INFINITY, top(cell)));
  for (const cell of cells) {
    const isTop = cells.every((other) => other === cell || other.from > cell.to || other.to < cell.from);
    if (!isTop) continue;
    const height = cell.texts[0]!.box[3] - top(cell);
    const row = [...levels].filter(([, y]) => top(cell) >= y - height * SAME_HEIGHT).map(([level]) => level);
    cell.firstRow = Math.max(cell.firstRow, ...row);
    cell.lastRow = cell.firstRow;
  }
}

/** A heading that stands alone over its columns reaches as far up and down as nothing else does. */
function withoutGaps(cells: readonly HeaderCell[]): HeaderCell[] {
  const last = Math.max(...cells.map((cell) => cell.lastRow), 0);
  for (const cell of cells) {
    const others = cells.filter((other) => other !== cell && other.from <= cell.to && other.to >= cell.from);
    const below = others.filter((other) => other.firstRow > cell.firstRow).map((other) => other.firstRow - 1);
    const above = others.filter((other) => other.lastRow < cell.firstRow).map((other) => other.lastRow + 1);
    cell.lastRow = Math.max(cell.lastRow, Math.min(last, ...below));
    if (others.length > 0) cell.firstRow = Math.min(cell.firstRow, Math.max(0, ...above));
  }
  return [...cells];
}

/** The texts of a header's line with the columns they head: as rulings tell, else by where their middle stands. */
function withSpans(
  { line, texts }: PlacedLine,
  below: PlacedLine | undefined,
  columns: readonly Column[],
  rulings: readonly Ruling[],
): PlacedText[] {
  return texts.map((text, index) => {
    const least = (texts[index - 1]?.to ?? -1) + 1;
    const most = (texts[index + 1]?.from ?? columns.length) - 1;
    const ruled = ruledSpan(text, below?.line.baseline ?? line.baseline + line.size, columns, rulings);
    if (ruled) return { ...text, from: Math.max(ruled.from, least), to: Math.min(ruled.to, most) };
    return below ? { ...text, ...centredSpan(text, columns, least, most) } : text;
  });
}

/** Beside a heading that spans columns the others of its line span as many as their middle allows. */
function besideSpans(texts: readonly PlacedText[], columns: readonly Column[]): readonly PlacedText[] {
  if (!texts.some(({ from, to }) => to > from)) return texts;
  return texts.map((text, index) => {
    if (text.from === 0 || text.to > text.from) return text;
    const middle = (text.box[0] + text.box[2]) / 2;
    const least = Math.max((texts[index - 1]?.to ?? 0) + 1, 1);
    const most = (texts[index + 1]?.from ?? columns.length) - 1;
    let { from, to } = text;
    for (let first = text.from, last = text.to; first >= least && last <= most; first -= 1, last += 1) {
      const centre = (columns[first]!.left + columns[last]!.right) / 2;
      if (Math.abs(centre - middle) < CENTRED * (text.runs[0]?.size ?? 0)) ({ from, to } = { from: first, to: last });
    }
    return { ...text, from, to };
  });
}

interface Columns {
  readonly from: number;
  readonly to: number;
}

/** The columns between the vertical rulings beside a text, or over the rule that is drawn below it. */
function ruledSpan(
  { from, to, box: [left, top, right, bottom] }: PlacedText,
  next: number,
  columns: readonly Column[],
  rulings: readonly Ruling[],
): Columns | null {
  const middle = (top + bottom) / 2;
  const beside = rulings.filter((ruling) => ruling.axis === 'vertical' && ruling.from < middle && ruling.to > middle);
  const before = beside.filter(({ at }) => at <= left + OVER_RULING);
  const after = beside.filter(({ at }) => at >= right - OVER_RULING);
  const spans: [number, number][] = [];
  if (before.length > 0 && after.length > 0)
    spans.push([Math.max(...before.map(({ at }) => at)), Math.min(...after.map(({ at }) => at))]);
  for (const ruling of rulings) {
    const isBelow = ruling.axis === 'horizontal' && ruling.at > middle && ruling.at < next;
    if (isBelow && ruling.from <= left + OVER_RULING && ruling.to >= right - OVER_RULING)
      spans.push([ruling.from, ruling.to]);
  }
  for (const [start, end] of spans.sort((a, b) => a[1] - a[0] - (b[1] - b[0]))) {
    const within = columns.flatMap((column, index) => {
      const centre = (column.left + column.right) / 2;
      return centre > start && centre < end ? [index] : [];
    });
    if (within.length === 0 || within.length === columns.length) continue;
    return { from: Math.min(within[0]!, from), to: Math.max(within.at(-1)!, to) };
  }
  return null;
}

/**
 * The fewest columns whose middle is that of the text; a text that stands within its own spans no others. Those it
 * stands in where there are none.
 */
function centredSpan(
  { from, to, box, runs }: PlacedText,
  columns: readonly Column[],
  least: number,
  most: number,
): Columns {
  const middle = (box[0] + box[2]) / 2;
  const tolerance = CENTRED * (runs[0]?.size ?? 0);
  const offset = (first: number, last: number) => Math.abs((columns[first]!.left + columns[last]!.right) / 2 - middle);
  if (from === 0 || (from === to && isWithin(box, columns[from]!, tolerance))) return { from, to };
  const candidates: Columns[] = [];
  for (let first = Math.max(least, 1); first <= from; first += 1) {
    for (let last = to; last <= most; last += 1) {
      if (offset(first, last) < tolerance) candidates.push({ from: first, to: last });
    }
  }
  return (
    candidates.sort((a, b) => a.to - a.from - (b.to - b.from) || offset(a.from, a.to) - offset(b.from, b.to))[0] ?? {
      from,
      to,
    }
  );
}

function isWithin(box: Box, { left, right }: Column, tolerance: number): boolean {
  return box[0] > left - tolerance && box[2] < right + tolerance;
}
