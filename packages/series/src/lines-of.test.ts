import fc from 'fast-check';
import type { SeriesLine, SeriesRow } from './line.ts';
import { linesOf } from './lines-of.ts';
import { PERIODS, paper, printing } from './testing/printings.ts';

const { q1, q2, q3, q4, halfYear, year, yearBefore } = PERIODS;
const [FIRST, SECOND, THIRD] = [
  paper('z.md', '2019-07-20'),
  paper('b.md', '2019-10-20'),
  paper('a.md', '2020-01-20'),
] as const;

/** The rows of the only line. */
function rowsOf(lines: readonly SeriesLine[]): SeriesLine['rows'] {
  expect(lines).toHaveLength(1);
  return lines[0]!.rows;
}

function onlyRow(lines: readonly SeriesLine[]): SeriesRow {
  const [row, ...others] = rowsOf(lines);
  expect(others).toEqual([]);
  if (row?.kind !== 'value') throw new Error('a row with a value was expected');
  return row;
}

function told({ rows }: SeriesLine): (string | number | null)[][] {
  return rows.map((row) => [row.period, row.kind === 'value' ? row.latest.value : null]);
}

describe('a line', () => {
  test('is of one length of period: quarters, years, years to date and points in time are never mixed', () => {
    const lines = linesOf([
      printing('300', q2, FIRST),
      printing('1,200', year, FIRST),
      printing('590', halfYear, FIRST),
      printing('17', '2019-09-30', FIRST),
      printing('140', '2019-09-03/2019-10-20', FIRST),
      printing('290', q1, FIRST),
      printing('100', '2019-09-01/2019-09-30', FIRST),
    ]);
    expect(lines.map((line) => [line.length, line.months, told(line)])).toEqual([
      ['48 days', null, [['2019-09-03/2019-10-20', 140]]],
      ['at a point in time', 0, [['2019-09-30', 17]]],
      ['1 month', 1, [['2019-09-01/2019-09-30', 100]]],
      [
        '3 months',
        3,
        [
          [q1, 290],
          [q2, 300],
        ],
      ],
      ['6 months', 6, [[halfYear, 590]]],
      ['12 months', 12, [[year, 1200]]],
    ]);
  });

  test('is of one measure, area, breakdown and unit, in the order of their names', () => {
    const lines = linesOf([
      printing('5', q1, FIRST, { measure: { id: null, label: 'Robbery' } }),
      printing('1', q1, FIRST),
      printing('2', q1, FIRST, { breakdown: [{ dimension: 'risk', value: 'high' }] }),
      printing('3%', q1, FIRST),
      printing('4', q1, FIRST, { area: null }),
      printing('6', q1, FIRST, { area: { id: null, label: 'Blackpool' } }),
    ]);
    expect(
      lines.map(({ measure, area, breakdown, unit }) => [measure.label, area?.label, breakdown[0]?.value, unit]),
    ).toEqual([
      ['Burglary', 'Blackpool', undefined, 'count'],
      ['Burglary', 'Lancashire', undefined, 'count'],
      ['Burglary', 'Lancashire', undefined, 'percent'],
      ['Burglary', 'Lancashire', 'high', 'count'],
      ['Burglary', undefined, undefined, 'count'],
      ['Robbery', 'Lancashire', undefined, 'count'],
    ]);
  });

  test('tells of the statistic that was asked for', () => {
    const printings = [
      printing('300', q1, FIRST),
      printing('8%', q1, FIRST, { statistic: 'change', baseline: '2018-04-01/2018-06-30' }),
    ];
    expect(onlyRow(linesOf(printings)).latest.figure).toBe('300');
    expect(onlyRow(linesOf(printings, 'change')).latest).toMatchObject({ value: 8, kind: 'reported' });
    expect(linesOf(printings, 'rank')).toEqual([]);
  });

  test('leaves out readings that are doubted, and those without a period', () => {
    const doubtful = printing('13', q1, SECOND, { confidence: 0.24 });
    const sure = printing('300', q1, FIRST, { confidence: 0.25 });
    expect(onlyRow(linesOf([doubtful, sure, printing('14', null, FIRST)])).vintages).toMatchObject([{ value: 300 }]);
    expect(linesOf([doubtful, printing('14', null, FIRST)])).toEqual([]);
  });

  test('is the same whatever order the printings come in', () => {
    const change = { statistic: 'change', baseline: q1 } as const;
    const all = [
      printing('300', q1, FIRST),
      printing('300', q1, FIRST, { line: 9 }),
      printing('301', q1, FIRST, { line: 5 }),
      printing('310', q1, SECOND, { area: { id: null, label: 'Lancashire' } }),
      printing('320', q2, SECOND, { line: 2 }),
      printing('10', q2, SECOND, { ...change, line: 3 }),
      printing('330', q2, THIRD),
      printing('25', q2, THIRD, change),
      printing('20', q2, THIRD, { ...change, line: 3 }),
      printing('340', q4, THIRD),
      printing('1,200', year, paper('undated.md')),
      printing('1,201', year, paper('undated too.md')),
    ];
    const inOrder = linesOf(all);
    expect(inOrder).toHaveLength(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(linesOf(shuffled)).toEqual(inOrder);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('a row', () => {
  test('is of one period; its value is the one in the paper of the latest date', () => {
    const row = onlyRow(
      linesOf([
        printing('320', q1, THIRD),
        printing('290', q1, paper('undated.md')),
        printing('310', q1, SECOND),
        printing('300', q1, FIRST),
      ]),
    );
    expect(row.vintages.map(({ value }) => value)).toEqual([290, 300, 310, 320]);
    expect(row.latest).toMatchObject({ value: 320, paper: THIRD, figure: '320', line: 1 });
  });

  test('of papers of one date takes the last by file', () => {
    const [a, b] = [paper('a.md', '2019-10-20'), paper('b.md', '2019-10-20')];
    expect(onlyRow(linesOf([printing('2', q1, b), printing('1', q1, a)])).latest.paper).toEqual(b);
  });

  test('has what its last paper says first, and each value of a paper once', () => {
    const row = onlyRow(
      linesOf([
        printing('302', q1, FIRST, { line: 8 }),
        printing('300', q1, FIRST, { line: 3 }),
        printing('300', q1, FIRST, { line: 40 }),
      ]),
    );
    expect(row.latest).toMatchObject({ value: 300, line: 3 });
    expect(row.vintages.map(({ value, line }) => [value, line])).toEqual([
      [300, 3],
      [302, 8],
    ]);
  });

  test('tells which papers print it as what a later period is compared with', () => {
    const [before, after] = rowsOf(
      linesOf([printing('300', q1, FIRST), printing('300', q1, SECOND), printing('320', q2, SECOND)]),
    );
    expect(before).toMatchObject({ vintages: [{ kind: 'reported' }, { kind: 'comparison', paper: SECOND }] });
    expect(after).toMatchObject({ vintages: [{ kind: 'reported' }] });
  });

  test('a paper that reports on a quarter and on a year has no comparison in either line', () => {
    const lines = linesOf([printing('300', q1, FIRST), printing('1,200', year, FIRST)]);
    expect(lines.map(({ rows }) => rows)).toMatchObject([
      [{ latest: { kind: 'reported' } }],
      [{ latest: { kind: 'reported' } }],
    ]);
  });
});

describe('a derived value', () => {
  const change = { statistic: 'change', baseline: yearBefore, line: 2 } as const;

  test('is the earlier level, where a paper prints the later one and the change', () => {
    const [level, moved] = [printing('1,200', year, FIRST), printing('-34', year, FIRST, change)];
    const [before, after] = rowsOf(linesOf([level, moved]));
    expect(before).toMatchObject({
      period: yearBefore,
      latest: {
        value: 1234,
        kind: 'derived',
        figure: null,
        observation: null,
        derivedFrom: [level.observation.id, moved.observation.id],
        paper: FIRST,
        interval: { low: 1234, high: 1234 },
      },
    });
    expect(after).toMatchObject({ period: year, latest: { kind: 'reported', derivedFrom: [] } });
  });

  test('is the later level, where a paper prints the earlier one and the change', () => {
    const [, after] = rowsOf(linesOf([printing('1,234', yearBefore, FIRST), printing('-34', year, FIRST, change)]));
    expect(after).toMatchObject({ period: year, latest: { value: 1200, kind: 'derived' } });
  });

  test('follows from a percentage and a change in points, at their rounding', () => {
    const points = printing('2.5', year, FIRST, { ...change, unit: 'percentage-point' });
    const [before] = rowsOf(linesOf([printing('70.1%', year, FIRST), points]));
    if (before?.kind !== 'value') throw new Error('a derived row was expected');
    expect(before.latest).toMatchObject({ value: 67.6, kind: 'derived' });
    expect(before.latest.interval.low).toBeCloseTo(67.5);
    expect(before.latest.interval.high).toBeCloseTo(67.7);
  });

  test.each([
    ['of a change in percent of a count', printing('8%', year, FIRST, change)],
    ['of a change between periods of different length', printing('34', year, FIRST, { ...change, baseline: q1 })],
    ['of a change that another paper prints', printing('34', year, SECOND, change)],
    ['of a change in another area', printing('34', year, FIRST, { ...change, area: null })],
    ['of a change without a baseline', printing('34', year, FIRST, { ...change, baseline: null })],
    ['of a doubtful change', printing('34', year, FIRST, { ...change, confidence: 0.2 })],
  ])('is none %s', (_, moved) => {
    expect(onlyRow(linesOf([printing('1,200', year, FIRST), moved])).period).toBe(year);
  });

  test('gives way to what the same paper prints, and is never the latest where any paper prints one', () => {
    const moved = (where: typeof FIRST) => printing('-34', year, where, change);
    const printed = printing('1,230', yearBefore, FIRST, { line: 3 });
    const same = rowsOf(linesOf([printing('1,200', year, FIRST), moved(FIRST), printed]));
    expect(same[0]).toMatchObject({ vintages: [{ value: 1230, kind: 'comparison' }] });
    const other = rowsOf(linesOf([printing('1,200', year, SECOND), moved(SECOND), printed]));
    expect(other[0]).toMatchObject({
      latest: { value: 1230, paper: FIRST },
      vintages: [{ kind: 'reported' }, { value: 1234, kind: 'derived', paper: SECOND }],
    });
  });
});

describe('revisions', () => {
  test('tell from which value to which, by how much, and in percent', () => {
    const row = onlyRow(linesOf([printing('400', q1, FIRST), printing('410', q1, SECOND), printing('369', q1, THIRD)]));
    expect(row.revisions).toMatchObject([
      { from: { value: 400, paper: FIRST }, to: { value: 410, paper: SECOND }, size: 10, percent: 2.5 },
      { from: { value: 410, paper: SECOND }, to: { value: 369, paper: THIRD }, size: -41, percent: -10 },
    ]);
    expect(row.revisions.at(-1)!.to).toBe(row.latest);
  });

  test('of zero have no percentage, and of a negative value go by its size', () => {
    const zero = onlyRow(linesOf([printing('0', q1, FIRST), printing('4', q1, SECOND)]));
    expect(zero.revisions).toMatchObject([{ size: 4, percent: null }]);
    const negative = onlyRow(linesOf([printing('-20', q1, FIRST), printing('-15', q1, SECOND)]));
    expect(negative.revisions).toMatchObject([{ size: 5, percent: 25 }]);
  });

  test('are none where the values agree at the printed rounding', () => {
    const rounded = [printing('8.8%', q1, FIRST), printing('9%', q1, SECOND), printing('8.84%', q1, THIRD)];
    expect(onlyRow(linesOf(rounded)).revisions).toEqual([]);
    const about = printing('400', q1, FIRST, { qualifier: 'approx' });
    expect(onlyRow(linesOf([about, printing('391', q1, SECOND)])).revisions).toEqual([]);
  });

  test('are between papers: two values in one paper are none', () => {
    const twice = [printing('400', q1, FIRST), printing('410', q1, FIRST, { line: 2 })];
    expect(onlyRow(linesOf(twice)).revisions).toEqual([]);
    expect(onlyRow(linesOf([...twice, printing('400', q1, SECOND)])).revisions).toEqual([]);
    expect(onlyRow(linesOf([...twice, printing('420', q1, SECOND)])).revisions).toMatchObject([
      { from: { value: 400 }, to: { value: 420 }, size: 20 },
    ]);
  });

  test('are computed without the noise of binary fractions', () => {
    const row = onlyRow(linesOf([printing('0.1%', q1, FIRST), printing('0.3%', q1, SECOND)]));
    expect(row.revisions).toMatchObject([{ size: 0.2, percent: 200 }]);
  });
});

describe('gaps', () => {
  const kinds = (lines: readonly SeriesLine[]) => rowsOf(lines).map(({ kind, period }) => [kind, period]);

  test('stand for the periods between others that no paper tells, and never before or after', () => {
    expect(
      kinds(
        linesOf([
          printing('1', q1, FIRST),
          printing('2', q2, FIRST),
          printing('4', q4, FIRST),
          printing('9', '2020-10-01/2020-12-31', FIRST),
        ]),
      ),
    ).toEqual([
      ['value', q1],
      ['value', q2],
      ['gap', q3],
      ['value', q4],
      ['gap', '2020-04-01/2020-06-30'],
      ['gap', '2020-07-01/2020-09-30'],
      ['value', '2020-10-01/2020-12-31'],
    ]);
  });

  test('of years that are told every quarter are the years to the quarters between', () => {
    const yearTo = (end: string, start: string) => printing('1', `${start}/${end}`, FIRST);
    const lines = linesOf([
      yearTo('2019-03-31', '2018-04-01'),
      yearTo('2019-06-30', '2018-07-01'),
      yearTo('2019-12-31', '2019-01-01'),
      yearTo('2020-03-31', '2019-04-01'),
    ]);
    expect(kinds(lines).filter(([kind]) => kind === 'gap')).toEqual([['gap', year]]);
  });

  test('end a February on its last day', () => {
    const month = (name: string, days: number) => printing('1', `2020-${name}-01/2020-${name}-${days}`, FIRST);
    const lines = linesOf([month('01', 31), month('03', 31), month('04', 30)]);
    expect(kinds(lines)[1]).toEqual(['gap', '2020-02-01/2020-02-29']);
  });

  test('are none where the distances do not fit, where all are too far apart, and in lines without whole months', () => {
    const months = (...ends: [string, string][]) =>
      linesOf(ends.map(([start, end]) => printing('1', `${start}/${end}`, FIRST)));
    const irregular = months(['2019-01-01', '2019-03-31'], ['2019-03-01', '2019-05-31'], ['2019-06-01', '2019-08-31']);
    const far = months(['1999-01-01', '1999-01-31'], ['1999-02-01', '1999-02-28'], ['2019-01-01', '2019-01-31']);
    const days = linesOf(['2019-01-31', '2019-02-28', '2019-04-30'].map((day) => printing('1', day, FIRST)));
    for (const lines of [irregular, far, days]) {
      expect(rowsOf(lines)).toHaveLength(3);
      expect(rowsOf(lines).map(({ kind }) => kind)).toEqual(['value', 'value', 'value']);
    }
  });
});
