import { reliability } from './reliability.ts';

test('puts confidences into buckets, a bound into the one above it and 1 into the last', () => {
  const table = reliability([
    { confidence: 0.2, right: false },
    { confidence: 0.5, right: true },
    { confidence: 0.9, right: true },
    { confidence: 0.95, right: true },
    { confidence: 1, right: false },
  ]);
  expect(table.map(({ from, count }) => [from, count])).toEqual([
    [0, 1],
    [0.5, 1],
    [0.6, 0],
    [0.7, 0],
    [0.8, 0],
    [0.9, 3],
  ]);
  expect(table.at(-1)!.right).toBeCloseTo(2 / 3);
  expect(table.at(-1)!.promised).toBeCloseTo(0.95);
  expect(table[2]).toMatchObject({ promised: null, right: null });
});
