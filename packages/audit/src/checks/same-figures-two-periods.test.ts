import { hold, type More, NOT_COMPARED, table } from '../testing/printed.ts';
import { sameFiguresTwoPeriods } from './same-figures-two-periods.ts';

const QUARTER = { period: '2019-10-01/2019-12-31' };
const YEAR = { period: '2019-01-01/2019-12-31' };
const named = { row: (header: string) => ({ measure: { id: null, label: header } }) };
const figures = [
  ['Burglary', '420'],
  ['Robbery', '85'],
  ['Theft', '1,310'],
];

const twoTables = (one: More, other: More, rows = figures) => [
  ...table([one], figures, { ...named, index: 0 }),
  ...table([other], rows, { ...named, index: 1 }),
];

test('the same figures for the quarter and for the year to date', () => {
  const { found } = hold(sameFiguresTwoPeriods, twoTables(QUARTER, YEAR));
  expect(found).toEqual([
    {
      rule: 'same-figures-two-periods',
      severity: 'warning',
      figures: ['85', '85', '420', '420', '1,310', '1,310'],
      expected: null,
      explain:
        'Robbery, Lancashire: 85, 420, 1,310 are printed for 2019-10-01 to 2019-12-31 in one table and for 2019-01-01 to 2019-12-31 in another.',
      verdict: 'inconsistent',
    },
  ]);
});

test.each<[string, Parameters<typeof hold>[1]]>([
  [
    'different figures',
    twoTables(QUARTER, YEAR, [
      ['Burglary', '1,610'],
      ['Robbery', '333'],
      ['Theft', '5,102'],
    ]),
  ],
  [
    'one figure that is the same by chance',
    twoTables(QUARTER, YEAR, [
      ['Burglary', '420'],
      ['Robbery', '333'],
    ]),
  ],
  [
    'figures of one digit',
    [
      ...table(
        [QUARTER],
        [
          ['Homicide', '2'],
          ['Arson', '3'],
        ],
        named,
      ),
      ...table(
        [YEAR],
        [
          ['Homicide', '2'],
          ['Arson', '3'],
        ],
        { ...named, index: 1 },
      ),
    ],
  ],
  [
    'none',
    [
      ...table(
        [{ ...QUARTER, value: 0 }],
        [
          ['Homicide', '0.00'],
          ['Arson', '0.00'],
        ],
        named,
      ),
      ...table(
        [{ ...YEAR, value: 0 }],
        [
          ['Homicide', '0.00'],
          ['Arson', '0.00'],
        ],
        { ...named, index: 1 },
      ),
    ],
  ],
  ['one period in two tables', twoTables(QUARTER, QUARTER)],
  ['periods that do not end together', twoTables(QUARTER, { period: '2018-10-01/2018-12-31' })],
  ['another area', twoTables(QUARTER, { ...YEAR, area: null })],
  [
    'rows of other names',
    twoTables(QUARTER, YEAR, [
      ['Hate', '420'],
      ['Arson', '85'],
    ]),
  ],
  [
    'two columns of one table',
    table(
      [QUARTER, YEAR],
      figures.map(([name, one]) => [name!, one!, one!]),
      named,
    ),
  ],
  [
    'the first quarter of the financial year and the year to date',
    twoTables({ period: '2019-06-30', unit: 'GBP' }, { period: '2019-04-01/2019-06-30', unit: 'GBP' }),
  ],
])('nothing: %s', (_, observations) => {
  expect(hold(sameFiguresTwoPeriods, observations)).toEqual(NOT_COMPARED);
});
