import { oneLine } from './one-line.ts';
import { type Column, tableLines } from './text-table.ts';
import { cutToWidth, textWidth } from './text-width.ts';

type Row = readonly [string, number | null];
const COLUMNS: readonly Column<Row>[] = [
  { title: 'name', value: ([name]) => name, flexible: true },
  { title: 'count', value: ([, count]) => count, align: 'right' },
];

async function lines(rows: readonly Row[], width?: number): Promise<string[]> {
  const stream = process.stdout;
  return Array.fromAsync(tableLines(rows, COLUMNS, width === undefined ? { stream } : { stream, width }));
}

test('columns are as wide as their widest cell, numbers to the right, nothing trails', async () => {
  expect(
    await lines([
      ['a', 1],
      ['longer', 1000],
      ['none', null],
    ]),
  ).toEqual(['name    count', 'a           1', 'longer   1000', 'none']);
});

test('no rows make no table', async () => {
  expect(await lines([])).toEqual([]);
});

test('a flexible column gives way where the terminal is narrow', async () => {
  expect(await lines([['a very long name indeed', 12]], 20)).toEqual(['name           count', 'a very long…      12']);
});

test('wide characters take two columns, accents none', async () => {
  expect(textWidth('日本')).toBe(4);
  expect(textWidth('e\u0301')).toBe(1);
  expect(cutToWidth('日本語', 4)).toBe('日…');
  expect(
    await lines([
      ['日本', 1],
      ['abcd', 1],
    ]),
  ).toEqual(['name  count', '日本      1', 'abcd      1']);
});

test('text of a paper cannot steer the terminal', () => {
  expect(oneLine(' red \u001b[31m\u0007 and\r\nbroken\u202e ')).toBe('red [31m and broken');
});

test('rows after those that were measured are printed whole', async () => {
  const rows: Row[] = Array.from({ length: 600 }, (_, index) => [index === 599 ? 'a late and long name' : 'a', index]);
  expect((await lines(rows)).at(-1)).toBe('a late and long name    599');
});
