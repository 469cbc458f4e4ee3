import { observation } from '@scrutineer/model/testing';
import { agreeing, holdAcross, type More, NOT_COMPARED, paperOf } from '../testing/printed.ts';
import { implausibleJump } from './implausible-jump.ts';

const STEADY = ['400', '410', '395', '405', '420', '390', '415', '408'];
const month = (index: number) =>
  `2019-${String(index + 1).padStart(2, '0')}-01/2019-${String(index + 1).padStart(2, '0')}-${[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][index]}`;
const line = (figures: readonly string[], more: More = {}) =>
  figures.map((figure, index) => observation(figure, { period: month(index), start: 100 * index, ...more }));
const held = (figures: readonly string[], more: More = {}) =>
  holdAcross(implausibleJump, [paperOf(line(figures, more))]);

test('a steady series', () => {
  expect(held(STEADY)).toEqual(agreeing(...STEADY.map((figure) => [figure])));
});

test.each(['4150', '41'])('415 with a digit too many or too few: %s', (figure) => {
  const { found } = held([...STEADY.slice(0, 7), figure, '408']);
  expect(found).toEqual([
    {
      rule: 'implausible-jump',
      severity: 'info',
      figures: [figure],
      expected: null,
      explain: `Burglary, Lancashire: ${figure} is far from the other values of the series, whose middle is ${figure === '41' ? 405 : 408}.`,
    },
  ]);
});

test('a trend is no jump', () => {
  expect(held(['100', '120', '140', '160', '180', '200', '220', '240', '260']).found).toEqual([]);
});

test('values of another length, unit or area are of another series', () => {
  const year = observation('4,843', { period: '2019-01-01/2019-12-31', start: 900 });
  const pounds = observation('£90,000', { period: month(8), unit: 'GBP', start: 910 });
  const kent = observation('9,000', { period: month(8), area: null, start: 920 });
  const { found } = holdAcross(implausibleJump, [paperOf([...line(STEADY), year, pounds, kent])]);
  expect(found).toEqual([]);
});

test('of several papers the last speaks for a period', () => {
  const wrong = paperOf(line([...STEADY.slice(0, 7), '4150']), { id: 'a', date: '2020-01-01' });
  const right = paperOf(line(STEADY), { id: 'b', date: '2020-06-01' });
  expect(holdAcross(implausibleJump, [wrong, right]).found).toEqual([]);
});

test.each<[string, readonly string[], More]>([
  ['fewer than eight values', [...STEADY.slice(0, 6), '4150'], {}],
  ['values most of which are the same', ['0', '0', '0', '0', '0', '0', '0', '40'], {}],
  ['changes', [...STEADY, '4150'], { statistic: 'change' }],
])('not compared: %s', (_, figures, more) => {
  expect(held(figures, more)).toEqual(NOT_COMPARED);
});
