import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDiskFull } from '@scrutineer/model';
import { type Archive, ArchiveError, ArchiveFullError } from './archive.ts';
import { keyOf, keyOfName } from './keys.ts';
import { clearUnfinished, unfinishedFolder, unfinishedName } from './unfinished.ts';
import { stateOf, verified } from './verified.ts';

const WRITABLE = 'name a folder that may be written with --archive or SCRUTINEER_ARCHIVE';

/** An archive in a folder: the bytes with the sha256 `abcd…` are the file `ab/cd/abcd…`. */
export function localArchive(folder: string): Archive {
  const pathOf = (key: string) => join(folder, ...key.split('/'));
  let cleared: Promise<void> | null = null;
  const write = async (path: string, bytes: Uint8Array, flush: boolean) => {
    cleared ??= clearUnfinished(folder);
    await cleared;
    await writeTold(folder, path, bytes, flush);
  };
  const check: Archive['check'] = async (id) => stateOf(await read(pathOf(keyOf(id))), id);
  return {
    check,
    async put(id, bytes) {
      const state = await check(id);
      if (state === 'whole') return 'there';
      await write(pathOf(keyOf(id)), bytes, true);
      return state === 'missing' ? 'added' : 'mended';
    },
    async get(id) {
      const path = pathOf(keyOf(id));
      const bytes = await read(path);
      return bytes && verified(bytes, id, `the archive file ${path}`);
    },
    remove: (id) => rm(pathOf(keyOf(id)), { force: true }),
    putNamed: (name, bytes) => write(pathOf(keyOfName(name)), bytes, false),
    getNamed: (name) => read(pathOf(keyOfName(name))),
  };
}

async function writeTold(folder: string, path: string, bytes: Uint8Array, flush: boolean): Promise<void> {
  try {
    await writeWhole(folder, path, bytes, flush);
  } catch (error) {
    if (isDiskFull(error)) throw new ArchiveFullError(`the archive file ${path}`);
    const { code } = error as NodeJS.ErrnoException;
    throw new ArchiveError(`the archive file ${path} cannot be written (${code}); ${WRITABLE}`);
  }
}

/** Under another name first, so that no reader ever sees half a file. */
async function writeWhole(folder: string, path: string, bytes: Uint8Array, flush: boolean): Promise<void> {
  const unfinished = join(unfinishedFolder(folder), unfinishedName());
  await mkdir(unfinishedFolder(folder), { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(unfinished, bytes, { flush });
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
