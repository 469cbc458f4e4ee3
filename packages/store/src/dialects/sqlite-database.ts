import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isDiskFull } from '@scrutineer/model';
import { StoreError, StoreFullError } from '../store-error.ts';
import { sqliteError } from './sqlite-error.ts';

/** How long a writer waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
/**
 * A store may come from anybody. Source: sqlite.org, "Defense Against The Dark Arts": nothing in the schema may call
 * what has effects, damaged pages are told, and the file is not mapped into memory.
 */
const UNTRUSTED = 'pragma trusted_schema = off; pragma cell_size_check = on; pragma mmap_size = 0;';
const OPTIONS = { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true, defensive: true } as const;

export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly isReadOnly: boolean;
}

/** @throws StoreError */
export function openDatabase(path: string, toRead: boolean): OpenDatabase {
  try {
    if (toRead && path !== ':memory:' && !isWritable(path)) return { database: openUnwritable(path), isReadOnly: true };
    if (path !== ':memory:') makeFolder(path);
    const writing = 'pragma journal_mode = wal; pragma synchronous = normal;';
    return { database: prepared(new DatabaseSync(path, OPTIONS), writing), isReadOnly: false };
  } catch (error) {
    throw sqliteError(path, error);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    if (isDiskFull(error)) throw new StoreFullError(`the store ${path}`);
    const { code } = error as NodeJS.ErrnoException;
    throw new StoreError(`the store ${path} cannot be opened: its folder cannot be made (${code})`);
  }
}

/** Whether a store can be written: SQLite writes its file, and others beside it. */
function isWritable(path: string): boolean {
  try {
    for (const part of [path, dirname(path)]) accessSync(part, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a file that cannot be written. What its last writer left beside it (`-wal`) is read where its index (`-shm`)
 * stands there too. Where nothing is there nothing is missing, and the file is read as one that nobody changes: SQLite
 * would else want to make both. Source: sqlite.org, "Write-Ahead Logging", "Read-Only Databases".
 *
 * Who sorts must not need a disk either.
 */
function openUnwritable(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  if (!hasBytes(`${path}-wal`)) url.searchParams.set('immutable', '1');
  return prepared(new DatabaseSync(url, { ...OPTIONS, readOnly: true }), 'pragma temp_store = memory;');
}

function hasBytes(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** The database with its settings; closed where it refuses them. */
function prepared(database: DatabaseSync, settings: string): DatabaseSync {
  try {
    database.exec(UNTRUSTED + settings);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A statement as Kysely wants it. It asks each whether it gives rows, by a property that node:sqlite lacks: without it
 * every select would silently give none. `begin immediate` is for writers in two processes: a transaction that starts
 * as a reader cannot wait for its turn to write. A full disk ends a transaction by itself, and a second end would be an
 * error that hides the first.
 */
export function statementOf(database: DatabaseSync, text: string, path: string) {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw sqliteError(path, error);
    }
  };
  if (text === 'rollback' && !database.isTransaction) return NOTHING_TO_DO;
  const statement = told(() => database.prepare(text === 'begin' ? 'begin immediate' : text));
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => told(() => statement.all(...values(parameters))),
    run: (parameters: readonly unknown[]) => told(() => statement.run(...values(parameters))),
    *iterate(parameters: readonly unknown[]) {
      try {
        yield* statement.iterate(...values(parameters));
      } catch (error) {
        throw sqliteError(path, error);
      }
    },
  };
}

const NOTHING_TO_DO = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};
