import type { Box } from '@scrutineer/model';
import { backgroundOf, inkOver } from './background.ts';
import { bitmapOf } from './bitmap.ts';
import { cleanPicture } from './clean-picture.ts';
import type { GreyPicture } from './grey-picture.ts';
import { imageRulings } from './image-rulings.ts';
import { skewOf } from './skew.ts';

const PAPER = 235;
const INK = 30;
const FILL = 60;

/** Grey paper with filled rectangles (left, top, right, bottom, level). */
function picture(width: number, height: number, rectangles: readonly (readonly [...Box, number])[]): GreyPicture {
  const levels = new Uint8Array(width * height).fill(PAPER);
  for (const [left, top, right, bottom, level] of rectangles)
    for (let y = top; y < bottom; y += 1) levels.fill(level, y * width + left, y * width + right);
  return { width, height, levels };
}

/** Rows of words, each lower by `slope` for each pixel to the right. */
function linesOfPrint(slope: number): GreyPicture {
  const words: [number, number, number, number, number][] = [];
  for (let line = 0; line < 12; line += 1)
    for (let x = 40; x < 560; x += 20) {
      const y = Math.round(60 + line * 40 + x * slope);
      words.push([x, y, x + 14, y + 8, INK]);
    }
  return picture(600, 600, words);
}

const rulingsOf = (grey: GreyPicture, scale: number) =>
  imageRulings(inkOver(grey, backgroundOf(grey)), bitmapOf(grey), scale);

describe('pictures of pages', () => {
  test.each([-2, -0.7, 0, 1.3, 3])('lines that fall by %d degrees are told to', (degrees) => {
    const grey = linesOfPrint(Math.tan((degrees * Math.PI) / 180));
    expect(skewOf(bitmapOf(grey))).toBeCloseTo(degrees, 0);
    expect(Math.abs(skewOf(bitmapOf(grey)) - degrees)).toBeLessThan(0.2);
  });

  test('ink is what is darker than paper, at any grey of it', () => {
    const grey = picture(20, 1, [[5, 0, 8, 1, INK]]);
    expect([...bitmapOf(grey).ink].join('')).toBe('00000111000000000000');
  });

  test('thin strokes are rulings, those as short as letters are none', () => {
    const grey = picture(400, 200, [
      [50, 60, 350, 62, INK],
      [50, 60, 52, 140, INK],
      [100, 100, 110, 102, INK],
    ]);
    expect(rulingsOf(grey, 1)).toEqual([
      { axis: 'horizontal', at: 61, from: 50, to: 350 },
      { axis: 'vertical', at: 51, from: 60, to: 140 },
    ]);
  });

  test('borders within a dark area are rulings, and so are its upper and lower edges', () => {
    const grey = picture(800, 400, [
      [100, 100, 700, 200, FILL],
      [396, 100, 400, 200, 20],
    ]);
    const rulings = rulingsOf(grey, 3);
    const upright = rulings.filter(({ axis, from, to }) => axis === 'vertical' && to - from > 30);
    expect(upright.map(({ at }) => Math.round(at * 3))).toContain(398);
    const level = rulings.filter(({ axis, from, to }) => axis === 'horizontal' && to - from > 150);
    expect(level.map(({ at }) => Math.round(at * 3))).toEqual(expect.arrayContaining([100, 200]));
  });

  test('light text on a dark cell becomes dark on white, and the lines of the cell go', () => {
    const cell: Box = [100, 100, 300, 200];
    const grey = picture(400, 300, [
      [98, 98, 302, 202, INK],
      [...cell, FILL],
      [150, 140, 180, 160, PAPER],
    ]);
    const clean = cleanPicture(grey, backgroundOf(grey), [cell], 4);
    const at = (x: number, y: number) => clean.levels[y * clean.width + x]!;
    expect(at(165, 150)).toBeLessThan(60);
    expect(at(120, 120)).toBeGreaterThan(240);
    expect(at(99, 150)).toBe(255);
    expect(at(20, 20)).toBeGreaterThan(240);
  });
});
