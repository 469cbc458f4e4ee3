import type { Finding } from '@scrutineer/model';
import type { AuditedPaper } from './check.ts';
import { checks } from './checks.ts';

export type { AuditedPaper, Check } from './check.ts';
export { checks } from './checks.ts';

const SEVERITIES = ['error', 'warning', 'info'];

/** Finds the places where printed figures cannot all be right or need care; errors first, then in reading order. */
export function audit(papers: readonly AuditedPaper[]): Finding[] {
  const findings = papers.flatMap((paper) => checks.flatMap((check) => check.find(paper)));
  const order = new Map(
    papers.flatMap(({ observations }) => observations).map((observation, index) => [observation.id, index]),
  );
  const first = (finding: Finding) => Math.min(...finding.observations.map((id) => order.get(id) ?? Infinity));
  return findings.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || first(a) - first(b),
  );
}
