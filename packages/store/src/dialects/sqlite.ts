import { type DialectAdapter, SqliteAdapter, SqliteDialect, sql } from 'kysely';
import type { StoreDialect } from './dialect.ts';
import { openDatabase, statementOf } from './sqlite-database.ts';

/**
 * The dialect for a SQLite file.
 *
 * @param path file to open; it and its folder are made where they are missing; `:memory:` for a store that is not kept
 * @param toRead nothing is to be written; a file that cannot be written is opened then too
 * @throws StoreError where the file cannot be opened or is no SQLite database
 */
export function sqliteDialect(path: string, toRead: boolean): StoreDialect {
  const { database, isReadOnly } = openDatabase(path, toRead);
  const dialect = new DialectOfOneWriter({
    database: { close: () => database.close(), prepare: (text) => statementOf(database, text, path) },
  });
  // A transaction that writes has the whole file to itself: nothing else needs to be locked.
  return { dialect, text: sql`text`, isReadOnly, lock: async () => {}, insertObservations };
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
