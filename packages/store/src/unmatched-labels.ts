import { sql } from 'kysely';
import { conditionOf } from './observation-filters.ts';
import type { Store } from './open-store.ts';

/** A measure's label that the registry does not know. */
export interface UnmatchedLabel {
  readonly label: string;
  readonly observations: number;
  readonly papers: number;
}

/** Labels without a measure in the newest versions of all papers, most frequent first, then by label. */
export async function unmatchedLabels(store: Store): Promise<UnmatchedLabel[]> {
  const rows = await store.db
    .selectFrom('observation')
    .innerJoin('paper', 'paper.id', 'observation.paper')
    .select(({ fn }) => [
      'observation.measure_label',
      fn.countAll().as('observations'),
      sql<number>`count(distinct observation.paper)`.as('papers'),
    ])
    .where((is) => conditionOf({}, is))
    .where('observation.measure_id', 'is', null)
    .groupBy('observation.measure_label')
    .execute();
  return rows
    .map((row) => ({
      label: row.measure_label,
      observations: Number(row.observations),
      papers: Number(row.papers),
    }))
    .sort((a, b) => b.observations - a.observations || (a.label < b.label ? -1 : 1));
}
