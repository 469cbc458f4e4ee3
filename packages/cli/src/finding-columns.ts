import type { Finding } from '@scrutineer/model';
import { SHORT_ID } from './observation-columns.ts';
import type { Column } from './output/text-table.ts';

const COLUMNS: readonly Column<Finding>[] = [
  { title: 'severity', value: ({ severity }) => severity },
  { title: 'where', value: whereOf, flexible: true },
  { title: 'figures', value: ({ figures }) => figures.join(', '), flexible: true },
  { title: 'what does not fit', value: ({ explain }) => explain },
];

/** The columns of a finding on a terminal. @param notes what people said of findings, by the finding's id */
export function findingColumns(notes: ReadonlyMap<string, string> = new Map()): readonly Column<Finding>[] {
  const id: Column<Finding> = { title: 'id', value: (finding) => finding.id.slice(0, SHORT_ID) };
  const note: Column<Finding> = { title: 'acknowledged', value: (finding) => notes.get(finding.id) ?? null };
  return [id, ...COLUMNS, ...(notes.size > 0 ? [note] : [])];
}

/** "q2.md lines 97, 390", "q2.pdf page 3". */
export function whereOf({ papers, lines, pages }: Finding): string {
  const files = [...new Set(papers.map(({ file }) => file))].join(', ');
  if (lines.length > 0) return `${files} ${listed('line', lines)}`;
  return pages.length > 0 ? `${files} ${listed('page', pages)}` : files;
}

function listed(noun: string, numbers: readonly number[]): string {
  const all = [...new Set(numbers)];
  return `${noun}${all.length > 1 ? 's' : ''} ${all.join(', ')}`;
}
