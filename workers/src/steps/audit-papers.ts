import { type Audit, type AuditContext, auditPaper, auditSeries, JoinedAudit } from '@scrutineer/audit';
import { directionOfGood } from '@scrutineer/extract/registry';
import type { PaperReference } from '@scrutineer/model';
import { claimsByPaper, observationsByPaper, type Store, type StoredPaper, thingsIn } from '@scrutineer/store';

/** What the registry knows that the checks ask for. */
export const AUDIT_CONTEXT: AuditContext = { directionOfGood };

/**
 * Checks the figures of stored papers, within each and across all that the store holds, one paper and one measure at a
 * time.
 *
 * @param papers that are audited
 * @param others whose figures those of the papers are also held against
 */
export async function auditPapers(
  store: Store,
  papers: readonly StoredPaper[],
  others: readonly StoredPaper[] = [],
): Promise<Audit> {
  const joined = new JoinedAudit();
  const own = new Set<string>();
  for (const paper of papers) {
    const observations = await observationsByPaper(store, paper.id);
    for (const { id } of observations) own.add(id);
    const claims = await claimsByPaper(store, paper.id);
    joined.add(auditPaper({ paper: referenceOf(paper), observations, claims }, AUDIT_CONTEXT));
  }
  const references = new Map([...papers, ...others].map((paper) => [paper.id, referenceOf(paper)]));
  const asked = new Set(papers.map(({ id }) => id));
  const about = others.length > 0 ? { about: asked } : {};
  for await (const { observations, claims } of thingsIn(store, { papers: new Set(references.keys()), ...about })) {
    const printings = observations.map((observation) => ({ observation, paper: references.get(observation.paper)! }));
    const made = claims.map((claim) => ({ claim, paper: references.get(claim.paper)! }));
    joined.add(auditSeries({ printings, claims: made }, AUDIT_CONTEXT));
  }
  return onlyAbout(joined.audit(), asked, own);
}

/** What was found among other papers alone was not asked for, and their figures are not those that were checked. */
function onlyAbout({ findings, checked }: Audit, papers: ReadonlySet<string>, own: ReadonlySet<string>): Audit {
  return {
    findings: findings.filter((finding) => finding.papers.some(({ id }) => papers.has(id))),
    checked: new Set([...checked].filter((id) => own.has(id))),
  };
}

function referenceOf({ id, file, date }: StoredPaper): PaperReference {
  return { id, file, date };
}
