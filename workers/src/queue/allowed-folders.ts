import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { parse, relative, resolve, sep } from 'node:path';
import { pathOf } from '@scrutineer/ingest/sources';
import { failed, type Message } from '@scrutineer/model';

/**
 * Whether workers may read what a job names: a path in one of these folders, links followed. Whoever can write to the
 * queue could else have any file of a worker read, and find its figures in the store.
 *
 * @returns why not, for the store; null where they may
 */
export function refusedPath(path: string, folders: readonly string[]): readonly Message[] | null {
  const named = resolve(pathOf(path).toString('latin1'));
  const allowed = folders.map(bytesOf).flatMap((folder) => [folder, real(folder)]);
  if (allowed.some((folder) => isWithin(named, folder)) && allowed.some((folder) => isWithin(real(named), folder)))
    return null;
  const reason = `${path} is in no folder that workers may read (${folders.join(', ') || 'none is allowed'})`;
  return failed('source/not-allowed', reason, 'name its folder in SCRUTINEER_PAPER_FOLDERS of the workers').messages;
}

/**
 * The folders where none are named: the one that a worker was started in, unless that is the root of a disk or somebody's
 * home, where more than papers lies.
 */
export function defaultFolders(folder: string = process.cwd(), home: string = homedir()): string[] {
  return folder === parse(folder).root || folder === home ? [] : [folder];
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

/** Paths are held with a character for each byte: what a file system takes for a path need not be text. */
function bytesOf(folder: string): string {
  return Buffer.from(resolve(folder)).toString('latin1');
}

/** The path with its links followed, as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(Buffer.from(path, 'latin1'), { encoding: 'buffer' }).toString('latin1');
  } catch {
    const { dir, base } = parse(resolve(path));
    return base === '' ? dir : resolve(real(dir), base);
  }
}
