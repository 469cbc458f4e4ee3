import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError, StoreFullError } from '../store-error.ts';

/**
 * Primary result codes that are for the person who named the file; all others are faults of this program.
 * Source: sqlite.org, "Result and Error Codes".
 */
const FULL = 13;
/** What a full disk also comes out as: a file beside the store that cannot be made or made longer. */
const OF_THE_DISK: ReadonlySet<number> = new Set([10, 14]);
const SENTENCES: Readonly<Record<number, string>> = {
  5: 'is being written by another program, which does not end; try again when it has',
  6: 'is being written by another program, which does not end; try again when it has',
  8: 'cannot be written: the file, its folder or its disk is read-only',
  10: 'cannot be read or written: its disk reports an error; check the disk',
  11: 'is damaged; take a copy from before, or ingest the papers into a new store',
  14: 'cannot be opened: its folder cannot be written, or the file may not be read',
  23: 'cannot be opened: permission is denied',
  26: 'cannot be opened: file is not a database',
};
/** A disk with fewer bytes left than this cannot take what SQLite adds at a time. */
const LEAST_ROOM = 256 * 1024;

/** What went wrong with the store at a path, as one sentence where it is not a fault of this program. */
export function sqliteError(path: string, error: unknown): unknown {
  const { errcode } = error as { errcode?: number };
  if (errcode === undefined) return error;
  const primary = errcode & 0xff;
  if (primary === FULL || (OF_THE_DISK.has(primary) && !hasRoom(path))) return new StoreFullError(`the store ${path}`);
  const sentence = SENTENCES[primary];
  return sentence === undefined ? error : new StoreError(`the store ${path} ${sentence}`);
}

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize >= LEAST_ROOM;
  } catch {
    return true;
  }
}
