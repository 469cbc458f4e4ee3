import { type Claim, matchFigures } from './match.ts';

const CLAIM: Claim = {
  value: 1234,
  unit: 'count',
  statistic: 'level',
  period: '2019-04-01/2019-06-30',
  baseline: null,
  area: 'Westmarch',
};

test('a figure is right where value, unit, statistic, period and area agree', () => {
  expect(matchFigures([{ ...CLAIM, area: 'the Westmarch Police area' }], [CLAIM])).toMatchObject([{ right: true }]);
});

test.each<[string, Partial<Claim>]>([
  ['period', { period: null }],
  ['area', { area: 'Eastmarch' }],
])('another %s is found, not right', (_, other) => {
  expect(matchFigures([{ ...CLAIM, ...other }], [CLAIM])).toMatchObject([{ label: CLAIM, right: false }]);
});

test.each<[string, Partial<Claim>]>([
  ['value', { value: 1235 }],
  ['unit', { unit: 'percent' }],
  ['statistic', { statistic: 'change' }],
])('another %s is not found', (_, other) => {
  expect(matchFigures([{ ...CLAIM, ...other }], [CLAIM])).toMatchObject([{ label: null, right: false }]);
});

test('only changes have a baseline to agree on', () => {
  const change: Claim = { ...CLAIM, statistic: 'change', baseline: '2018-04-01/2018-06-30' };
  expect(matchFigures([{ ...change, baseline: null }], [change])).toMatchObject([{ right: false }]);
  expect(matchFigures([{ ...CLAIM, baseline: '2018' }], [CLAIM])).toMatchObject([{ right: true }]);
});

test('a label is given away once, first to the figure that agrees with it wholly', () => {
  const other = { ...CLAIM, period: '2018-04-01/2018-06-30' };
  const matches = matchFigures([other, { ...CLAIM }, { ...CLAIM }], [CLAIM]);
  expect(matches.map(({ right }) => right)).toEqual([false, true, false]);
  expect(matches.map(({ label }) => label !== null)).toEqual([false, true, false]);
});
