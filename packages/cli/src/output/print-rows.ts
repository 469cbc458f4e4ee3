import { printCsv, printJsonLines, printTable } from './print.ts';
import type { Column } from './text-table.ts';

/** Prints rows as `table`, `csv` or `jsonl`. */
export async function printRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  format: string,
): Promise<void> {
  if (format === 'jsonl') return printJsonLines(rows);
  return format === 'csv' ? printCsv(rows, columns) : printTable(rows, columns);
}
