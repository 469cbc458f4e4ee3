import { type Column, flatValue } from './column.ts';
import type { Rows } from './row.ts';

export interface CsvOptions {
  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  readonly csvSafe?: boolean;
}

/**
 * One record of CSV as RFC 4180 has it, with its line break. Null is an empty field; an empty text is a quoted one, as
 * databases tell the two apart.
 */
export function csvRecord(fields: readonly (string | number | null)[], { csvSafe = false }: CsvOptions = {}): string {
  return `${fields.map((field) => csvField(csvSafe ? withoutFormula(field) : field)).join(',')}\r\n`;
}

/** What begins a formula in one spreadsheet or another. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** A number with its sign, as papers print it: "-1,234.5", "+3.2%". */
const NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/;

function withoutFormula(field: string | number | null): string | number | null {
  return typeof field === 'string' && FORMULA.test(field) && !NUMBER.test(field) ? `'${field}` : field;
}

function csvField(field: string | number | null): string {
  if (field === null) return '';
  const text = String(field);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV with the columns' names as its header, a record at a time. */
export async function* csvTable<Row>(
  rows: Rows<Row>,
  columns: readonly Column<Row>[],
  options: CsvOptions = {},
): AsyncGenerator<string> {
  yield csvRecord(columns.map(({ name }) => name));
  for await (const row of rows)
    yield csvRecord(
      columns.map((column) => flatValue(column, row)),
      options,
    );
}
