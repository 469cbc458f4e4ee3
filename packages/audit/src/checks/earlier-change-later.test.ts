import { change, earlier, later } from '@scrutineer/model/testing';
import { agreeing, hold, NOT_COMPARED, sentence, table } from '../testing/printed.ts';
import { earlierChangeLater } from './earlier-change-later.ts';

const points = (figure: string, value: number) => change(figure, { value, unit: 'percentage-point' });

test('levels and change that agree', () => {
  expect(hold(earlierChangeLater, [earlier('8,706'), change('87'), later('8,793')])).toEqual(
    agreeing(['8,706', '87', '8,793']),
  );
});

test('a change that is not the difference of its levels', () => {
  expect(hold(earlierChangeLater, [earlier('57,947'), change('-5263'), later('52,484')]).found).toEqual([
    {
      rule: 'earlier-change-later',
      severity: 'error',
      figures: ['57,947', '-5263', '52,484'],
      expected: -5463,
      explain: 'Burglary, Lancashire: from 57,947 to 52,484 is a fall of 5,463, but -5263 is printed.',
    },
  ]);
});

test('a count that is off by one has no rounding to excuse it', () => {
  expect(hold(earlierChangeLater, [earlier('812'), change('41'), later('852')]).found).toMatchObject([
    { expected: 40 },
  ]);
});

describe('points between two percentages', () => {
  test.each([
    ['74.9%', '+0.7%', 0.7, '75.6%'],
    // 74.94 to 75.65 is 0.71 and prints so; 74.85 to 75.55 prints the same and may be 0.8.
    ['74.9%', '+0.8%', 0.8, '75.6%'],
    ['33%', '-2.1%', -2.1, '31%'],
  ])('within their rounding: %s, %s, %s', (from, figure, value, to) => {
    expect(hold(earlierChangeLater, [earlier(from), points(figure, value), later(to)])).toEqual(
      agreeing([from, figure, to]),
    );
  });
  test.each([
    ['74.9%', '+1.7%', 1.7, '75.6%', 0.7],
    ['33%', '-4%', -4, '31%', -2],
  ])('beyond it: %s, %s, %s', (from, figure, value, to, expected) => {
    expect(hold(earlierChangeLater, [earlier(from), points(figure, value), later(to)]).found).toMatchObject([
      { figures: [from, figure, to], expected },
    ]);
  });
});

test('amounts in millions agree as far as their digits tell', () => {
  const millions = (figure: string) => ({ value: Number(figure.replace(/[£m]/g, '')) * 1e6, unit: 'GBP' });
  const budget = (moved: string) => [
    earlier('£51.4m', millions('£51.4m')),
    change(moved, millions(moved)),
    later('£53.0m', millions('£53.0m')),
  ];
  expect(hold(earlierChangeLater, budget('£1.7m'))).toEqual(agreeing(['£51.4m', '£1.7m', '£53.0m']));
  expect(hold(earlierChangeLater, budget('£2.6m')).found).toMatchObject([{ expected: 1_600_000 }]);
});

test('a change in a sentence is held against the levels of a table', () => {
  const [spoken] = sentence('Burglary fell by 5,263.', [['5,263', { value: -5263, statistic: 'change' }]], {
    baseline: earlier('1').period,
    start: 900,
  });
  expect(hold(earlierChangeLater, [earlier('57,947'), spoken!, later('52,484')]).found).toMatchObject([
    { figures: ['57,947', '5,263', '52,484'], expected: -5463 },
  ]);
});

test('of the levels that a change may be between one pair must agree', () => {
  const elsewhere = { area: { id: 'E23000003', label: 'Lancashire' }, start: 900 };
  const observations = [earlier('500'), change('50'), later('551'), later('550', elsewhere)];
  const apart = observations.map((each, row) => ({
    ...each,
    source: { ...each.source, table: { ...each.source.table!, row } },
  }));
  expect(hold(earlierChangeLater, apart)).toEqual(agreeing(['500', '50', '550']));
});

test('levels of the change’s own row are preferred to those of others', () => {
  const [from, moved, to] = table(
    [{ period: earlier('1').period }, { statistic: 'change', baseline: earlier('1').period }, {}],
    [['Burglary', '500', '50', '551']],
  );
  const [other] = table([{}], [['Burglary again', '550']], { index: 1 });
  expect(hold(earlierChangeLater, [from!, moved!, to!, other!]).found).toMatchObject([
    { figures: ['500', '50', '551'], expected: 51 },
  ]);
});

describe('what is not held against each other', () => {
  const other = { id: 'E23000013', label: 'Kent' };
  test.each([
    ['levels of another area', [earlier('500', { area: other }), change('40'), later('550', { area: other })]],
    ['a level of another period', [earlier('500', { period: '2016-10-01/2017-09-30' }), change('40'), later('550')]],
    ['levels in another unit', [earlier('5.0', { unit: 'hours' }), change('40'), later('5.5', { unit: 'hours' })]],
    [
      'levels of another breakdown',
      [
        earlier('500', { breakdown: [{ dimension: 'victim', value: 'child' }] }),
        change('40'),
        later('550', { breakdown: [{ dimension: 'victim', value: 'child' }] }),
      ],
    ],
    ['a change without its baseline', [earlier('500'), change('40', { baseline: null }), later('550')]],
    ['figures whose reading is doubted', [earlier('500', { confidence: 0.1 }), change('40'), later('550')]],
  ])('%s', (_, observations) => {
    expect(hold(earlierChangeLater, observations)).toEqual(NOT_COMPARED);
  });
});
