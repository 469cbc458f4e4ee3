import { paperChecks, seriesChecks } from '@scrutineer/audit';
import { printTable } from './output/print.ts';
import type { Column } from './output/text-table.ts';

type Check = (typeof paperChecks)[number] | (typeof seriesChecks)[number];

const COLUMNS: readonly Column<Check>[] = [
  { title: 'check', value: ({ rule }) => rule },
  { title: 'severity', value: ({ severity }) => severity },
  { title: 'what it says', value: ({ about }) => about, flexible: true },
  { title: 'what it needs', value: ({ needs }) => needs, flexible: true },
];

/** Lists every check with what it says and what it needs. */
export function printChecks(): Promise<void> {
  return printTable([...paperChecks, ...seriesChecks], COLUMNS);
}
