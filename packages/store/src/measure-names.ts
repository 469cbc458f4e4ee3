import { sql } from 'kysely';
import type { Store } from './open-store.ts';

/** A measure as the store's observations name it. */
export interface MeasureName {
  readonly id: string | null;
  readonly label: string;
}

/**
 * The measures that a person may mean: the one with this id or label; where there is none, all whose label holds all the
 * words, in any letter case.
 *
 * @returns in alphabetical order of labels; empty where there is none
 */
export async function measuresNamed(store: Store, asked: string): Promise<MeasureName[]> {
  const all = await measureNames(store);
  const name = asked.toLowerCase();
  const exact = all.filter(({ id, label }) => id === name || label.toLowerCase() === name);
  if (exact.length > 0) return exact;
  const words = name.split(/\s+/).filter(Boolean);
  return all.filter(({ label }) => words.length > 0 && words.every((word) => label.toLowerCase().includes(word)));
}

/**
 * Every label that observations have, by skipping through the index from each to the next: `distinct` would read all
 * observations. Method: "loose index scan", PostgreSQL wiki.
 */
export async function measureNames({ db }: Store): Promise<MeasureName[]> {
  const { rows } = await sql<MeasureName>`
    with recursive name(label) as (
      select min(measure_label) from observation
      union all
      select (select min(measure_label) from observation where measure_label > name.label)
      from name where name.label is not null
    )
    select label, (select measure_id from observation where measure_label = name.label limit 1) as id
    from name where label is not null order by label
  `.execute(db);
  return rows.map(({ id, label }) => ({ id, label }));
}
