import { Kysely } from 'kysely';
import { sqliteDialect } from './dialects/sqlite.ts';
import { migrate } from './migrations/index.ts';
import type { Tables } from './schema.ts';

/** An open store; every function of this package takes one. */
export interface Store {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens a store, making it where it is missing, and brings its schema up to date.
 *
 * @param path SQLite file, or `:memory:`
 * @throws StoreError where the file cannot be opened, is no store, or was written by a newer version
 */
export async function openStore(path: string): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  try {
    await migrate(db as unknown as Kysely<unknown>, path);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, close: () => db.destroy() };
}
