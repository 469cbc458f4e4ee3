import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Column, ColumnType } from '../column.ts';
import { OBSERVATION_COLUMNS } from '../columns.ts';
import type { ExportFile, ObservationRow, Rows } from '../row.ts';

/** Rows that are held at a time. */
const ROW_GROUP = 50_000;

/**
 * Observations as one Apache Parquet file, Snappy compressed. Dates are `DATE`, lists are `JSON`. Rows are encoded a row
 * group at a time; the encoded bytes are kept until the file is whole.
 */
export async function* toParquet(rows: Rows<ObservationRow>): AsyncGenerator<ExportFile> {
  yield { name: 'observations.parquet', content: parquetBytes(rows) };
}

async function* parquetBytes(rows: Rows<ObservationRow>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  await parquetWriteRows({
    writer,
    rows: records(rows),
    columns: OBSERVATION_COLUMNS.map(({ name }) => ({ name })),
    schema: [
      { name: 'observation', num_children: OBSERVATION_COLUMNS.length },
      ...OBSERVATION_COLUMNS.map(schemaElement),
    ],
    rowGroupSize: ROW_GROUP,
    createdBy: 'scrutineer',
  });
  yield writer.getBytes();
}

type SchemaElement = NonNullable<Parameters<typeof parquetWriteRows>[0]['schema']>[number];

/** Types of the Parquet format: the physical one, and what it means. */
const ELEMENTS: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  list: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
};

function schemaElement({ name, type, required }: Column<ObservationRow>): SchemaElement {
  const isRequired = required || type === 'list';
  return { name, ...ELEMENTS[type], repetition_type: isRequired ? 'REQUIRED' : 'OPTIONAL' };
}

async function* records(rows: Rows<ObservationRow>): AsyncGenerator<Record<string, unknown>> {
  for await (const row of rows) {
    yield Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column.name, parquetValue(column, row)]));
  }
}

function parquetValue({ type, value }: Column<ObservationRow>, row: ObservationRow): unknown {
  const held = value(row);
  return type === 'date' && held !== null ? new Date(`${held}T00:00:00Z`) : held;
}
