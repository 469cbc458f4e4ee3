import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenOptions, Store } from '@scrutineer/store';
import type { Command } from 'commander';
import { archiveBeside, defaultStore, isUrl } from './data-folder.ts';
import { CommandError } from './exit-codes.ts';
import { createLog, type Log } from './output/log.ts';

/** What every command works with. */
export interface Context {
  /** SQLite file, or postgres:// URL. */
  readonly storePath: string;
  /** Folder, or s3:// URL. */
  readonly archivePath: string;
  /** The log is JSON, so that nothing else may be written beside it. */
  readonly json: boolean;
  readonly log: Log;
}

/** The context that the options of a command and of the whole program make. */
export function contextOf(command: Command, store: string = defaultStore()): Context {
  const options = command.optsWithGlobals<{ store?: string; archive?: string; json?: boolean }>();
  const storePath = located(options.store ?? process.env.SCRUTINEER_STORE ?? store);
  const archivePath = located(options.archive ?? process.env.SCRUTINEER_ARCHIVE ?? archiveBeside(storePath));
  const json = options.json ?? false;
  return { storePath, archivePath, json, log: createLog(process.stderr, json) };
}

/** A URL as it is, a path from where the command was called. */
function located(location: string): string {
  return isUrl(location) ? location : resolve(location);
}

/** Opens the store, makes it where it is missing, and closes it after the work. */
export async function withStore<T>(
  { storePath }: Context,
  work: (store: Store) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const { openStore } = await import('@scrutineer/store');
  const store = await openStore(storePath, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** As `withExistingStore`, for commands that only read: a store that cannot be written will do. */
export function withStoreToRead<T>(context: Context, work: (store: Store) => Promise<T>): Promise<T> {
  return withExistingStore(context, work, { toRead: true });
}

/**
 * As `withStore`, for commands that need a store that is there.
 *
 * @throws CommandError where there is no store yet, or the file is empty: opening it would make a store of it
 */
export async function withExistingStore<T>(
  context: Context,
  work: (store: Store) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  if (isUrl(context.storePath)) return withStore(context, work, options);
  if (!existsSync(context.storePath))
    throw new CommandError(`there is no store ${context.storePath} yet; \`scrutineer ingest\` makes it`);
  const stats = statSync(context.storePath);
  if (stats.isFile() && stats.size === 0)
    throw new CommandError(
      `${context.storePath} is an empty file and no store; give one that \`scrutineer ingest\` made`,
    );
  return withStore(context, work, options);
}
