import { Kysely, sql } from 'kysely';
import type { StoreDialect } from './dialects/dialect.ts';
import { isLostConnection } from './lost-connection.ts';
import { isCurrent, migrate } from './migrations/index.ts';
import { refusalReason } from './refusal-reason.ts';
import type { Tables } from './schema.ts';
import { isServerFull } from './server-full.ts';
import { StoreError, StoreFullError } from './store-error.ts';
import { unreachable } from './unreachable.ts';
import { withoutPassword } from './without-password.ts';

/** An open store; every function of this package takes one. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** SQLite file, or postgres:// URL. */
  readonly location: string;
  /** Nothing can be written to it: it was opened to be read, and its file or disk lets nobody write. */
  readonly isReadOnly: boolean;
  /** Within a transaction: waits until no other one holds these names, and holds them to the transaction's end. */
  readonly lock: StoreDialect['lock'];
  readonly insertObservations: StoreDialect['insertObservations'];
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Only reading is meant: a store that cannot be written will do, and one that is up to date is not written. */
  readonly toRead?: boolean;
}

/**
 * Opens a store, making it where it is missing, and brings its schema up to date.
 *
 * @param location SQLite file, `:memory:`, or the postgres:// URL of a database
 * @throws StoreError where it cannot be opened, is no store, or was written by a newer version; StoreFullError where its
 *   disk is full; StoreUnreachableError within five seconds where the database does not answer
 */
export async function openStore(location: string, { toRead = false }: OpenOptions = {}): Promise<Store> {
  const { dialect, text, isReadOnly, ...particulars } = await dialectOf(location, toRead);
  const db = new Kysely<Tables>({ dialect });
  const schema = db as unknown as Kysely<unknown>;
  try {
    if (!toRead || !(await isCurrent(schema, text))) {
      if (isReadOnly) throw new StoreError(readOnlyAndOld(location));
      await migrate(schema, withoutPassword(location), text);
    }
  } catch (error) {
    await db.destroy();
    throw isLostConnection(error) ? unreachable(location, error) : asStoreError(location, error);
  }
  return { db, location, isReadOnly, ...particulars, close: () => db.destroy() };
}

/** Asks the database whether it is there. @throws where it is not */
export async function pingStore({ db }: Store): Promise<void> {
  await sql`select 1`.execute(db);
}

/** Each dialect is loaded where it is needed. */
async function dialectOf(location: string, toRead: boolean): Promise<StoreDialect> {
  if (/^postgres(?:ql)?:\/\//.test(location)) return (await import('./dialects/postgres.ts')).postgresDialect(location);
  if (/^[a-z][a-z0-9+]+:\/\//.test(location))
    throw new StoreError(`${withoutPassword(location)} is no store: give a SQLite file or a postgres:// URL`);
  return (await import('./dialects/sqlite.ts')).sqliteDialect(location, toRead);
}

function asStoreError(location: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  if (isServerFull(error)) return new StoreFullError(`the store ${withoutPassword(location)}`);
  return new StoreError(`the store ${withoutPassword(location)} cannot be opened: ${refusalReason(error)}`);
}

function readOnlyAndOld(location: string): string {
  return `the store ${location} is of another version of this program and cannot be written to bring it up to date; make it writable and open it once, or copy it`;
}
