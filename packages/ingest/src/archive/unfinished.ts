import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Milliseconds after which what another machine has not finished counts as left behind. */
const LEFT_BEHIND = 24 * 3600 * 1000;

/** The folder of an archive where files are written before they get their names. */
export function unfinishedFolder(folder: string): string {
  return join(folder, '.unfinished');
}

/** A new name in that folder, which tells who writes it. */
export function unfinishedName(): string {
  return `${hostname()}.${process.pid}.${randomUUID()}`;
}

/** Removes what processes that were killed have left: those of this machine that are gone, those of others after a day. */
export async function clearUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(unfinishedFolder(folder)).catch(() => [])) {
    const path = join(unfinishedFolder(folder), name);
    if (await isLeft(path, name)) await rm(path, { force: true }).catch(() => {});
  }
}

async function isLeft(path: string, name: string): Promise<boolean> {
  const [, host, pid] = /^(.*)\.(\d+)\.[0-9a-f-]{36}$/.exec(name) ?? [];
  if (host === hostname()) return !isRunning(Number(pid));
  const stats = await stat(path).catch(() => null);
  return stats !== null && Date.now() - stats.mtimeMs > LEFT_BEHIND;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
