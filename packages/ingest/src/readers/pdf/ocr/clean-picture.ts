import type { Box } from '@scrutineer/model';
import { type Background, backgroundWithin } from './background.ts';
import type { GreyPicture } from './grey-picture.ts';

const WHITE = 255;

/**
 * The picture as if its text alone were printed on white paper. Recognition tells ink by one level for a whole page, and so
 * loses what stands on the fill of a table's header row; and it takes lines for letters.
 *
 * @param cells boxes of the cells of tables, in pixels
 * @param reach how far from a cell's edge the ink of its border reaches, in pixels
 */
export function cleanPicture(
  picture: GreyPicture,
  background: Background,
  cells: readonly Box[],
  reach: number,
): GreyPicture {
  const { width, height, levels } = picture;
  const clean = levels.map((level, index) => onWhite(level, background.levels[index]!, background.paper));
  for (const cell of cells) {
    const [left, top, right, bottom] = within(picture, outset(cell, reach));
    for (let y = top; y < bottom; y += 1) clean.fill(WHITE, y * width + left, y * width + right);
  }
  for (const cell of cells) {
    const inside = within(picture, outset(cell, -reach));
    const under = backgroundWithin(picture, inside);
    const [left, top, right, bottom] = inside;
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1)
        clean[y * width + x] = onWhite(levels[y * width + x]!, under, background.paper);
  }
  return { width, height, levels: clean };
}

/** Ink on white: what is darker than a light background, or lighter than a dark one. */
function onWhite(level: number, under: number, paper: number): number {
  const isDark = under < paper / 2;
  return Math.min(WHITE, (isDark ? (WHITE - level) / (WHITE - under) : level / under) * WHITE);
}

function outset([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top - by, right + by, bottom + by];
}

function within({ width, height }: GreyPicture, [left, top, right, bottom]: Box): Box {
  return [
    Math.max(0, Math.round(left)),
    Math.max(0, Math.round(top)),
    Math.min(width, Math.round(right)),
    Math.min(height, Math.round(bottom)),
  ];
}
