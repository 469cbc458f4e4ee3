import type { Box } from '@scrutineer/model';
import type { Bitmap } from './bitmap.ts';
import type { GreyPicture } from './grey-picture.ts';

/** What a picture's ink stands on: the paper, or a shaded area. */
export interface Background {
  /** Level of grey under each pixel, row by row. */
  readonly levels: Uint8Array;
  /** Level of grey of most squares. */
  readonly paper: number;
}

/** Side of the squares whose background is told, in pixels, and squares on each side that are asked for it. */
const SQUARE_BITS = 3;
const SQUARE = 1 << SQUARE_BITS;
const NEIGHBOURS = 2;
/** A line is darker than this share of what it is drawn on, and by as many levels of grey. */
const LINE = 0.75;
const LEAST_DIFFERENCE = 12;
const WHITE = 255;
/** Levels that are counted as one, and how many such ranges there are. */
const BIN_BITS = 3;
const BIN = 1 << BIN_BITS;
const BINS = 256 / BIN;

/**
 * The background of each square of a picture: the level that is most frequent around it. Letters may cover more than half
 * of a header row, but their edges are of many levels and the fill is of one.
 */
export function backgroundOf({ width, height, levels }: GreyPicture): Background {
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const counts = new Uint16Array(columns * rows * BINS);
  for (let y = 0; y < height; y += 1) {
    const first = (y >> SQUARE_BITS) * columns;
    for (let x = 0; x < width; x += 1)
      counts[(first + (x >> SQUARE_BITS)) * BINS + (levels[y * width + x]! >> BIN_BITS)]! += 1;
  }
  const squares = Uint8Array.from({ length: columns * rows }, (_, index) =>
    mostFrequent(countsAround(counts, columns, rows, index % columns, Math.floor(index / columns))),
  );
  return { levels: spread(squares, columns, width, height), paper: median(squares) };
}

/** The level of each pixel's square. */
function spread(squares: Uint8Array, columns: number, width: number, height: number): Uint8Array {
  const levels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const first = (y >> SQUARE_BITS) * columns;
    for (let x = 0; x < width; x += 1) levels[y * width + x] = squares[first + (x >> SQUARE_BITS)]!;
  }
  return levels;
}

/** The background of a rectangle of one fill, within the picture. */
export function backgroundWithin(picture: GreyPicture, box: Box): number {
  return mostFrequent(countsWithin(picture, box));
}

/** What is darker than that which it stands on: of a shaded area the text and the borders, not the fill. */
export function inkOver({ width, height, levels }: GreyPicture, background: Background): Bitmap {
  const isInk = (level: number, under: number) => level < Math.min(under * LINE, under - LEAST_DIFFERENCE);
  return { width, height, ink: levels.map((level, index) => (isInk(level, background.levels[index]!) ? 1 : 0)) };
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
    for (let x = left; x < right; x += 1) counts[levels[y * width + x]! >> BIN_BITS]! += 1;
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
