import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program: on the PATH, else in these folders; null where it is nowhere. */
export function findProgram(name: string, folders: readonly string[] = []): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  return [...onPath, ...folders].map((folder) => join(folder, name)).find(existsSync) ?? null;
}

/** Where distributions keep PostgreSQL's server programs, which are often not on the PATH; newest first. */
export function postgresFolders(): string[] {
  const config = findProgram('pg_config');
  const told = config ? [execFileSync(config, ['--bindir'], { encoding: 'utf8' }).trim()] : [];
  return [...told, ...globSync('/usr/lib/postgresql/*/bin').sort().reverse()];
}
