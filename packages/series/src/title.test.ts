import { linesOf } from './lines-of.ts';
import { PERIODS, paper, printing } from './testing/printings.ts';
import { titleOf } from './title.ts';

const { q1, year } = PERIODS;
const PAPER = paper('a.md');
const high = { breakdown: [{ dimension: 'risk', value: 'high' }] };

test.each([
  ['a level', printing('1', year, PAPER), 'Burglary, Lancashire (12 months, count)'],
  ['no area', printing('1', q1, PAPER, { area: null }), 'Burglary (3 months, count)'],
  ['a part', printing('1%', '2019-06-30', PAPER, high), 'Burglary, high, Lancashire (at a point in time, percent)'],
  [
    'a part that the label names',
    printing('1', year, PAPER, { ...high, measure: { id: null, label: 'Victims at high risk' } }),
    'Victims at high risk, Lancashire (12 months, count)',
  ],
])('of %s', (_, figure, expected) => {
  expect(linesOf([figure]).map(titleOf)).toEqual([expected]);
});

test('names the statistic where it is no level', () => {
  const change = printing('1%', year, PAPER, { statistic: 'change' });
  expect(linesOf([change], 'change').map(titleOf)).toEqual(['Burglary, Lancashire (change, 12 months, percent)']);
});
