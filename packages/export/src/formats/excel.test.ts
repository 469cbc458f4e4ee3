import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { OBSERVATION_COLUMNS } from '../columns.ts';
import { sheetNames } from '../excel/sheet-names.ts';
import { sheetParts } from '../excel/sheet-parts.ts';
import type { ExportRow } from '../row.ts';
import { anyObservation, anyText, PAPER } from '../testing/arbitrary-rows.ts';
import { filesOf } from '../testing/files-of.ts';
import { toExcel } from './excel.ts';

const [SAMPLE] = fc.sample(anyObservation, { numRuns: 1, seed: 7 });

function rowWith(changes: Partial<ExportRow['observation']>, page: number | null = null): ExportRow {
  const source = { ...SAMPLE!.source, page, line: null, quote: '=1+1', figure: '-8%', ...changes.source };
  return { observation: { ...SAMPLE!, ...changes, source }, paper: PAPER };
}

async function sheetsOf(rows: readonly ExportRow[], groupOf: (id: string | null) => string | null = () => null) {
  const workbook = (await filesOf(toExcel(rows, { groupOf }))).get('observations.xlsx')!;
  return readExcelFile(workbook, { trim: false });
}

const at = (title: string) => 1 + OBSERVATION_COLUMNS.findIndex((column) => column.title === title);

test('a text that looks like a formula is a text', async () => {
  const formulas = fc.tuple(fc.constantFrom('=', '+', '-', '@'), fc.string()).map(([sign, text]) => sign + text);
  await fc.assert(
    fc.asyncProperty(formulas, async (label) => {
      const [sheet] = await sheetsOf([rowWith({ measure: { id: null, label } })]);
      expect(sheet!.data[1]![at('Measure')]).toBe(label);
      expect(sheet!.data[1]![at('Quote')]).toBe('=1+1');
    }),
    { numRuns: 20 },
  );
});

test('a text that Excel would take for an escaped character is escaped', async () => {
  const { unzipSync, strFromU8 } = await import('fflate');
  const rows = [rowWith({ measure: { id: null, label: 'a_x0041_b' } })];
  const workbook = (await filesOf(toExcel(rows, { groupOf: () => null }))).get('observations.xlsx')!;
  expect(strFromU8(unzipSync(workbook)['xl/sharedStrings.xml']!)).toContain('a_x005F_x0041_b');
});

test('numbers are numbers and dates are dates', async () => {
  const [sheet] = await sheetsOf([rowWith({ value: -1234.5, period: '2018-07-01/2019-06-30' })]);
  expect(sheet!.data[1]![at('Value')]).toBe(-1234.5);
  expect(sheet!.data[1]![at('Period to')]).toEqual(new Date('2019-06-30T00:00:00Z'));
});

test('a figure has a link to its page', async () => {
  const { unzipSync, strFromU8 } = await import('fflate');
  const workbook = (await filesOf(toExcel([rowWith({}, 3)], { groupOf: () => null }))).get('observations.xlsx')!;
  const xml = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml']!);
  expect(xml).toContain(
    '<f>HYPERLINK("https://example.org/a,""b"".pdf#page=3","a,""b"".pdf page 3")</f><v>a,"b".pdf page 3</v>',
  );
  expect((await sheetsOf([rowWith({}, 3)]))[0]!.data[1]![0]).toBe('a,"b".pdf page 3');
});

test('each group has a sheet, those of none the last', async () => {
  const rows = ['b', null, 'a', 'b'].map((id) => rowWith({ measure: { id, label: 'x' } }));
  const sheets = await sheetsOf(rows, (id) => id && `Group: ${id}`);
  expect(sheets.map(({ sheet, data }) => [sheet, data.length - 1])).toEqual([
    ['Group  a', 1],
    ['Group  b', 2],
    ['Other measures', 1],
  ]);
});

test('rows that are too many for a sheet are parted', () => {
  expect(sheetParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(sheetParts([], 2)).toEqual([]);
  expect(sheetNames(['Finance', 'Finance', 'Other'])).toEqual(['Finance', 'Finance (2)', 'Other']);
});

test('no rows make a workbook that opens', async () => {
  expect((await sheetsOf([])).map(({ data }) => data.length)).toEqual([1]);
});

test('names of sheets are what Excel takes', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.constantFrom('Finance', 'finance', 'x'.repeat(40)))), (wanted) => {
      const names = sheetNames(wanted);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      }
    }),
  );
});
