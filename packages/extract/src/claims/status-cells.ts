import { type Assertion, type Claim, claimId, leafText, locate, type Table, type TableCell } from '@scrutineer/model';
import type { TablePassage } from '../document.ts';
import type { Draft } from '../draft.ts';

const STATUS_HEADER = /^(?:rag|rag (?:status|rating)|status|rating|position|performance|against (?:target|plan))$/i;
const DIRECTION_HEADER = /^(?:direction(?: of travel)?|trend|performance|movement|position)$/i;

const STATUSES: Readonly<Record<string, Assertion>> = {
  green: 'target-met',
  met: 'target-met',
  'on plan': 'target-met',
  'on target': 'target-met',
  'off plan': 'target-missed',
  'off target': 'target-missed',
  achieved: 'target-met',
  red: 'target-missed',
  missed: 'target-missed',
  'not met': 'target-missed',
  'not achieved': 'target-missed',
};
const DIRECTIONS: Readonly<Record<string, Assertion>> = {
  improved: 'better',
  improving: 'better',
  better: 'better',
  deteriorated: 'worse',
  deteriorating: 'worse',
  worse: 'worse',
  worsening: 'worse',
  increased: 'up',
  increasing: 'up',
  up: 'up',
  '↑': 'up',
  '▲': 'up',
  decreased: 'down',
  decreasing: 'down',
  reduced: 'down',
  down: 'down',
  '↓': 'down',
  '▼': 'down',
};

/**
 * What the cells of a table say in a word: a status of the target that stands in the same row ("Green", "Not met"), or the
 * direction of the row's measure ("Improved"). A status beside no target may be about anything. Amber says neither.
 *
 * @param drafts the figures of the table
 */
export function statusClaims({ table }: TablePassage, drafts: readonly Draft[], paper: string): Claim[] {
  return [
    ...claimsUnder(table, STATUS_HEADER, STATUSES, (row) => inRow(drafts, row, 'target'), paper),
    ...claimsUnder(table, DIRECTION_HEADER, DIRECTIONS, (row) => inRow(drafts, row, 'level'), paper),
  ];
}

function inRow(drafts: readonly Draft[], row: number, statistic: Draft['statistic']): Draft | undefined {
  return drafts.find((draft) => draft.statistic === statistic && draft.table?.row === row);
}

/** @param subjectOf the figure of a row that the claim's measure is that of */
function claimsUnder(
  table: Table,
  header: RegExp,
  words: Readonly<Record<string, Assertion>>,
  subjectOf: (row: number) => Draft | undefined,
  paper: string,
): Claim[] {
  const columns = new Set(
    table.children.filter((cell) => header.test(leafText(cell).trim())).map(({ column }) => column),
  );
  return table.children.flatMap((cell) => {
    const says = columns.has(cell.column) ? words[leafText(cell).trim().toLowerCase()] : undefined;
    const subject = says && subjectOf(cell.row);
    return says && subject ? [statusClaim(cell, says, subject, rowText(table, cell.row), paper)] : [];
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
