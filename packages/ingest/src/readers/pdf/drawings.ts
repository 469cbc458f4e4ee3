import type { Box } from '@scrutineer/model';
import { unionBox } from '@scrutineer/model';

/** Slanted lines and curves this near to each other are of one drawing, in points. */
const NEAR = 18;
/** Fewest of them in a drawing, and its least width and height in points: less is an arrow, a tick or a logo. */
const FEWEST_STROKES = 4;
const LEAST_WIDTH = 40;
const LEAST_HEIGHT = 25;
/** More strokes than this are letters or a map; looking at each tells no more. */
const MOST_STROKES = 4000;

/**
 * The boxes of a page's drawings: charts, pies and maps show themselves by slanted lines and curves, which tables have
 * none of.
 *
 * @param strokes boxes of slanted lines and of curves
 */
export function drawingsOf(strokes: readonly Box[]): Box[] {
  const groups: { box: Box; count: number }[] = [];
  for (const stroke of strokes.slice(0, MOST_STROKES)) {
    const near = groups.filter(({ box }) => isNear(box, stroke));
    const box = unionBox([stroke, ...near.map((group) => group.box)])!;
    const count = near.reduce((sum, group) => sum + group.count, 1);
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push({ box, count });
  }
  return groups
    .filter(
      ({ box: [left, top, right, bottom], count }) =>
        count >= FEWEST_STROKES && right - left >= LEAST_WIDTH && bottom - top >= LEAST_HEIGHT,
    )
    .map(({ box }) => box);
}

function isNear(one: Box, other: Box): boolean {
  return one[0] < other[2] + NEAR && other[0] < one[2] + NEAR && one[1] < other[3] + NEAR && other[1] < one[3] + NEAR;
}

/** Whether a box has its middle in a drawing, or right beside it, where the labels of axes stand. */
export function isInDrawing([left, top, right, bottom]: Box, drawings: readonly Box[]): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return drawings.some((box) => x > box[0] - NEAR && x < box[2] + NEAR && y > box[1] - NEAR && y < box[3] + NEAR);
}

/** Share of a box that drawings cover. */
export function drawnShare([left, top, right, bottom]: Box, drawings: readonly Box[]): number {
  const covered = drawings.reduce((sum, box) => {
    const width = Math.min(right, box[2]) - Math.max(left, box[0]);
    const height = Math.min(bottom, box[3]) - Math.max(top, box[1]);
    return sum + Math.max(width, 0) * Math.max(height, 0);
  }, 0);
  return covered / Math.max((right - left) * (bottom - top), 1);
}
