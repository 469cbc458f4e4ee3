import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '@scrutineer/model';
import { type Archive, ArchiveError } from './archive.ts';

/** An archive in a folder: the bytes with the sha256 `abcd…` are the file `ab/cd/abcd…`. */
export function localArchive(folder: string): Archive {
  return {
    put: (id, bytes) => put(pathOf(folder, id), bytes),
    get: (id) => get(pathOf(folder, id), id),
    remove: (id) => rm(pathOf(folder, id), { force: true }),
  };
}

function pathOf(folder: string, id: string): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new RangeError(`not the hex sha256 of a paper: ${id}`);
  return join(folder, id.slice(0, 2), id.slice(2, 4), id);
}

async function put(path: string, bytes: Uint8Array): Promise<boolean> {
  if ((await sizeOf(path)) === bytes.byteLength) return false;
  try {
    await writeWhole(path, bytes);
  } catch (error) {
    throw new ArchiveError(`the archive file ${path} cannot be written: ${(error as Error).message}`);
  }
  return true;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

/** Under another name first, so that no reader ever sees half a file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function get(path: string, id: string): Promise<Uint8Array | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new ArchiveError(`the archive file ${path} cannot be read: ${message}`);
  }
  if (sha256(bytes) !== id) {
    throw new ArchiveError(
      `the archive file ${path} is damaged: its bytes are not those that were kept; ingest the paper again`,
    );
  }
  return bytes;
}
