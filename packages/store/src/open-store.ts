import { Kysely, sql } from 'kysely';
import type { StoreDialect } from './dialects/dialect.ts';
import { isLostConnection } from './lost-connection.ts';
import { migrate } from './migrations/index.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';
import { unreachable } from './unreachable.ts';

/** An open store; every function of this package takes one. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** SQLite file, or postgres:// URL. */
  readonly location: string;
  /** Within a transaction: waits until no other one holds these names, and holds them to the transaction's end. */
  readonly lock: StoreDialect['lock'];
  readonly insertObservations: StoreDialect['insertObservations'];
  close(): Promise<void>;
}

/**
 * Opens a store, making it where it is missing, and brings its schema up to date.
 *
 * @param location SQLite file, `:memory:`, or the postgres:// URL of a database
 * @throws StoreError where it cannot be opened, is no store, or was written by a newer version;
 *   StoreUnreachableError within five seconds where the database does not answer
 */
export async function openStore(location: string): Promise<Store> {
  const { dialect, text, ...particulars } = await dialectOf(location);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db as unknown as Kysely<unknown>, withoutPassword(location), text);
  } catch (error) {
    await db.destroy();
    throw isLostConnection(error) ? unreachable(location, error) : asStoreError(location, error);
  }
  return { db, location, ...particulars, close: () => db.destroy() };
}

/** Asks the database whether it is there. @throws where it is not */
export async function pingStore({ db }: Store): Promise<void> {
  await sql`select 1`.execute(db);
}

/** Each dialect is loaded where it is needed. */
async function dialectOf(location: string): Promise<StoreDialect> {
  if (/^postgres(?:ql)?:\/\//.test(location)) return (await import('./dialects/postgres.ts')).postgresDialect(location);
  if (/^[a-z][a-z0-9+]+:\/\//.test(location))
    throw new StoreError(`${withoutPassword(location)} is no store: give a SQLite file or a postgres:// URL`);
  return (await import('./dialects/sqlite.ts')).sqliteDialect(location);
}

function asStoreError(location: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  return new StoreError(`the store ${withoutPassword(location)} cannot be opened: ${(error as Error).message}`);
}

/** A URL without what nobody is to read: the password, and parameters that may hold one. */
function withoutPassword(location: string): string {
  if (!location.includes('://')) return location;
  const url = URL.parse(location);
  return url ? `${url.protocol}//${url.username && `${url.username}@`}${url.host}${url.pathname}` : 'the URL given';
}
