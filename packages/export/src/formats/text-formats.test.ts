import fc from 'fast-check';
import { anyRows, PAPER } from '../testing/arbitrary-rows.ts';
import { textOf } from '../testing/files-of.ts';
import { observationOfRecord, readCsv } from '../testing/flat-observation.ts';
import { toCsv } from './csv.ts';
import { toCsvw } from './csvw.ts';
import { toJsonLines } from './jsonl.ts';

test('csv: what is written is what is read, whatever a text holds', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const records = readCsv(await textOf(toCsv(rows)));
      expect(records.map(observationOfRecord)).toEqual(rows.map(({ observation }) => observation));
      for (const record of records) expect(record.file).toBe(PAPER.file);
    }),
  );
});

test('csv: first and last day of a period stand in columns of their own', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      for (const { period, period_start, period_end } of readCsv(await textOf(toCsv(rows)))) {
        expect([period_start, period_end].every((day) => day === null)).toBe(period === null);
        if (period) expect([period_start, period_end]).toEqual([period.slice(0, 10), period.slice(-10)]);
      }
    }),
  );
});

test('jsonl: one line for each observation, as the contract has it', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const lines = (await textOf(toJsonLines(rows))).split('\n').filter(Boolean);
      expect(lines.map((line) => JSON.parse(line))).toEqual(rows.map(({ observation }) => observation));
    }),
  );
});

describe('csvw', () => {
  const [row] = fc.sample(
    anyRows.filter(({ length }) => length > 0),
    { numRuns: 1, seed: 1 },
  )[0]!;

  test('the metadata tells the columns of both files, in their order', async () => {
    const metadata = JSON.parse(await textOf(toCsvw([row!]), 'csv-metadata.json'));
    expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    for (const { url, tableSchema } of metadata.tables) {
      const heading = (await textOf(toCsvw([row!]), url)).split('\r\n')[0]!.split(',');
      expect(tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(heading);
      expect(heading).toContain(tableSchema.primaryKey);
    }
  });

  test('the foreign key holds: each paper is there once', async () => {
    const papers = readCsv(await textOf(toCsvw([row!, row!]), 'papers.csv'));
    expect(papers.map(({ id }) => id)).toEqual([PAPER.id]);
  });

  test('every datatype is one that the vocabulary has', async () => {
    const { tables } = JSON.parse(await textOf(toCsvw([row!]), 'csv-metadata.json'));
    const columns = tables.flatMap(({ tableSchema }: { tableSchema: { columns: unknown[] } }) => tableSchema.columns);
    for (const { datatype } of columns) {
      expect(['string', 'integer', 'double', 'date', 'json']).toContain(datatype.base ?? datatype);
      if (datatype.format) expect(() => new RegExp(datatype.format, 'u')).not.toThrow();
    }
  });
});
