import { type Column, flatValue } from './column.ts';
import type { Rows } from './row.ts';

/**
 * One record of CSV as RFC 4180 has it, with its line break. Null is an empty field; an empty text is a quoted one, as
 * databases tell the two apart.
 */
export function csvRecord(fields: readonly (string | number | null)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(field: string | number | null): string {
  if (field === null) return '';
  const text = String(field);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV with the columns' names as its header, a record at a time. */
export async function* csvTable<Row>(rows: Rows<Row>, columns: readonly Column<Row>[]): AsyncGenerator<string> {
  yield csvRecord(columns.map(({ name }) => name));
  for await (const row of rows) yield csvRecord(columns.map((column) => flatValue(column, row)));
}
