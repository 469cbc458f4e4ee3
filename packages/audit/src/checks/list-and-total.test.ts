import { agreeing, hold, NOT_COMPARED, sentence } from '../testing/printed.ts';
import { listAndTotal } from './list-and-total.ts';

const lead = (total: string, items = '3', tail = ':') =>
  sentence(`Grants of ${total} went to ${items} projects${tail}`, [[total], [items]], { start: 0 });

/** The items of a list, one sentence each. */
const list = (...amounts: string[]) =>
  amounts.flatMap((amount, index) =>
    sentence(`Item ${index + 1}: ${amount} for a club`, [[amount]], { start: 1000 * (index + 1) }),
  );

test('amounts that add up', () => {
  expect(hold(listAndTotal, [...lead('£6,000'), ...list('£1,000', '£2,000', '£3,000')])).toEqual(
    agreeing(['£6,000', '£1,000', '£2,000', '£3,000']),
  );
});

test('amounts that do not', () => {
  expect(hold(listAndTotal, [...lead('£6,500'), ...list('£1,000', '£2,000', '£3,000')]).found).toEqual([
    {
      rule: 'list-and-total',
      severity: 'error',
      figures: ['£6,500', '£1,000', '£2,000', '£3,000'],
      expected: 6000,
      explain: 'Burglary, Lancashire: the 3 figures listed add up to £6,000, but £6,500 is printed for all of them.',
    },
  ]);
});

test('amounts printed to the pound may be off by what they were rounded by', () => {
  const near = (total: string) => [...lead(total), ...list('£1,001', '£2,001', '£3,001')];
  expect(hold(listAndTotal, near('£6,005'))).toEqual(agreeing(['£6,005', '£1,001', '£2,001', '£3,001']));
  expect(hold(listAndTotal, near('£6,006')).found).toMatchObject([{ expected: 6003 }]);
});

test('of a longer list only as many amounts as the first line tells', () => {
  const amounts = ['£1,000', '£2,000', '£3,000', '£4,000'];
  expect(hold(listAndTotal, [...lead('£6,000'), ...list(...amounts)])).toEqual(
    agreeing(['£6,000', '£1,000', '£2,000', '£3,000']),
  );
});

test.each([
  ['a sentence that no list follows', [...lead('£6,500', '3', '.'), ...list('£1,000', '£2,000', '£3,000')]],
  ['fewer amounts than things', [...lead('£6,500'), ...list('£1,000', '£2,000')]],
  ['one thing', [...lead('£6,500', '1'), ...list('£1,000')]],
  [
    'a list under another heading',
    [
      ...lead('£6,500'),
      ...list('£1,000', '£2,000', '£3,000').map((each) => ({
        ...each,
        source: { ...each.source, headings: ['Reserves'] },
      })),
    ],
  ],
  ['a list of counts', [...lead('£6,500'), ...list('1,000', '2,000', '3,000')]],
])('not compared: %s', (_, observations) => {
  expect(hold(listAndTotal, observations)).toEqual(NOT_COMPARED);
});
