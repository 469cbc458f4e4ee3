import type { Box } from '@scrutineer/model';
import { drawingsOf, drawnShare, isInDrawing } from './drawings.ts';

const strokes: Box[] = [
  [100, 100, 130, 120],
  [130, 110, 160, 140],
  [160, 100, 190, 140],
  [190, 90, 220, 100],
];

describe('drawings', () => {
  test('slanted strokes near each other are one drawing', () => {
    expect(drawingsOf(strokes)).toEqual([[100, 90, 220, 140]]);
  });

  test('an arrow is none', () => {
    expect(drawingsOf(strokes.slice(0, 2))).toEqual([]);
  });

  test('the labels of its axes stand in it, a line of text elsewhere does not', () => {
    const drawings = drawingsOf(strokes);
    expect(isInDrawing([85, 110, 95, 118], drawings)).toBe(true);
    expect(isInDrawing([100, 300, 400, 310], drawings)).toBe(false);
  });

  test('the share of a box that they cover', () => {
    expect(drawnShare([100, 90, 220, 190], drawingsOf(strokes))).toBeCloseTo(0.5);
  });
});
