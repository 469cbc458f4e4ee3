import type { Ruling } from '../ruling.ts';
import type { Bitmap } from './bitmap.ts';

/** Shortest lines that are rulings, in points: letters are lower, words with a stroke through all of them are none. */
const SHORTEST_HORIZONTAL = 36;
const SHORTEST_VERTICAL = 14;
/** Thickest line, in points: thicker ones are filled areas; highest text within such an area. */
const THICKEST = 3;
const FILLED = 30;
/** Gap in a line that the scanner may have left, in points. */
const LARGEST_GAP = 1.2;

/**
 * The straight lines in a picture, level or upright, and the upper and lower edges of its filled areas.
 *
 * @param lines what is darker than that which it stands on
 * @param ink what is darker than paper
 * @param scale pixels for each point
 */
export function imageRulings(lines: Bitmap, ink: Bitmap, scale: number): Ruling[] {
  return [
    ...strokesAlong(lines, 'horizontal', SHORTEST_HORIZONTAL * scale, scale).flatMap((stroke) =>
      thinLine(stroke, 'horizontal', scale),
    ),
    ...strokesAlong(lines, 'vertical', SHORTEST_VERTICAL * scale, scale).flatMap((stroke) =>
      thinLine(stroke, 'vertical', scale),
    ),
    ...edgesOfAreas(strokesAlong(ink, 'horizontal', SHORTEST_HORIZONTAL * scale, scale), scale),
  ];
}

interface Stroke {
  readonly first: number;
  last: number;
  from: number;
  to: number;
}

/** Long runs of ink in neighbouring rows (or columns) are one stroke. */
function strokesAlong(bitmap: Bitmap, axis: Ruling['axis'], shortest: number, scale: number): Stroke[] {
  const isHorizontal = axis === 'horizontal';
  const across = isHorizontal ? bitmap.height : bitmap.width;
  const strokes: Stroke[] = [];
  let open: Stroke[] = [];
  for (let at = 0; at < across; at += 1) {
    const next: Stroke[] = [];
    for (const [from, to] of runsAt(bitmap, isHorizontal, at, LARGEST_GAP * scale)) {
      if (to - from < shortest) continue;
      const known = open.find((stroke) => from < stroke.to && to > stroke.from);
      if (known && !next.includes(known)) {
        known.last = at;
        known.from = Math.min(known.from, from);
        known.to = Math.max(known.to, to);
        next.push(known);
      } else if (!known) {
        const stroke = { first: at, last: at, from, to };
        strokes.push(stroke);
        next.push(stroke);
      }
    }
    open = next;
  }
  return strokes;
}

function thinLine({ first, last, from, to }: Stroke, axis: Ruling['axis'], scale: number): Ruling[] {
  if (last - first >= THICKEST * scale) return [];
  return [{ axis, at: (first + last + 1) / 2 / scale, from: from / scale, to: to / scale }];
}

/** A thick level stroke is a filled area, or the part of one above the text in it, or below: its outer edges are lines. */
function edgesOfAreas(strokes: readonly Stroke[], scale: number): Ruling[] {
  const thick = strokes.filter(({ first, last }) => last - first >= THICKEST * scale);
  const highest = FILLED * scale;
  return thick.flatMap(({ first, last, from, to }) => {
    const sameArea = thick.filter((other) => Math.min(other.to, to) - Math.max(other.from, from) > (to - from) / 2);
    const goesOnAbove = sameArea.some((other) => other.last < first && first - other.last < highest);
    const goesOnBelow = sameArea.some((other) => other.first > last && other.first - last < highest);
    const edges = [...(goesOnAbove ? [] : [first]), ...(goesOnBelow ? [] : [last + 1])];
    return edges.map((at): Ruling => ({ axis: 'horizontal', at: at / scale, from: from / scale, to: to / scale }));
  });
}

/** The runs of ink in a row or a column, small gaps closed. */
function runsAt({ width, height, ink }: Bitmap, isRow: boolean, at: number, gap: number): [number, number][] {
  const length = isRow ? width : height;
  const step = isRow ? 1 : width;
  const start = isRow ? at * width : at;
  const runs: [number, number][] = [];
  let from = -1;
  for (let index = 0; index <= length; index += 1) {
    const isInk = index < length && ink[start + index * step] === 1;
    if (isInk && from < 0) from = index;
    if (isInk || from < 0) continue;
    const before = runs.at(-1);
    if (before && from - before[1] <= gap) before[1] = index;
    else runs.push([from, index]);
    from = -1;
  }
  return runs;
}
