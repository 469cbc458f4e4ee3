import { agreeing, hold, NOT_COMPARED, table } from '../testing/printed.ts';
import { partsAndTotal } from './parts-and-total.ts';

const districts = { row: (header: string) => ({ area: { id: null, label: header } }) };
const before = { period: '2017-10-01/2018-09-30' };

describe('down the columns', () => {
  const force = (...total: string[]) =>
    table(
      [before, {}],
      [
        ['Preston', '120', '130'],
        ['Burnley', '80', '75'],
        ['Chorley', '45', '52'],
        ['Total', ...total],
      ],
      districts,
    );

  test('parts that add up', () => {
    expect(hold(partsAndTotal, force('245', '257'))).toEqual(
      agreeing(['120', '80', '45', '245'], ['130', '75', '52', '257']),
    );
  });
  test('one total that is not the sum of its parts, where another is', () => {
    expect(hold(partsAndTotal, force('245', '275')).found).toEqual([
      {
        rule: 'parts-and-total',
        severity: 'error',
        figures: ['130', '75', '52', '275'],
        expected: 257,
        explain:
          'Burglary, Total: the 3 parts printed with it (130, 75, 52) add up to 257, but the total is printed as 275.',
      },
    ]);
  });
  test('a lone total that is nearly the sum is a warning', () => {
    const rows = [
      ['Preston', '120'],
      ['Burnley', '80'],
      ['Chorley', '45'],
      ['Total', '254'],
    ];
    expect(hold(partsAndTotal, table([{}], rows, districts)).found).toMatchObject([
      { severity: 'warning', figures: ['120', '80', '45', '254'], expected: 245 },
    ]);
  });
  test('a lone total that is far from the sum is the total of something else', () => {
    const rows = [
      ['Preston', '120'],
      ['Burnley', '80'],
      ['Chorley', '45'],
      ['Total', '950'],
    ];
    expect(hold(partsAndTotal, table([{}], rows, districts))).toEqual(NOT_COMPARED);
  });
  test('a total of changes one of which has a sign that it should not have', () => {
    const changes = { statistic: 'change', baseline: before.period } as const;
    const rows = [
      ['Preston', '10'],
      ['Burnley', '-5'],
      ['Total', '15'],
    ];
    expect(hold(partsAndTotal, table([changes], rows, districts)).found).toMatchObject([
      { severity: 'error', figures: ['10', '-5', '15'], expected: 5 },
    ]);
  });
});

describe('which rows are the parts', () => {
  const lines = (rows: string[][]) =>
    hold(partsAndTotal, table([before, {}], rows)).found.map(({ figures }) => figures);

  test('a total above its parts', () => {
    const rows = [
      ['All crime', '200', '205'],
      ['Burglary', '120', '130'],
      ['Robbery', '80', '85'],
    ];
    expect(lines(rows)).toEqual([['130', '85', '205']]);
  });
  test('subtotals are not added again, and are totals themselves', () => {
    const rows = [
      ['Robbery', '20', '25'],
      ['Assault', '80', '85'],
      ['Violent crime subtotal', '100', '110'],
      ['Burglary', '60', '65'],
      ['Theft', '40', '45'],
      ['Acquisitive crime subtotal', '100', '111'],
      ['Grand total', '200', '221'],
    ];
    expect(lines(rows)).toEqual([['65', '45', '111']]);
  });
  test('subtotals whose names do not say so are seen by their figures', () => {
    const rows = [
      ['Robbery', '20', '25'],
      ['Assault', '80', '85'],
      ['Violence', '100', '110'],
      ['Burglary', '60', '65'],
      ['Theft', '40', '45'],
      ['Total', '200', '221'],
    ];
    expect(lines(rows)).toEqual([['25', '85', '65', '45', '221']]);
  });
  test('"of which" is in the row above it already', () => {
    const rows = [
      ['Burglary', '1,000', '1,100'],
      ['of which: dwellings', '40', '45'],
      ['Robbery', '2,000', '2,100'],
      ['Total', '3,000', '3,200'],
    ];
    expect(lines(rows)).toEqual([]);
    expect(
      hold(
        partsAndTotal,
        table(
          [{}],
          rows.map(([header, figure]) => [header!, figure!]),
        ),
      ),
    ).toEqual(agreeing(['1,000', '2,000', '3,000']));
    expect(lines([...rows.slice(0, 3), ['Total', '3,000', '3,300']])).toEqual([['1,100', '2,100', '3,300']]);
  });
  test('"of which" below a total is a part of it', () => {
    const rows = [
      ['Total', '300', '310'],
      ['of which: burglary', '100', '110'],
      ['of which: robbery', '200', '205'],
    ];
    expect(lines(rows)).toEqual([['110', '205', '310']]);
  });
  test('a row of the paper’s own area beside its districts is their total', () => {
    const rows = [
      ['Preston', '120', '130'],
      ['Burnley', '80', '75'],
      ['Lancashire', '200', '250'],
    ];
    const printed = table([before, {}], rows, districts);
    const elsewhere = table([{}], [['Robbery', '12']], { index: 1 });
    expect(hold(partsAndTotal, [...printed, ...elsewhere]).found).toMatchObject([
      { severity: 'error', figures: ['130', '75', '250'], expected: 205 },
    ]);
    expect(hold(partsAndTotal, printed)).toEqual(NOT_COMPARED);
  });
  test('a last row that is nearly the sum of the others may be one more part', () => {
    const rows = [
      ['Preston', '12'],
      ['Burnley', '9'],
      ['Chorley', '15'],
      ['Lancaster', '39'],
    ];
    expect(hold(partsAndTotal, table([{}], rows, districts))).toEqual(NOT_COMPARED);
  });
  test('a row that has no figure in one column leaves nothing to add there', () => {
    const rows = [
      ['Preston', '120', '130'],
      ['Burnley', '80', ''],
      ['Total', '200', '260'],
    ];
    expect(lines(rows)).toEqual([]);
  });
});

describe('along the rows', () => {
  const quarters = ['Q1', 'Q2', 'Q3', 'Q4', 'Total'].map((header) => ({ header }));

  test('the quarters and their total', () => {
    const rows = [
      ['Burglary', '10', '20', '30', '40', '100'],
      ['Robbery', '1', '2', '3', '4', '11'],
    ];
    const { found, agreed } = hold(partsAndTotal, table(quarters, rows));
    expect(found).toMatchObject([{ severity: 'error', figures: ['1', '2', '3', '4', '11'], expected: 10 }]);
    expect(agreed).toEqual([['10', '20', '30', '40', '100']]);
  });
});

describe('rounding', () => {
  const hours = (total: string, unit = 'hours') =>
    hold(
      partsAndTotal,
      table(
        [{ unit }],
        [
          ['Patrol', '12'],
          ['Custody', '13'],
          ['Court', '14'],
          ['Total', total],
        ],
      ),
    );

  test.each(['38', '39', '40'])('a rounded total may be off by what its parts were rounded by: %s', (total) => {
    expect(hours(total)).toEqual(agreeing(['12', '13', '14', total]));
  });
  test('and by no more', () => {
    expect(hours('42').found).toMatchObject([{ severity: 'warning', expected: 39 }]);
  });
  test('counts printed in full have none', () => {
    expect(hours('40', 'count').found).toMatchObject([{ severity: 'warning', expected: 39 }]);
  });
  test('amounts in tenths of a million', () => {
    const millions = (figure: string) => ({ value: Number(figure.replace(/[£m]/g, '')) * 1e6, unit: 'GBP' });
    const budget = (...figures: string[]) =>
      figures.flatMap((figure, row) =>
        table(
          [millions(figure)],
          Array.from({ length: row + 1 }, (_, at) => [at === 3 ? 'Total' : `Line ${at}`, at === row ? figure : '']),
        ),
      );
    expect(hold(partsAndTotal, budget('£1.2m', '£2.3m', '£3.4m', '£7.0m'))).toEqual(
      agreeing(['£1.2m', '£2.3m', '£3.4m', '£7.0m']),
    );
    expect(hold(partsAndTotal, budget('£1.2m', '£2.3m', '£3.4m', '£7.2m')).found).toMatchObject([
      { expected: 6_900_000 },
    ]);
  });
});

test.each([
  [
    'percentages do not add up',
    [
      ['Preston', '20%'],
      ['Burnley', '30%'],
      ['Chorley', '10%'],
      ['Total', '61%'],
    ],
  ],
  [
    'rows without a total',
    [
      ['Preston', '20'],
      ['Burnley', '30'],
      ['Chorley', '51'],
    ],
  ],
  [
    'one part',
    [
      ['Preston', '20'],
      ['Total', '21'],
    ],
  ],
])('%s', (_, rows) => {
  expect(hold(partsAndTotal, table([{}], rows))).toEqual(NOT_COMPARED);
});

test('amounts and counts of one column are not added to each other', () => {
  const rows = [
    ['Fines', '£20'],
    ['Crimes', '30'],
    ['Fees', '£31'],
    ['Total', '£51'],
  ];
  expect(hold(partsAndTotal, table([{}], rows))).toEqual(agreeing(['£20', '£31', '£51']));
});
