import { edgesOfAreas } from './filled-areas.ts';

const area = (left: number, top: number, right: number, bottom: number, colour = '#dddddd') => ({
  left,
  top,
  right,
  bottom,
  colour,
});

describe('the lines that filled areas show', () => {
  test('a thin area is a line along its middle', () => {
    expect(edgesOfAreas([area(50, 100, 300, 101)])).toEqual([{ axis: 'horizontal', at: 100.5, from: 50, to: 300 }]);
  });

  test('an area has an edge on each side', () => {
    expect(edgesOfAreas([area(50, 100, 300, 120)])).toHaveLength(4);
  });

  test('areas of one colour that meet have no edge between them, those of two colours have', () => {
    const upright = (colour: string) =>
      edgesOfAreas([area(50, 100, 150, 120), area(150, 100, 250, 120, colour)])
        .filter(({ axis }) => axis === 'vertical')
        .map(({ at }) => at);
    expect(upright('#dddddd')).toEqual([50, 250]);
    expect(upright('#000080')).toEqual([50, 150, 150, 250]);
  });
});
