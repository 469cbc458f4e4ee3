import { once } from 'node:events';
import { type CsvOptions, csvRecord } from '@scrutineer/export/csv';
import { inChunks } from './in-chunks.ts';
import { safeJson, safeText } from './safe-text.ts';
import { type Column, tableLines } from './text-table.ts';

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;

/** Writes to standard output as fast as its reader reads, and no faster. */
export async function print(pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const chunk of inChunks(pieces)) await write(chunk);
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** As `print`, for data as it stands: a file or a program gets all of it, a terminal nothing that it would obey. */
export async function printData(pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  async function* safe() {
    for await (const piece of pieces) yield safeText(piece);
  }
  await print(process.stdout.isTTY ? safe() : pieces);
}

/** Prints rows as a table that fits the terminal. */
export async function printTable<Row>(rows: Rows<Row>, columns: readonly Column<Row>[]): Promise<void> {
  const stream = process.stdout;
  const layout = stream.isTTY ? { stream, width: stream.columns } : { stream };
  await print(lines(tableLines(rows, columns, layout)));
}

async function* lines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) yield `${text}\n`;
}

/** Prints one JSON object a line. */
export async function printJsonLines(rows: Rows<unknown>): Promise<void> {
  async function* jsonLines() {
    for await (const row of rows) yield `${safeJson(JSON.stringify(row))}\n`;
  }
  await print(jsonLines());
}

/** Prints CSV with a heading. */
export async function printCsv<Row>(
  rows: Rows<Row>,
  columns: readonly Column<Row>[],
  options: CsvOptions,
): Promise<void> {
  async function* records() {
    yield csvRecord(columns.map(({ title }) => title));
    for await (const row of rows)
      yield csvRecord(
        columns.map(({ value }) => value(row)),
        options,
      );
  }
  await printData(records());
}
