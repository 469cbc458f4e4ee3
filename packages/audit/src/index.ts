import type { Finding } from '@scrutineer/model';
import type { AuditedPaper } from './check.ts';
import { checks } from './checks.ts';

export type { AuditedPaper, Check } from './check.ts';
export { checks } from './checks.ts';

const SEVERITIES = ['error', 'warning', 'info'];

/**
 * Finds the places where printed figures cannot all be right or need care; errors first, then in reading order. Figures
 * whose reading is doubtful are left out.
 */
export function audit(papers: readonly AuditedPaper[]): Finding[] {
  const findings = papers.map(onlySure).flatMap((paper) => checks.flatMap((check) => check.find(paper)));
  const order = new Map(
    papers.flatMap(({ observations }) => observations).map((observation, index) => [observation.id, index]),
  );
  const first = (finding: Finding) => Math.min(...finding.observations.map((id) => order.get(id) ?? Infinity));
  return findings.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || first(a) - first(b),
  );
}

/** Figures that are doubted more than this prove nothing against others. */
const SURE = 0.5;

function onlySure(paper: AuditedPaper): AuditedPaper {
  return { ...paper, observations: paper.observations.filter(({ confidence }) => confidence >= SURE) };
}
