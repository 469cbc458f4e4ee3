import type { CsvOptions } from '@scrutineer/export/csv';
import { printCsv, printJsonLines, printTable } from './print.ts';
import type { Column } from './text-table.ts';

export interface RowOptions extends CsvOptions {
  /** `table`, `csv` or `jsonl`. */
  readonly format: string;
}

/** Prints rows as they are asked for. */
export async function printRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { format, ...options }: RowOptions,
): Promise<void> {
  if (format === 'jsonl') return printJsonLines(rows);
  return format === 'csv' ? printCsv(rows, columns, options) : printTable(rows, columns);
}
