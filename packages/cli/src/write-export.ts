import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { ExportFile } from '@scrutineer/export';
import { CommandError } from './exit-codes.ts';
import { inChunks } from './output/in-chunks.ts';
import { refusalOf } from './refusal.ts';

/**
 * Writes the one file of an export. A file that is there already is replaced when the new one is whole, if its name has
 * the format's ending.
 *
 * @throws CommandError where something else is there, or it cannot be written
 */
export async function writeOneFile(files: AsyncIterable<ExportFile>, path: string, ending: string): Promise<void> {
  const there = await kindOf(path);
  if (there === 'folder') throw new CommandError(`${path} is a folder; give the name of a file`);
  if (there !== null && (there === 'other' || extname(path).toLowerCase() !== ending)) {
    throw new CommandError(`${path} is there already and is no ${ending} file; give another name`);
  }
  for await (const file of files) await toldIfRefused(path, () => writeWhole(file, path));
}

/**
 * Writes the files of an export into a folder, which is made where it is missing. Files with the same names are
 * replaced, all others are left.
 *
 * @throws CommandError where the folder is a file, or cannot be written
 */
export async function writeIntoFolder(files: AsyncIterable<ExportFile>, folder: string): Promise<void> {
  const there = await kindOf(folder);
  if (there !== null && there !== 'folder')
    throw new CommandError(`${folder} is no folder; this format makes several files`);
  await toldIfRefused(folder, () => mkdir(folder, { recursive: true }));
  for await (const file of files) {
    const path = join(folder, file.name);
    const kind = await kindOf(path);
    if (kind !== null && kind !== 'file') throw new CommandError(`${path} is there already and is no file`);
    await toldIfRefused(path, () => writeWhole(file, path));
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | null> {
  const stats = await lstat(path).catch(() => null);
  if (!stats) return null;
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}

/** Under another name until it is whole, so that a half-written file never stands under its own. */
async function writeWhole({ content }: ExportFile, path: string): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.partial`);
  const handle = await open(partial, 'w');
  try {
    try {
      for await (const chunk of inChunks(content)) await handle.writeFile(chunk);
    } finally {
      await handle.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function toldIfRefused(path: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw refusalOf(path, error);
  }
}
