import { homedir } from 'node:os';
import { dirname, join, parse } from 'node:path';

/**
 * The folder that holds the store where no `--store` is given: `SCRUTINEER_HOME`, else where programs keep their data
 * on this platform (the XDG Base Directory Specification on Linux).
 */
export function dataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const { SCRUTINEER_HOME, XDG_DATA_HOME, LOCALAPPDATA } = environment;
  if (SCRUTINEER_HOME) return SCRUTINEER_HOME;
  if (XDG_DATA_HOME) return join(XDG_DATA_HOME, 'scrutineer');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'scrutineer');
  if (platform === 'win32') return join(LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'scrutineer');
  return join(home, '.local', 'share', 'scrutineer');
}

/** The store used where none is named. */
export function defaultStore(): string {
  return join(dataFolder(), 'scrutineer.db');
}

/** Whether a store or an archive is on a server and not in a file or folder of this machine. */
export function isUrl(location: string): boolean {
  return /^[a-z][a-z0-9]+:\/\//.test(location);
}

/** The archive of a store: a folder beside it, named after it; for a store on a server, one in the data folder. */
export function archiveBeside(store: string): string {
  if (isUrl(store)) return join(dataFolder(), 'archive');
  return join(dirname(store), `${parse(store).name}-archive`);
}
