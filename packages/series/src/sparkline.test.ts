import { sparkline } from './sparkline.ts';

test.each<[string, (number | null)[], string]>([
  ['rises from the smallest to the largest', [0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
  ['goes by the distance and not by the order', [10, 1000, 20], '▁█▁'],
  ['takes negative values', [-5, 0, 5], '▁▅█'],
  ['leaves a blank where there is no value', [1, null, 2], '▁ █'],
  ['is level where all values are the same', [7, 7, null, 7], '▄▄ ▄'],
  ['is blank where none is known', [null, null], '  '],
  ['is empty of nothing', [], ''],
])('%s', (_, values, expected) => {
  expect(sparkline(values)).toBe(expected);
});
