import type { Box } from '@scrutineer/model';
import type { Bitmap } from './bitmap.ts';
import type { GreyPicture } from './grey-picture.ts';

/** What a picture's ink stands on: the paper, or a shaded area. */
export interface Background {
  /** Squares in a row of them. */
  readonly columns: number;
  /** Level of grey of each square, row by row. */
  readonly levels: Uint8Array;
  /** Level of grey of most squares. */
  readonly paper: number;
}

/** Side of the squares whose background is told, in pixels, and squares on each side that are asked for it. */
const SQUARE = 8;
const NEIGHBOURS = 2;
/** A line is darker than this share of what it is drawn on. */
const LINE = 0.75;
const WHITE = 255;
/** Levels that are counted as one, and how many such ranges there are. */
const BIN = 8;
const BINS = 256 / BIN;

/**
 * The background of each square of a picture: the level that is most frequent around it. Letters may cover more than half
 * of a header row, but their edges are of many levels and the fill is of one.
 */
export function backgroundOf({ width, height, levels }: GreyPicture): Background {
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const counts = new Uint16Array(columns * rows * BINS);
  for (const [index, level] of levels.entries()) {
    const square = Math.floor(Math.floor(index / width) / SQUARE) * columns + Math.floor((index % width) / SQUARE);
    counts[square * BINS + Math.floor(level / BIN)]! += 1;
  }
  const backgrounds = Uint8Array.from({ length: columns * rows }, (_, index) =>
    mostFrequent(countsAround(counts, columns, rows, index % columns, Math.floor(index / columns))),
  );
  return { columns, levels: backgrounds, paper: median(backgrounds) };
}

/** The background of a rectangle of one fill, within the picture. */
export function backgroundWithin(picture: GreyPicture, box: Box): number {
  return mostFrequent(countsWithin(picture, box));
}

/** What is darker than that which it stands on: of a shaded area the text and the borders, not the fill. */
export function inkOver({ width, height, levels }: GreyPicture, background: Background): Bitmap {
  const ink = levels.map((level, index) =>
    level < levelUnder(background, index % width, Math.floor(index / width)) * LINE ? 1 : 0,
  );
  return { width, height, ink };
}

/** Level of the background at a pixel. */
export function levelUnder({ columns, levels }: Background, x: number, y: number): number {
  return levels[Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE)]!;
}

/** How often each range of levels occurs in a square and its neighbours. */
function countsAround(counts: Uint16Array, columns: number, rows: number, column: number, row: number): Uint16Array {
  const sums = new Uint16Array(BINS);
  for (let y = Math.max(row - NEIGHBOURS, 0); y <= Math.min(row + NEIGHBOURS, rows - 1); y += 1)
    for (let x = Math.max(column - NEIGHBOURS, 0); x <= Math.min(column + NEIGHBOURS, columns - 1); x += 1)
      for (let bin = 0; bin < BINS; bin += 1) sums[bin]! += counts[(y * columns + x) * BINS + bin]!;
  return sums;
}

/** How often each range of levels occurs within a rectangle of pixels, left and top, right and bottom. */
function countsWithin({ width, levels }: GreyPicture, [left, top, right, bottom]: Box): Uint32Array {
  const counts = new Uint32Array(BINS);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) counts[Math.floor(levels[y * width + x]! / BIN)]! += 1;
  return counts;
}

/** The middle of the range of levels that is most frequent, with the ranges beside it. */
function mostFrequent(counts: Uint16Array | Uint32Array): number {
  let best = 0;
  let most = -1;
  for (let bin = 0; bin < BINS; bin += 1) {
    const count = (counts[bin - 1] ?? 0) + counts[bin]! + (counts[bin + 1] ?? 0);
    if (count > most) [most, best] = [count, bin];
  }
  return best * BIN + BIN / 2;
}

function median(levels: Uint8Array): number {
  return levels.slice().sort()[levels.length >> 1] ?? WHITE;
}
