import type { Box } from '@scrutineer/model';
import { chunksOfLine, clearChunks, isFigure } from './aligned/chunks.ts';
import type { PageTable, PageTableCell } from './page-table.ts';
import type { Ruling } from './ruling.ts';

/** How far inside a text's box a ruling must run to go through the text, in points. */
const INSIDE = 1.5;
/** Share of a text's height or width that a ruling must run along. */
const ALONG_SHARE = 0.6;

/**
 * The score by which one of two readings of a table is chosen: the number of places that speak against it. Texts that
 * stand clearly apart on one line of a cell, figures one below the other in a cell and rulings through a cell's text each
 * count one; so do columns with a single text, unless they are drawn.
 */
export function faults(table: PageTable, rulings: readonly Ruling[], isDrawn: boolean): number {
  const cells = table.cells.filter((cell) => cell.lines.length > 0);
  const near = rulings.filter((ruling) => crosses(ruling, table.box));
  const inCells = cells.reduce(
    (sum, cell) => sum + gapsWithin(cell) + stackedFigures(cell) + rulingsThrough(cell, near),
    0,
  );
  return isDrawn ? inCells : inCells + lonelyColumns(table, cells);
}

/** Gaps beside a figure: those between words may be a justified line's. */
function gapsWithin({ lines }: PageTableCell): number {
  return lines.reduce((sum, line) => {
    const chunks = clearChunks(chunksOfLine(line));
    return sum + chunks.slice(1).filter(({ text }, index) => isFigure(text) || isFigure(chunks[index]!.text)).length;
  }, 0);
}

function stackedFigures({ lines }: PageTableCell): number {
  return Math.max(lines.filter((line) => isFigure(line.text)).length - 1, 0);
}

function rulingsThrough({ lines }: PageTableCell, rulings: readonly Ruling[]): number {
  const boxes = lines.map((line) => line.box);
  const [first, last] = [boxes[0]!, boxes.at(-1)!];
  const whole: Box = [
    Math.min(...boxes.map((box) => box[0])),
    first[1],
    Math.max(...boxes.map((box) => box[2])),
    last[3],
  ];
  return rulings.some((ruling) => goesThrough(ruling, whole)) ? 1 : 0;
}

/** Whether a ruling runs within a box at all. */
function crosses({ axis, at, from, to }: Ruling, [left, top, right, bottom]: Box): boolean {
  const [low, high, start, end] = axis === 'horizontal' ? [top, bottom, left, right] : [left, right, top, bottom];
  return at > low && at < high && to > start && from < end;
}

function goesThrough({ axis, at, from, to }: Ruling, [left, top, right, bottom]: Box): boolean {
  const [low, high, start, end] = axis === 'horizontal' ? [top, bottom, left, right] : [left, right, top, bottom];
  if (at < low + INSIDE || at > high - INSIDE) return false;
  return Math.min(to, end) - Math.max(from, start) > ALONG_SHARE * (end - start);
}

function lonelyColumns(table: PageTable, cells: readonly PageTableCell[]): number {
  const counts = new Array<number>(table.columnEdges.length - 1).fill(0);
  for (const { column, colSpan } of cells) if (colSpan === 1) counts[column]! += 1;
  return counts.filter((count) => count === 1).length;
}
