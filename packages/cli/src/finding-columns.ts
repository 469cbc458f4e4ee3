import type { Finding } from '@scrutineer/model';
import type { Column } from './output/text-table.ts';

/** The columns of a finding on a terminal. */
export const FINDING_COLUMNS: readonly Column<Finding>[] = [
  { title: 'severity', value: ({ severity }) => severity },
  { title: 'where', value: whereOf, flexible: true },
  { title: 'figures', value: ({ figures }) => figures.join(', '), flexible: true },
  { title: 'what does not fit', value: ({ explain }) => explain },
];

/** "q2.md lines 97, 390", "q2.pdf page 3". */
function whereOf({ papers, lines, pages }: Finding): string {
  const files = [...new Set(papers.map(({ file }) => file))].join(', ');
  if (lines.length > 0) return `${files} ${listed('line', lines)}`;
  return pages.length > 0 ? `${files} ${listed('page', pages)}` : files;
}

function listed(noun: string, numbers: readonly number[]): string {
  const all = [...new Set(numbers)];
  return `${noun}${all.length > 1 ? 's' : ''} ${all.join(', ')}`;
}
