import { pageOf } from '../../../testing/print.ts';
import type { PageTable } from '../page-table.ts';
import { readAligned } from './aligned-tables.ts';
import { chunkLines } from './chunks.ts';
import { columnsOf } from './columns.ts';

/** Each row of a table as its texts; a cell that spans columns has its text once, then "<", or "^" below itself. */
function gridOf({ rows, columnEdges, cells }: PageTable): string[] {
  const grid = Array.from({ length: rows }, () => new Array<string>(columnEdges.length - 1).fill(''));
  for (const { row, column, rowSpan, colSpan, lines } of cells) {
    for (let y = row; y < row + rowSpan; y += 1)
      for (let x = column; x < column + colSpan; x += 1) grid[y]![x] = y > row ? '^' : x > column ? '<' : '';
    grid[row]![column] = lines.map((line) => line.text.replace(/\s+/g, ' ')).join(' ');
  }
  return grid.map((row) => row.join(' | '));
}

const tablesIn = (print: string) => {
  const page = pageOf(print);
  return readAligned(page, page.runs).map(({ table }) => gridOf(table));
};

describe('tables that blanks alone set apart', () => {
  test('a header over columns of figures', () => {
    expect(
      tablesIn(`
        Measure              2017/18      2018/19       Change
        All crime            152,063      155,255          +2%
        Burglary              12,060       12,147          +1%
        Public order          14,111       14,617          +4%
      `),
    ).toEqual([
      [
        'Measure | 2017/18 | 2018/19 | Change',
        'All crime | 152,063 | 155,255 | +2%',
        'Burglary | 12,060 | 12,147 | +1%',
        'Public order | 14,111 | 14,617 | +4%',
      ],
    ]);
  });

  test('a label of two lines stands in one row with its figures', () => {
    expect(
      tablesIn(`
        Measure                      2018         2019
        Calls answered              1,204        1,377
        Violence without
        injury to others            2,793        3,003
        Robbery                       210          137
      `),
    ).toEqual([
      [
        'Measure | 2018 | 2019',
        'Calls answered | 1,204 | 1,377',
        'Violence without injury to others | 2,793 | 3,003',
        'Robbery | 210 | 137',
      ],
    ]);
  });

  test('a header that spans columns, with a rule below it', () => {
    expect(
      tablesIn(`
                              Quarter 2            Year to date
                           ----------------    -----------------
        Offence             2018      2019      2018       2019
        -------------------------------------------------------
        Theft              1,020     1,122     2,044      2,301
        Arson                 31        29        66         58
        Robbery              210       137       404        361
        -------------------------------------------------------
      `),
    ).toEqual([
      [
        ' | Quarter 2 | < | Year to date | <',
        'Offence | 2018 | 2019 | 2018 | 2019',
        'Theft | 1,020 | 1,122 | 2,044 | 2,301',
        'Arson | 31 | 29 | 66 | 58',
        'Robbery | 210 | 137 | 404 | 361',
      ],
    ]);
  });

  test('blanks and marks for missing figures keep their places', () => {
    expect(
      tablesIn(`
        Division             2017      2018      2019
        North                 120       131       140
        South                   -                  99
        East                  n/a        88        91
        West                   77        79        80
      `),
    ).toEqual([
      [
        'Division | 2017 | 2018 | 2019',
        'North | 120 | 131 | 140',
        'South | - |  | 99',
        'East | n/a | 88 | 91',
        'West | 77 | 79 | 80',
      ],
    ]);
  });

  test.each([
    [
      'prose',
      `
        Recorded crime fell again in the quarter, as it has done in each of the last four, and
        the force now records 1,204 offences a month, which is fewer than at any time since then
        and 7% below the average of its group of forces, of which it is the second smallest one.
      `,
    ],
    [
      'a list',
      `
        1.   The Panel is asked to note the report
        2.   The Panel is asked to agree the forward plan
        3.   The Panel is asked to appoint a member
      `,
    ],
    [
      'a table of contents',
      `
        1. Introduction ................................. 3
        2. Recorded crime ............................... 5
        3. Calls from the public ........................ 12
        4. Finance ...................................... 14
      `,
    ],
  ])('%s is none', (_, print) => {
    expect(tablesIn(print)).toEqual([]);
  });
});

describe('chunks of a line', () => {
  const chunksOf = (line: string) => {
    const [first] = chunkLines(pageOf(`\n${line}\n`).runs);
    return first!.chunks.map(({ text }) => text);
  };

  test('words one blank apart are one chunk, and those that stand apart are two', () => {
    expect(chunksOf('Violence with injury     1,151     +6%')).toEqual(['Violence with injury', '1,151', '+6%']);
  });

  test('a currency or percent sign belongs to its figure however far it stands', () => {
    expect(chunksOf('Pay      £     147.2      11     %')).toEqual(['Pay', '£ 147.2', '11 %']);
  });

  test('dot leaders are no text', () => {
    expect(chunksOf('Finance ........ 14')).toEqual(['Finance', '14']);
  });
});

test('columns are as wide as their widest text, headings over several left out', () => {
  const { runs } = pageOf(`
    Recorded crime by division this year
    North           1,204            12
    South              88             9
    East              901           100
  `);
  expect(columnsOf(chunkLines(runs))).toEqual([
    { left: 50, right: 77 },
    { left: 130, right: 157 },
    { left: 210, right: 227 },
  ]);
});
