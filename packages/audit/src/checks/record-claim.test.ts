import { observation } from '@scrutineer/model/testing';
import { agreeing, claim, holdAcross, NOT_COMPARED, paperOf, sentence } from '../testing/printed.ts';
import { recordClaim } from './record-claim.ts';

const year = (first: number) => `${first}-04-01/${first + 1}-03-31`;
const QUOTE = 'There were 420 burglaries, the highest since 2015.';

/** Levels of years by their first calendar year. */
const levels = (figures: Readonly<Record<number, string>>, more = {}) =>
  Object.entries(figures).map(([first, figure]) =>
    observation(figure, { period: year(Number(first)), start: Number(first), ...more }),
  );
const record = sentence(QUOTE, [['420']], { period: year(2018) });
const since = (day: string | null, says: 'highest' | 'lowest' = 'highest') => [claim(says, QUOTE, { since: day })];

const held = (figures: Readonly<Record<number, string>>, claims = since('2015-01-01')) =>
  holdAcross(recordClaim, [paperOf([...record, ...levels(figures)], { claims })]);

test('a record that no year between exceeds', () => {
  expect(held({ 2016: '380', 2017: '410' })).toEqual(agreeing(['420', '380'], ['420', '410']));
});

test('a record that one does', () => {
  expect(held({ 2016: '480', 2017: '410' }).found).toEqual([
    {
      rule: 'record-claim',
      severity: 'warning',
      figures: ['420', '480'],
      expected: null,
      explain:
        'Burglary, Lancashire: 420 is called the highest since 2015, but 480 is printed for 2016-04-01 to 2017-03-31.',
    },
  ]);
});

test('the lowest', () => {
  expect(held({ 2016: '480', 2017: '430' }, since('2015-01-01', 'lowest')).found).toEqual([]);
  expect(held({ 2016: '380', 2017: '430' }, since('2015-01-01', 'lowest')).found).toMatchObject([
    { figures: ['420', '380'], explain: expect.stringContaining('the lowest since 2015') },
  ]);
});

test('the first year itself may be beyond', () => {
  expect(held({ 2015: '480', 2017: '410' })).toEqual(agreeing(['420', '480'], ['420', '410']));
});

test('a year before it does not count', () => {
  expect(held({ 2014: '480' })).toEqual(NOT_COMPARED);
});

test('on record: any year counts', () => {
  expect(held({ 2009: '480' }, since(null)).found).toMatchObject([
    { figures: ['420', '480'], explain: expect.stringContaining('420 is called the highest, but 480') },
  ]);
});

test('a value that may be the same at its rounding is not beyond', () => {
  const quote = 'The rate was 8.4%, the highest since 2015.';
  const own = sentence(quote, [['8.4%']], { period: year(2018) });
  const claims = [claim('highest', quote, { since: '2015-01-01' })];
  const with2016 = (figure: string) =>
    holdAcross(recordClaim, [paperOf([...own, ...levels({ 2016: figure })], { claims })]);
  expect(with2016('8%')).toEqual(agreeing(['8.4%', '8%']));
  expect(with2016('9%').found).toHaveLength(1);
  expect(with2016('8.5%')).toEqual(agreeing(['8.4%', '8.5%']));
});

describe('other papers', () => {
  const claiming = (date: string) => paperOf(record, { id: 'claiming', date, claims: since('2015-01-01') });
  const other = (date: string, figures: Readonly<Record<number, string>> = { 2016: '480' }) =>
    paperOf(levels(figures), { id: 'other', date });

  test('an earlier one may contradict', () => {
    expect(holdAcross(recordClaim, [other('2018-01-01'), claiming('2019-06-01')]).found).toMatchObject([
      { figures: ['420', '480'] },
    ]);
  });
  test('what was printed after the claim is no fault of it', () => {
    expect(holdAcross(recordClaim, [claiming('2019-06-01'), other('2020-01-01')])).toEqual(NOT_COMPARED);
  });
  test('a later period is no rival', () => {
    expect(holdAcross(recordClaim, [other('2019-01-01', { 2019: '480' }), claiming('2019-06-01')])).toEqual(
      NOT_COMPARED,
    );
  });
});

test('the record may be told by the period that the sentence names', () => {
  const claims = [claim('highest', 'That was the highest since 2015.', { since: '2015-01-01', periods: [year(2018)] })];
  const printed = levels({ 2016: '480', 2018: '420' });
  expect(holdAcross(recordClaim, [paperOf(printed, { claims })]).found).toMatchObject([{ figures: ['420', '480'] }]);
});

test.each([
  ['another unit', { unit: 'GBP' }],
  ['another area', { area: null }],
  ['a period of another length', { period: '2016-04-01/2016-06-30' }],
  ['a reading that is doubted', { confidence: 0.6 }],
  ['a part of the measure', { breakdown: [{ dimension: 'victim', value: 'child' }] }],
  ['a change', { statistic: 'change' }],
])('not compared: %s', (_, more) => {
  const rivals = levels({ 2016: '480' }, more);
  expect(holdAcross(recordClaim, [paperOf([...record, ...rivals], { claims: since('2015-01-01') })])).toEqual(
    NOT_COMPARED,
  );
});
