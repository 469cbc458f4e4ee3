import type { GreyPicture } from './grey-picture.ts';

/** A picture in black and white: 1 is ink. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top. */
  readonly ink: Uint8Array;
}

/** Levels of grey. */
const LEVELS = 256;

/**
 * The ink of a picture, by the level of grey that parts it best from the paper.
 * Source: N. Otsu, "A threshold selection method from gray-level histograms", IEEE Trans. SMC 9 (1979).
 */
export function bitmapOf({ width, height, levels }: GreyPicture): Bitmap {
  const histogram = new Array<number>(LEVELS).fill(0);
  for (const level of levels) histogram[level]! += 1;
  const threshold = otsu(histogram, levels.length);
  return { width, height, ink: levels.map((level) => (level <= threshold ? 1 : 0)) };
}

function otsu(histogram: readonly number[], total: number): number {
  const sum = histogram.reduce((all, count, level) => all + level * count, 0);
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let threshold = LEVELS / 2;
  for (const [level, count] of histogram.entries()) {
    below += count;
    sumBelow += level * count;
    if (below === 0 || below === total) continue;
    const difference = sumBelow / below - (sum - sumBelow) / (total - below);
    const between = below * (total - below) * difference ** 2;
    if (between > best) [best, threshold] = [between, level];
  }
  return threshold;
}
