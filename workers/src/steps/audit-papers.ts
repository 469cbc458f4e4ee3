import { audit } from '@scrutineer/audit';
import type { Finding } from '@scrutineer/model';
import { observationsByPaper, type Store, type StoredPaper } from '@scrutineer/store';

/** Checks the figures of stored papers, within each and across all of them. */
export async function auditPapers(store: Store, papers: readonly StoredPaper[]): Promise<Finding[]> {
  const read = [];
  for (const paper of papers) read.push({ paper, observations: await observationsByPaper(store, paper.id) });
  return audit(read);
}
