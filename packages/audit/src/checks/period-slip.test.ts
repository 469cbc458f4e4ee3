import { observation } from '@scrutineer/model/testing';
import { agreeing, claim, hold, type More, NOT_COMPARED } from '../testing/printed.ts';
import { periodSlip } from './period-slip.ts';

const date = '2019-11-21';
const printed = (period: string | null, more: More = {}) => [observation('420', { period, ...more })];

test('a quarter by the wrong name', () => {
  const quote = 'In the first quarter (October to December 2018) there were more.';
  expect(hold(periodSlip, [], { claims: [claim('misnamed-quarter', quote, { measure: null })] }).found).toEqual([
    {
      rule: 'period-slip',
      severity: 'info',
      figures: [],
      expected: null,
      explain: `The quarter that is named and the months that are printed with it are not the same ("${quote}").`,
    },
  ]);
});

test('a period that has not begun', () => {
  const quote = 'There were 420 in the three months to September 2020.';
  expect(hold(periodSlip, printed('2020-07-01/2020-09-30', { quote }), { date }).found).toEqual([
    {
      rule: 'period-slip',
      severity: 'warning',
      figures: ['420', '2020'],
      expected: null,
      explain: 'Burglary, Lancashire: 420 is printed for 2020-07-01 to 2020-09-30, but the paper is of 2019-11-21.',
    },
  ]);
});

test.each([
  ['a period that has not ended', '2019-10-01/2019-12-31'],
  ['a day that has not come', '2019-12-31'],
])('%s', (_, period) => {
  expect(hold(periodSlip, printed(period), { date }).found).toMatchObject([{ severity: 'warning', figures: ['420'] }]);
});

test.each([
  ['a period that has ended', '2019-07-01/2019-09-30'],
  ['one that ends with the paper’s day', '2019-11-01/2019-11-21'],
  ['a year, which is named before it has ended', '2019-04-01/2020-03-31'],
  ['the paper’s own day', '2019-11-21'],
])('%s', (_, period) => {
  expect(hold(periodSlip, printed(period), { date })).toEqual(agreeing(['420']));
});

const LATER = '2020-07-01/2020-09-30';
test.each([
  ['a paper without a date', printed(LATER), null],
  ['no period', printed(null), date],
  ['a forecast', printed(LATER, { statistic: 'forecast' }), date],
  ['a target', printed(LATER, { statistic: 'target' }), date],
  ['money, which is budgeted', printed(LATER, { unit: 'GBP' }), date],
  ['a plan', printed(LATER, { quote: 'There will be 420 officers.' }), date],
  ['an aim', printed(LATER, { quote: '420 by the end of September 2020' }), date],
  ['a period that was guessed', printed(LATER, { notes: ['period-from-passage'] }), date],
])('not compared: %s', (_, observations, dated) => {
  expect(hold(periodSlip, observations, { date: dated })).toEqual(NOT_COMPARED);
});
