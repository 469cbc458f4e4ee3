import { OBSERVATION_COLUMNS } from '../columns.ts';
import { type CsvOptions, csvTable } from '../csv-record.ts';
import type { ExportFile, ObservationRow, Rows } from '../row.ts';

/** Observations as CSV (RFC 4180, UTF-8, a header), one record each, read and written as they come. */
export async function* toCsv(rows: Rows<ObservationRow>, options: CsvOptions = {}): AsyncGenerator<ExportFile> {
  yield { name: 'observations.csv', content: csvTable(rows, OBSERVATION_COLUMNS, options) };
}
