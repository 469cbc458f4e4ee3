import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { isLostConnection } from '../lost-connection.ts';
import { refusalReason } from '../refusal-reason.ts';
import { StoreError } from '../store-error.ts';
import { up as papersAndObservations } from './001-papers-and-observations.ts';
import { up as claimsFindingsAndSeries } from './002-claims-findings-and-series.ts';

/** All migrations, oldest first. One that was released is never changed: add another. */
function migrations(text: RawBuilder<unknown>): Readonly<Record<string, Migration>> {
  return {
    '001-papers-and-observations': { up: (db) => papersAndObservations(db, text) },
    '002-claims-findings-and-series': { up: (db) => claimsFindingsAndSeries(db, text) },
  };
}

/**
 * Brings a store to the schema this version of the program works with.
 *
 * @param location of the store, for messages
 * @param text the column type for text that the database compares by code point
 * @throws StoreError where it was written by a newer version, or the database refuses
 */
export async function migrate(db: Kysely<unknown>, location: string, text: RawBuilder<unknown>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(text) } });
  const { error } = await migrator.migrateToLatest();
  if (isLostConnection(error) || error instanceof StoreError) throw error;
  if (error) throw new StoreError(`the store ${location} cannot be brought up to date: ${refusalReason(error)}`);
}

/** Whether a store has the very schema this version works with; asking writes nothing. @throws where it does not answer */
export async function isCurrent(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<boolean> {
  const asked = sql<{ name: string }>`select name from kysely_migration order by name`;
  const { rows } = await asked.execute(db).catch((error) => {
    if (isLostConnection(error) || error instanceof StoreError) throw error;
    return { rows: [] };
  });
  return JSON.stringify(rows.map(({ name }) => name)) === JSON.stringify(Object.keys(migrations(text)));
}
