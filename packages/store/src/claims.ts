import type { Claim } from '@scrutineer/model';
import type { Store } from './open-store.ts';
import { retrying } from './retrying.ts';
import { claimOfRow } from './rows/claim-row.ts';

/** What one paper says in words, in reading order. */
export async function claimsByPaper(store: Store, paper: string): Promise<Claim[]> {
  const rows = await retrying(store, () =>
    store.db.selectFrom('claim').selectAll().where('paper', '=', paper).orderBy('sequence').execute(),
  );
  return rows.map(claimOfRow);
}
