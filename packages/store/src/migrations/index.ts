import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from '../store-error.ts';
import { up as papersAndObservations } from './001-papers-and-observations.ts';

/** All migrations, oldest first. One that was released is never changed: add another. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-papers-and-observations': { up: papersAndObservations },
};

/**
 * Brings a store to the schema this version of the program works with.
 *
 * @throws StoreError where it was written by a newer version, or the database refuses
 */
export async function migrate(db: Kysely<unknown>, path: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new StoreError(`the store ${path} cannot be brought up to date: ${reason(error)}`);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
