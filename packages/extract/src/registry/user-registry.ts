import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** The files of a folder that may add to the registry: the same as those that ship with this package. */
const FILES = ['measures.yaml', 'areas.yaml'] as const;
export type UserFile = (typeof FILES)[number];

/** What a person's own measures or areas are is wrong; the message is a sentence that names the file and the line of it. */
class RegistryError extends Error {
  override readonly name = 'RegistryError';
}

/** The folder with a person's own measures and areas: SCRUTINEER_REGISTRY; null where it is not set. */
function userFolder(): string | null {
  return process.env.SCRUTINEER_REGISTRY || null;
}

/**
 * What a person's own file holds; null where there is none.
 *
 * @throws RegistryError where it is no YAML
 */
export function readUserFile(name: UserFile): unknown {
  const folder = userFolder();
  if (folder === null) return null;
  if (!existsSync(folder)) throw new RegistryError(`SCRUTINEER_REGISTRY names ${folder}, and there is no such folder`);
  if (!existsSync(join(folder, name))) return null;
  try {
    return load(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new RegistryError(`${join(folder, name)} is no YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** @throws RegistryError with what was expected where it does not hold */
export function expectIn(file: UserFile, holds: boolean, expected: string): asserts holds {
  if (!holds) throw new RegistryError(`${join(userFolder() ?? '', file)}: ${expected}`);
}

/** A mark of what a person's own files hold, so that papers are read again when they change; empty where there are none. */
export function userRegistryVersion(): string {
  const folder = userFolder();
  const paths = folder === null ? [] : FILES.map((file) => join(folder, file)).filter((path) => existsSync(path));
  if (paths.length === 0) return '';
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return `+${hash.digest('hex').slice(0, 8)}`;
}
