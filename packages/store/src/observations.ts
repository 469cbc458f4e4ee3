import { type Observation, sound } from '@scrutineer/model';
import { sql } from 'kysely';
import { closenessOf, conditionOf, type ObservationFilters } from './observation-filters.ts';
import type { Store } from './open-store.ts';
import { retrying } from './retrying.ts';
import { observationOfRow } from './rows/observation-row.ts';
import { StoreError } from './store-error.ts';

/** An observation with the paper it was read from. */
export interface FoundObservation {
  readonly observation: Observation;
  readonly file: string;
  /** ISO date at which the paper said it; null where nothing tells. */
  readonly date: string | null;
}

/**
 * The observations that the filters let through, one at a time, so that a big store needs no big memory.
 * Exact periods come first where a period is asked for; else by the paper's date, file and id, in reading order.
 */
export async function* findObservations(
  store: Store,
  filters: ObservationFilters = {},
): AsyncGenerator<FoundObservation> {
  const rows = store.db
    .selectFrom('observation')
    .innerJoin('paper', 'paper.id', 'observation.paper')
    .innerJoin('paper_date', 'paper_date.paper', 'observation.paper')
    .selectAll('observation')
    .select(['paper.file as paper_file', 'paper_date.date as paper_date'])
    .where((is) => conditionOf(sound(filters), is))
    .$if(filters.period !== undefined, (query) => query.orderBy(closenessOf(filters.period!)))
    .orderBy(sql`coalesce(paper_date.date, '')`)
    .orderBy('paper.file')
    .orderBy('observation.paper')
    .orderBy('observation.sequence')
    .stream();
  for await (const row of rows)
    yield { observation: observationOfRow(row), file: row.paper_file, date: row.paper_date };
}

/** The observations of one paper in reading order. */
export async function observationsByPaper(store: Store, paper: string): Promise<Observation[]> {
  const rows = await retrying(store, () =>
    store.db.selectFrom('observation').selectAll().where('paper', '=', paper).orderBy('sequence').execute(),
  );
  return rows.map(observationOfRow);
}

/**
 * The observation with an id, or the only one whose id starts so.
 *
 * @returns null where there is none
 * @throws StoreError where several ids start so
 */
export async function observationById(store: Store, prefix: string): Promise<Observation | null> {
  const rows = await store.db
    .selectFrom('observation')
    .selectAll()
    .where('id', '>=', prefix)
    .where('id', '<', afterPrefix(prefix))
    .orderBy('id')
    .limit(3)
    .execute();
  const [first, second] = rows;
  if (!first) return null;
  if (second && first.id !== prefix)
    throw new StoreError(
      ambiguous(
        prefix,
        rows.map(({ id }) => id),
      ),
    );
  return observationOfRow(first);
}

/** Ids are hex digits, all of which sort before `g`. */
function afterPrefix(prefix: string): string {
  return `${prefix}g`;
}

function ambiguous(prefix: string, ids: readonly string[]): string {
  return `several observations have an id that starts with "${prefix}" (${ids.join(', ')}); type more of it`;
}

/** Number of observations of each measure in the newest versions of all papers, most first, then by label. */
export async function countByMeasure(store: Store): Promise<{ readonly measure: string; readonly count: number }[]> {
  const rows = await store.db
    .selectFrom('observation')
    .innerJoin('paper', 'paper.id', 'observation.paper')
    .select(({ fn }) => ['observation.measure_label', fn.countAll().as('count')])
    .where((is) => conditionOf({}, is))
    .groupBy('observation.measure_label')
    .execute();
  const counts = rows.map((row) => ({ measure: row.measure_label, count: Number(row.count) }));
  return counts.sort((a, b) => b.count - a.count || (a.measure < b.measure ? -1 : 1));
}
