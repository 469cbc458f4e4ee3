import type { Bitmap } from './bitmap.ts';

/** Largest angle by which a page is fed askew, and how exactly it is told, in degrees. */
const LARGEST = 4;
const COARSE = 0.5;
const FINE = 0.05;
/** Points of ink that are looked at: enough for every line of a page. */
const SAMPLES = 40_000;

/**
 * By how many degrees a picture's lines of text fall to the right: the angle at which its ink gathers in the fewest rows.
 * Source: W. Postl, "Detection of linear oblique structures and skew scan in digitized documents", ICPR 1986.
 */
export function skewOf({ width, height, ink }: Bitmap): number {
  const points = sample(ink, width);
  if (points.length === 0) return 0;
  const sharpness = (angle: number) => gathered(points, Math.tan((angle * Math.PI) / 180), height + width);
  const coarse = sharpest(sharpness, -LARGEST, LARGEST, COARSE);
  return sharpest(sharpness, coarse - COARSE, coarse + COARSE, FINE);
}

function sample(ink: Uint8Array, width: number): [number, number][] {
  let count = 0;
  for (const pixel of ink) count += pixel;
  const step = Math.max(1, Math.floor(count / SAMPLES));
  const points: [number, number][] = [];
  let seen = 0;
  for (const [index, pixel] of ink.entries()) {
    if (pixel === 0) continue;
    seen += 1;
    if (seen % step === 0) points.push([index % width, Math.floor(index / width)]);
  }
  return points;
}

function gathered(points: readonly [number, number][], slope: number, size: number): number {
  const rows = new Int32Array(size * 2);
  for (const [x, y] of points) rows[Math.round(y - x * slope) + (size >> 1)]! += 1;
  let sum = 0;
  for (const row of rows) sum += row * row;
  return sum;
}

function sharpest(sharpness: (angle: number) => number, from: number, to: number, step: number): number {
  let best = 0;
  let most = sharpness(0);
  for (let index = 0; index <= Math.round((to - from) / step); index += 1) {
    const angle = from + index * step;
    const value = sharpness(angle);
    if (value > most) [most, best] = [value, angle];
  }
  return best;
}
