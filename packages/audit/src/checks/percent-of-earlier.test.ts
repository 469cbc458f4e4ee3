import { change, earlier, later } from '@scrutineer/model/testing';
import { agreeing, hold, NOT_COMPARED, sentence } from '../testing/printed.ts';
import { percentOfEarlier } from './percent-of-earlier.ts';

test.each([
  ['19,850', '1%', '20,107'],
  ['200', '50%', '300'],
  // 8.5% may be printed as 8% or 9%: half a unit belongs to both.
  ['200', '8%', '217'],
  ['200', '9%', '217'],
  ['8', '-12.5%', '7'],
  ['1,000', '0%', '1,004'],
])('a percentage within its rounding: %s, %s, %s', (from, percent, to) => {
  expect(hold(percentOfEarlier, [earlier(from), change(percent), later(to)])).toEqual(agreeing([from, percent, to]));
});

test('a percentage of the later level instead of the earlier', () => {
  expect(hold(percentOfEarlier, [earlier('200'), change('33%'), later('300')]).found).toEqual([
    {
      rule: 'percent-of-earlier',
      severity: 'error',
      figures: ['200', '33%', '300'],
      expected: 50,
      explain: 'Burglary, Lancashire: from 200 to 300 is a rise of 50%, but 33% is printed.',
    },
  ]);
});

test('a rise printed for a fall', () => {
  expect(hold(percentOfEarlier, [earlier('300'), change('33.3%'), later('200')]).found).toMatchObject([
    { severity: 'error', expected: -33.3 },
  ]);
});

test.each([
  ['1,000', '28%', '1,287', 28.7],
  ['1,000', '-28%', '713', -28.7],
])('a percentage that was cut and not rounded is only remarked on: %s, %s, %s', (from, percent, to, expected) => {
  const [finding, ...others] = hold(percentOfEarlier, [earlier(from), change(percent), later(to)]).found;
  expect(finding).toMatchObject({ severity: 'info', figures: [from, percent, to], expected });
  expect(finding!.explain).toContain('cut and not rounded');
  expect(others).toEqual([]);
});

test('levels that are rounded themselves leave the percentage more room', () => {
  const rate = (figure: string) => ({ value: Number(figure), unit: 'per 1,000 population' });
  const printed = (percent: string) => [earlier('1.2', rate('1.2')), change(percent), later('1.3', rate('1.3'))];
  expect(hold(percentOfEarlier, printed('16.5%'))).toEqual(agreeing(['1.2', '16.5%', '1.3']));
  expect(hold(percentOfEarlier, printed('18.5%')).found).toMatchObject([{ expected: 8.3 }]);
});

test('the two levels of a sentence without periods', () => {
  const quote = 'The average wait went from 10.6 minutes to 11.1 minutes, an increase of 7.4%.';
  const level = { unit: 'minutes', method: 'narrative/from-to', period: null };
  const printed = (percent: string, text: string) =>
    sentence(text, [
      ['10.6', level],
      ['11.1', level],
      [percent, { statistic: 'change', period: null }],
    ]);
  expect(hold(percentOfEarlier, printed('7.4%', quote)).found).toMatchObject([
    { severity: 'error', figures: ['10.6', '7.4%', '11.1'], expected: 4.7 },
  ]);
  expect(hold(percentOfEarlier, printed('4.7%', quote.replace('7.4', '4.7')))).toEqual(
    agreeing(['10.6', '4.7%', '11.1']),
  );
});

test.each([
  ['an earlier level of zero', [earlier('0'), change('100%'), later('4')]],
  [
    'an earlier level that may be zero at its rounding',
    [earlier('0.0', { unit: 'hours' }), change('100%'), later('4', { unit: 'hours' })],
  ],
  ['two percentages', [earlier('40%'), change('5%'), later('42%')]],
  ['a change in counts', [earlier('200'), change('33'), later('300')]],
  ['levels of another area', [earlier('200', { area: null }), change('33%'), later('300', { area: null })]],
])('not compared: %s', (_, observations) => {
  expect(hold(percentOfEarlier, observations)).toEqual(NOT_COMPARED);
});
