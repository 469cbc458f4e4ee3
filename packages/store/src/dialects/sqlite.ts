import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type DialectAdapter, SqliteAdapter, SqliteDialect, sql } from 'kysely';
import { StoreError } from '../store-error.ts';
import type { StoreDialect } from './dialect.ts';

/** How long a writer waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * The dialect for a SQLite file; the only place that knows SQLite.
 *
 * @param path file to open; it and its folder are made where they are missing; `:memory:` for a store that is not kept
 * @throws StoreError where the file cannot be opened or is no SQLite database
 */
export function sqliteDialect(path: string): StoreDialect {
  const database = openDatabase(path);
  const dialect = new DialectOfOneWriter({
    database: {
      close: () => database.close(),
      prepare: (text) => statementWithReader(database.prepare(text === 'begin' ? 'begin immediate' : text)),
    },
  });
  // A transaction that writes has the whole file to itself: nothing else needs to be locked.
  return { dialect, text: sql`text`, lock: async () => {}, insertObservations };
}

/**
 * Kysely migrates SQLite without a transaction, though SQLite can: two processes that open a new store at once would
 * both make its tables. Within one, the second waits and finds all done.
 */
class DialectOfOneWriter extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
    database.exec('pragma journal_mode = wal; pragma synchronous = normal;');
    return database;
  } catch (error) {
    database?.close();
    throw new StoreError(`the store ${path} cannot be opened: ${(error as Error).message}`);
  }
}

/**
 * Kysely asks each statement whether it gives rows, by a property that node:sqlite lacks: without it every select
 * would silently give none. `begin immediate` above is for writers in two processes: a transaction that starts as a
 * reader cannot wait for its turn to write.
 */
function statementWithReader(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
  };
}

function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

/** Rows in one insert: 33 columns x 500 rows stay below the 32,766 parameters that SQLite takes. */
const ROWS_PER_INSERT = 500;

const insertObservations: StoreDialect['insertObservations'] = async (db, rows) => {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await db
      .insertInto('observation')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
};
