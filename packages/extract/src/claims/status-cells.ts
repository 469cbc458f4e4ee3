import { type Assertion, type Claim, claimId, leafText, locate, type Table, type TableCell } from '@scrutineer/model';
import type { TablePassage } from '../document.ts';
import type { Draft } from '../draft.ts';

const STATUS_HEADER = /^(?:rag|rag (?:status|rating)|status|rating)$/i;
const STATUSES: Readonly<Record<string, Extract<Assertion, 'target-met' | 'target-missed'>>> = {
  green: 'target-met',
  met: 'target-met',
  achieved: 'target-met',
  red: 'target-missed',
  missed: 'target-missed',
  'not met': 'target-missed',
  'not achieved': 'target-missed',
};

/**
 * What a column of statuses says of the targets that stand in the same rows ("Green", "Not met"). A status beside no
 * target may be about anything. Amber says neither.
 *
 * @param drafts the figures of the table
 */
export function statusClaims({ table }: TablePassage, drafts: readonly Draft[], paper: string): Claim[] {
  const columns = new Set(
    table.children.filter((cell) => STATUS_HEADER.test(leafText(cell).trim())).map(({ column }) => column),
  );
  return table.children.flatMap((cell) => {
    const says = columns.has(cell.column) ? STATUSES[leafText(cell).trim().toLowerCase()] : undefined;
    const target = says && drafts.find((draft) => draft.statistic === 'target' && draft.table?.row === cell.row);
    return says && target ? [statusClaim(cell, says, target, rowText(table, cell.row), paper)] : [];
  });
}

function statusClaim(cell: TableCell, says: Assertion, { measure, area }: Draft, quote: string, paper: string): Claim {
  const { span, line, page, box } = locate(cell, 0, leafText(cell).length);
  const bbox: Claim['source']['bbox'] = box && [...box];
  const source = { page, bbox, line, ...span, quote };
  const about = { measure: { ...measure }, area: area && { id: area.id, label: area.label } };
  const claim = { paper, ...about, says, since: null, periods: [], months: [], source };
  return { id: claimId(claim), ...claim };
}

function rowText({ children }: Table, row: number): string {
  const cells = children.filter((cell) => cell.row === row).map((cell) => leafText(cell).trim());
  return cells.filter(Boolean).join(' | ');
}
