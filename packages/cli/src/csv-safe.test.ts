import { csvRecord } from '@scrutineer/export/csv';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { ingestedStore } from './testing/ingested-store.ts';

const FORMULA = '=HYPERLINK("https://example.org/","Burglary")';
const PAPER = `# ${FORMULA}

## Westmarch Police and Crime Panel, 4 July 2019

| Offence | Apr - Jun 2018 | Apr - Jun 2019 | Change |
| --- | --- | --- | --- |
| ${FORMULA} | 120 | 130 | 10 |
| @SUM(1) theft | 2,400 | 2,100 | -300 |
`;

const BEGINS = ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20'];

test('no field that is written safely begins a formula; all others stay as they are', () => {
  const field = fc.tuple(fc.constantFrom('', ...BEGINS), fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(field, (text) => {
      const isFormula = BEGINS.some((sign) => text.startsWith(sign)) && !/^[+-]?[\d,]+(?:\.\d+)?%?$/.test(text);
      expect(csvRecord([text], { csvSafe: true })).toBe(csvRecord([isFormula ? `'${text}` : text]));
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test.each(['-1', '+5', '-1,234.5', '+3.2%', '-0.5'])('the number %s stays one', (text) => {
  expect(csvRecord([text, Number.parseFloat(text)], { csvSafe: true })).toBe(
    csvRecord([text, Number.parseFloat(text)]),
  );
});

describe('commands that write CSV', () => {
  const store = ingestedStore({ '=1+1.md': PAPER, '@broken.md': '' });

  test.each([
    ['papers'],
    ['papers', '--failed'],
    ['observations'],
    ['measures', '--unmatched'],
    ['series', 'theft'],
    ['archive', 'verify'],
    ['export'],
  ])('%s %s --csv-safe has no field that begins a formula', async (...command) => {
    const { stdout } = await store.run(...command, '--format', 'csv', '--csv-safe');
    const fields = (parse(stdout) as string[][]).flat();
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) expect(field).not.toMatch(/^[=@\t\r]|^[+-](?![\d.,]+%?$)/);
  });

  test('without the option texts are as they are', async () => {
    expect((await store.run('papers', '--format', 'csv')).stdout).toContain(',=1+1.md,');
    expect((await store.run('papers', '--format', 'csv', '--csv-safe')).stdout).toContain(",'=1+1.md,");
  });
});
