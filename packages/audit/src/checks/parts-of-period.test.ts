import { observation } from '@scrutineer/model/testing';
import { agreeing, hold, type More, NOT_COMPARED } from '../testing/printed.ts';
import { partsOfPeriod } from './parts-of-period.ts';

const QUARTER = '2019-04-01/2019-06-30';
const MONTHS = ['2019-04-01/2019-04-30', '2019-05-01/2019-05-31', '2019-06-01/2019-06-30'];
const QUARTERS = [QUARTER, '2019-07-01/2019-09-30', '2019-10-01/2019-12-31', '2020-01-01/2020-03-31'];
const YEAR = '2019-04-01/2020-03-31';

const printed = (periods: readonly string[], figures: readonly string[], more: More = {}) =>
  periods.map((period, index) =>
    observation(figures[index]!, { period, start: 100 * index, line: periods.length, ...more }),
  );

test('months that make their quarter', () => {
  const observations = [...printed(MONTHS, ['410', '395', '420']), ...printed([QUARTER], ['1,225'])];
  expect(hold(partsOfPeriod, observations)).toEqual(agreeing(['410', '395', '420', '1,225']));
});

test('months that do not', () => {
  const observations = [...printed(MONTHS, ['410', '395', '420']), ...printed([QUARTER], ['1,252'])];
  expect(hold(partsOfPeriod, observations).found).toEqual([
    {
      rule: 'parts-of-period',
      severity: 'warning',
      figures: ['410', '395', '420', '1,252'],
      expected: 1225,
      explain:
        'Burglary, Lancashire: the 3 figures printed for the parts of 2019-04-01 to 2019-06-30 add up to 1,225, but 1,252 is printed for all of it.',
      verdict: 'inconsistent',
    },
  ]);
});

test('quarters and their year, months and their quarter, in one paper', () => {
  const observations = [
    ...printed(MONTHS, ['410', '395', '420']),
    ...printed(QUARTERS, ['1,225', '1,300', '1,250', '1,100']),
    ...printed([YEAR], ['4,785']),
  ];
  expect(hold(partsOfPeriod, observations).found).toMatchObject([
    { figures: ['1,225', '1,300', '1,250', '1,100', '4,785'], expected: 4875 },
  ]);
  expect(hold(partsOfPeriod, observations).agreed).toEqual([['410', '395', '420', '1,225']]);
});

test('a difference of a few is of counting on different days: a remark', () => {
  const observations = [...printed(MONTHS, ['410', '395', '420']), ...printed([QUARTER], ['1,228'])];
  expect(hold(partsOfPeriod, observations).found).toMatchObject([{ severity: 'info', expected: 1225 }]);
});

test('rounded amounts', () => {
  const millions = (figures: string[], periods: readonly string[]) =>
    figures.flatMap((figure, index) =>
      printed([periods[index]!], [figure], {
        start: 100 * index,
        value: Number(figure.replace(/[£m]/g, '')) * 1e6,
        unit: 'GBP',
      }),
    );
  const year = (total: string) => [
    ...millions(['£1.2m', '£1.3m', '£1.2m', '£1.4m'], QUARTERS),
    ...millions([total], [YEAR]),
  ];
  expect(hold(partsOfPeriod, year('£5.3m'))).toEqual(agreeing(['£1.2m', '£1.3m', '£1.2m', '£1.4m', '£5.3m']));
  expect(hold(partsOfPeriod, year('£5.5m')).found).toMatchObject([{ expected: 5_100_000 }]);
});

const months = printed(MONTHS, ['410', '395', '420']);
test.each([
  ['a month is missing', [...months.slice(1), ...printed([QUARTER], ['1,252'])]],
  ['the quarter before', [...months, ...printed(['2019-01-01/2019-03-31'], ['1,252'])]],
  ['twelve months, of which only a quarter is printed by month', [...months, ...printed([YEAR], ['1,252'])]],
  ['a quarter of another area', [...months, ...printed([QUARTER], ['1,252'], { area: null })]],
  [
    'a quarter of another measure',
    [...months, ...printed([QUARTER], ['1,252'], { measure: { id: 'robbery', label: 'Robbery' } })],
  ],
  ['a figure that is far off: it is of another thing', [...months, ...printed([QUARTER], ['2,252'])]],
  ['an approximate figure', [...months, ...printed([QUARTER], ['1,252'], { qualifier: 'approx' })]],
  [
    'what is there at the end of each month',
    printed(['2019-04-30', '2019-05-31', '2019-06-30', QUARTER], ['410', '395', '420', '1,252']),
  ],
  ['percentages', printed([...MONTHS, QUARTER], ['41%', '39%', '42%', '41%'])],
  ['hours on average', printed([...MONTHS, QUARTER], ['41', '39', '42', '130'], { unit: 'hours' })],
])('not compared: %s', (_, observations) => {
  expect(hold(partsOfPeriod, observations)).toEqual(NOT_COMPARED);
});
