import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findProgram, postgresFolders } from './binaries.ts';
import { freePort, type Service, startProgram, type User } from './service.ts';

/** Whether `startPostgres` can. */
export function canStartPostgres(): boolean {
  const folders = postgresFolders();
  return (
    findProgram('initdb', folders) !== null && findProgram('postgres', folders) !== null && userOfServer() !== null
  );
}

/** Starts PostgreSQL with an empty database. */
export async function startPostgres(): Promise<Service> {
  const folders = postgresFolders();
  const user = userOfServer()!;
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const data = join(folder, 'data');
  const initialise = ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--no-sync'];
  execFileSync(findProgram('initdb', folders)!, initialise, { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const program = await startProgram({
    name: 'PostgreSQL',
    command: findProgram('postgres', folders)!,
    args: [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
    ],
    // "Fast shutdown": ends sessions, rolls back what they had begun.
    signal: 'SIGINT',
    user,
    ready: () => answers(url),
  });
  return {
    url,
    restart: program.restart,
    whileAway: program.whileAway,
    async stop() {
      await program.end();
      rmSync(folder, { recursive: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The caller; where that is root, a user without rights; null where there is none. */
function userOfServer(): User | null {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (option: string) => Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {}
  }
  return null;
}
