import { observation } from '@scrutineer/model/testing';
import { agreeing, hold, NOT_COMPARED, table } from '../testing/printed.ts';
import { rankInField } from './rank-in-field.ts';

describe('a rank among a number', () => {
  const rank = (figure: string, value: number, outOf: number | undefined) =>
    observation(figure, { statistic: 'rank', value, unit: 'rank', ...(outOf === undefined ? {} : { outOf }) });

  test.each([
    ['1st', 1],
    ['43rd', 43],
  ])('within it: %s', (figure, value) => {
    expect(hold(rankInField, [rank(figure, value, 43)])).toEqual(agreeing([figure]));
  });
  test.each([
    ['44th', 44],
    ['0', 0],
    ['4.5', 4.5],
  ])('beyond it: %s', (figure, value) => {
    expect(hold(rankInField, [rank(figure, value, 43)]).found).toEqual([
      {
        rule: 'rank-in-field',
        severity: 'error',
        figures: [figure],
        expected: null,
        explain: `Burglary, Lancashire: ${figure} is printed as a rank among 43.`,
      },
    ]);
  });
  test('of a number that is not told', () => {
    expect(hold(rankInField, [rank('44th', 44, undefined)])).toEqual(NOT_COMPARED);
  });
});

describe('a column of ranks', () => {
  const columns = [{ unit: 'per 1,000 population' }, { statistic: 'rank', unit: 'rank' }] as const;
  const areas = { row: (header: string) => ({ area: { id: null, label: header } }) };
  const ranked = (...rows: string[][]) => hold(rankInField, table(columns, rows, areas));

  test('in the order of the figures', () => {
    const { found, agreed, isCounted } = ranked(
      ['A', '2.1', '1'],
      ['B', '3.4', '2'],
      ['C', '3.9', '3'],
      ['D', '5.0', '4'],
    );
    expect({ found, isCounted }).toEqual({ found: [], isCounted: true });
    expect(agreed).toEqual([
      ['2.1', '1'],
      ['3.4', '2'],
      ['3.9', '3'],
      ['5.0', '4'],
    ]);
  });
  test('or against it: the highest figure may be the first', () => {
    expect(ranked(['A', '2.1', '4'], ['B', '3.4', '3'], ['C', '3.9', '2'], ['D', '5.0', '1']).found).toEqual([]);
  });
  test('two in the wrong order', () => {
    const { found } = ranked(
      ['A', '2.1', '1'],
      ['B', '3.4', '2'],
      ['C', '4.9', '3'],
      ['D', '4.0', '4'],
      ['E', '5.5', '5'],
      ['F', '6.0', '6'],
    );
    expect(found).toEqual([
      {
        rule: 'rank-in-field',
        severity: 'error',
        figures: ['4.9', '3', '4.0', '4'],
        expected: null,
        explain: 'Burglary: C is number 3 with 4.9 and D number 4 with 4.0, which is not the order of the others.',
      },
    ]);
  });
  test('one rank for two figures', () => {
    expect(ranked(['A', '2.1', '1'], ['B', '3.4', '2'], ['C', '3.9', '2'], ['D', '5.0', '4']).found).toEqual([
      {
        rule: 'rank-in-field',
        severity: 'warning',
        figures: ['3.4', '2', '3.9', '2'],
        expected: null,
        explain: 'Burglary: B and C are both printed as number 2, without a word that they are equal.',
      },
    ]);
  });
  test.each([
    [
      'equals',
      [
        ['A', '2.1', '1'],
        ['B', '3.4', '2'],
        ['C', '3.4', '2'],
        ['D', '5.0', '4'],
      ],
    ],
    [
      'joint ranks',
      [
        ['A', '2.1', '1'],
        ['B', '3.4', '=2'],
        ['C', '3.5', '=2'],
        ['D', '5.0', '4'],
      ],
    ],
    [
      'figures that are the same at their rounding, though ranked',
      [
        ['A', '2.1', '1'],
        ['B', '3.4', '2'],
        ['C', '3.4', '3'],
        ['D', '5.0', '4'],
      ],
    ],
    [
      'ranks of other than the figures beside them',
      [
        ['A', '2.1', '3'],
        ['B', '3.4', '1'],
        ['C', '3.9', '4'],
        ['D', '5.0', '2'],
      ],
    ],
  ])('nothing: %s', (_, rows) => {
    expect(ranked(...rows).found).toEqual([]);
  });
  test('two figures that do not decide the order are found among rows in any order', () => {
    const rows = [
      ['D', '4.0', '4'],
      ['A', '2.1', '1'],
      ['C', '4.9', '3'],
      ['B', '3.4', '2'],
    ];
    expect(ranked(...rows).found).toMatchObject([{ severity: 'error', figures: ['4.0', '4', '4.9', '3'] }]);
  });
  test('joint ranks in words', () => {
    const joint = table(
      columns,
      [
        ['A', '2.1', '1'],
        ['B', '3.4', '2'],
        ['C', '3.5', '2'],
        ['D', '5.0', '4'],
      ],
      {
        row: (header) => ({ area: { id: null, label: header }, quote: 'joint 2nd' }),
      },
    );
    expect(hold(rankInField, joint).found).toEqual([]);
  });
  test('ranks of one area in several measures are no order', () => {
    const measures = { row: (header: string) => ({ measure: { id: null, label: header } }) };
    const rows = [
      ['A', '2.1', '2'],
      ['B', '3.4', '2'],
      ['C', '3.9', '2'],
    ];
    expect(hold(rankInField, table(columns, rows, measures))).toEqual(NOT_COMPARED);
  });
  test('two ranks are too few', () => {
    expect(ranked(['A', '2.1', '2'], ['B', '3.4', '2'])).toEqual(NOT_COMPARED);
  });
});
