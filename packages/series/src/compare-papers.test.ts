import type { Observation } from '@scrutineer/model';
import { observation } from '@scrutineer/model/testing';
import { comparePapers } from './compare-papers.ts';
import { PERIODS } from './testing/printings.ts';

const { q1, q2, year, yearBefore } = PERIODS;
const of = (figure: string, period: string | null, more: Parameters<typeof observation>[1] = {}) =>
  observation(figure, { period, ...more });
const robbery = { measure: { id: null, label: 'Robbery' } };
const figures = ({ before, after }: { before: Observation; after: Observation }) => [
  before.source.figure,
  after.source.figure,
];

test('papers that say the same have all of it repeated, and nothing else', () => {
  const all = [of('100', q1), of('1,200', year), of('5', q1, robbery)];
  expect(comparePapers(all, all)).toEqual({ changed: [], restated: [], repeated: 3, disappeared: [], appeared: [] });
});

test('a measure in both for different periods has changed, from the last of each', () => {
  const { changed, repeated } = comparePapers(
    [of('90', '2019-01-01/2019-03-31'), of('100', q1)],
    [of('100', q1), of('125', q2)],
  );
  expect(changed.map((pair) => [...figures(pair), pair.difference])).toEqual([['100', '125', 25]]);
  expect(repeated).toBe(1);
});

test('a statement with another value is restated; one that differs by rounding alone is repeated', () => {
  const compared = comparePapers([of('100', q1), of('8.8%', q1)], [of('96', q1), of('9%', q1)]);
  expect(compared.restated.map((pair) => [...figures(pair), pair.difference])).toEqual([['100', '96', -4]]);
  expect(compared.repeated).toBe(1);
  expect(compared.changed).toEqual([]);
});

test('differences have no noise of binary fractions', () => {
  const { restated } = comparePapers([of('0.1%', q1)], [of('0.3%', q1)]);
  expect(restated).toMatchObject([{ difference: 0.2 }]);
});

test('a measure of one paper alone has disappeared, or appeared, with its last value', () => {
  const { disappeared, appeared, changed } = comparePapers(
    [of('90', yearBefore, robbery), of('95', year, robbery), of('1', q1)],
    [of('1', q1), of('1', q1, { area: { id: null, label: 'Blackpool' } }), of('3%', q1)],
  );
  expect(disappeared.map(({ source }) => source.figure)).toEqual(['95']);
  expect(appeared.map(({ source, area, unit }) => [source.figure, area?.label, unit])).toEqual([
    ['1', 'Blackpool', 'count'],
    ['3%', 'Lancashire', 'percent'],
  ]);
  expect(changed).toEqual([]);
});

test.each([
  ['a quarter with 12 months', q1, year],
  ['a day with a stretch of days', '2019-06-30', '2019-07-03/2019-08-11'],
  ['stretches of days of different length', '2019-06-03/2019-06-20', '2019-07-03/2019-08-11'],
])('%s is not compared', (_, before, after) => {
  const nothing = { changed: [], restated: [], repeated: 0, disappeared: [], appeared: [] };
  expect(comparePapers([of('100', before)], [of('400', after)])).toEqual(nothing);
});

test('days are compared with days', () => {
  const { changed } = comparePapers([of('100', '2019-06-30')], [of('104', '2019-09-30')]);
  expect(changed).toMatchObject([{ difference: 4 }]);
});

test('a measure without an id goes by its label, in any letter case', () => {
  const { repeated } = comparePapers(
    [of('5', q1, robbery)],
    [of('5', q1, { measure: { id: null, label: 'ROBBERY' } })],
  );
  expect(repeated).toBe(1);
});

test('changes, doubtful readings and figures without a period are left out', () => {
  const left = [of('1', q1, { statistic: 'change', baseline: year }), of('2', q1, { confidence: 0.2 }), of('3', null)];
  const nothing = { changed: [], restated: [], repeated: 0, disappeared: [], appeared: [] };
  expect(comparePapers(left, [])).toEqual(nothing);
  expect(comparePapers([], left)).toEqual(nothing);
});

test('of two printings of one statement in a paper the surer one counts', () => {
  const twice = [of('100', q1, { confidence: 0.6 }), of('110', q1, { confidence: 0.9, start: 50 })];
  for (const before of [twice, twice.toReversed()]) {
    expect(comparePapers(before, [of('110', q1)])).toMatchObject({ repeated: 1, restated: [] });
  }
});
