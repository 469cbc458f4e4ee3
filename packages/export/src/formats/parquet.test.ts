import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { anyRows } from '../testing/arbitrary-rows.ts';
import { filesOf } from '../testing/files-of.ts';
import { observationOfRecord } from '../testing/flat-observation.ts';
import { toParquet } from './parquet.ts';

async function fileOf(rows: Parameters<typeof toParquet>[0]): Promise<ArrayBuffer> {
  const bytes = (await filesOf(toParquet(rows))).get('observations.parquet')!;
  return new Uint8Array(bytes).buffer;
}

/** As the reader's own, which would take a byte order mark at the beginning of a text for none of it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const parsers = { ...DEFAULT_PARSERS, stringFromBytes: (bytes?: Uint8Array) => bytes && decoder.decode(bytes) };

test('what is written is what is read, whatever a text holds', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const records = await parquetReadObjects({ file: await fileOf(rows), parsers });
      const flat = records.map((record) =>
        Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value ?? null])),
      );
      expect(flat.map(observationOfRecord)).toEqual(rows.map(({ observation }) => observation));
    }),
  );
});

test('columns have the types that they hold, also where there are no rows', async () => {
  const { schema, num_rows } = parquetMetadata(await fileOf([]));
  const typeOf = (name: string) => schema.find((element) => element.name === name);
  expect(num_rows).toBe(0n);
  expect(typeOf('value')).toMatchObject({ type: 'DOUBLE', repetition_type: 'REQUIRED' });
  expect(typeOf('period_start')).toMatchObject({ type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' });
  expect(typeOf('notes')).toMatchObject({ type: 'BYTE_ARRAY', converted_type: 'JSON' });
});
