import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Archive, ArchiveError, ArchiveFullError } from './archive.ts';
import { keyOf, keyOfName } from './keys.ts';
import { verified } from './verified.ts';

const WRITABLE = 'name a folder that may be written with --archive or SCRUTINEER_ARCHIVE';

/** An archive in a folder: the bytes with the sha256 `abcd…` are the file `ab/cd/abcd…`. */
export function localArchive(folder: string): Archive {
  const pathOf = (key: string) => join(folder, ...key.split('/'));
  return {
    put: (id, bytes) => put(pathOf(keyOf(id)), bytes),
    get: (id) => get(pathOf(keyOf(id)), id),
    remove: (id) => rm(pathOf(keyOf(id)), { force: true }),
    putNamed: (name, bytes) => write(pathOf(keyOfName(name)), bytes, { flush: false }),
    getNamed: (name) => read(pathOf(keyOfName(name))),
  };
}

async function put(path: string, bytes: Uint8Array): Promise<boolean> {
  if ((await sizeOf(path)) === bytes.byteLength) return false;
  await write(path, bytes);
  return true;
}

async function get(path: string, id: string): Promise<Uint8Array | null> {
  const bytes = await read(path);
  return bytes && verified(bytes, id, `the archive file ${path}`);
}

async function write(path: string, bytes: Uint8Array, options = { flush: true }): Promise<void> {
  try {
    await writeWhole(path, bytes, options);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new ArchiveFullError(`the archive file ${path}`);
    throw new ArchiveError(`the archive file ${path} cannot be written (${code}); ${WRITABLE}`);
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

/** Under another name first, so that no reader ever sees half a file. */
async function writeWhole(path: string, bytes: Uint8Array, options: { readonly flush: boolean }): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(unfinished, bytes, options);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new ArchiveError(`the archive file ${path} cannot be read (${code}); check its rights and its disk`);
  }
}
