import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { failed, type Paper, type StepResult, sha256 } from '@scrutineer/model';
import { type FetchOptions, fetchBytes } from './fetch-bytes.ts';
import { pathOf } from './local-path.ts';
import { MAX_PAPER_BYTES, type Source } from './source.ts';

/** To open a pipe must not wait for who writes to it. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export type LoadOptions = FetchOptions;

/** Takes the bytes of a paper from where they are: reads the file, or fetches the URL with one plain GET. */
export async function loadSource(source: Source, options: LoadOptions = {}): Promise<StepResult<Paper>> {
  const loaded = source.kind === 'url' ? await fetchBytes(source.origin, options) : await readBytes(source, options);
  if (loaded.status === 'failed') return loaded;
  const bytes = loaded.value;
  return {
    status: 'complete',
    value: { id: sha256(bytes), origin: source.origin, file: source.file, bytes },
    messages: [],
  };
}

async function readBytes(source: Source, { maxBytes = MAX_PAPER_BYTES }: LoadOptions): Promise<StepResult<Uint8Array>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(pathOf(source.origin), AT_ONCE);
    const stats = await handle.stat();
    if (!stats.isFile()) return failed('source/no-file', `${source.file} is no file that can be read as a paper`);
    if (stats.size > maxBytes) return tooLarge(source.file, stats.size, maxBytes);
    return { status: 'complete', value: await handle.readFile(), messages: [] };
  } catch (error) {
    return failed('source/unreadable', `${source.file} cannot be opened (${(error as NodeJS.ErrnoException).code})`);
  } finally {
    await handle?.close();
  }
}

function tooLarge(file: string, size: number, limit: number): StepResult<never> {
  const reason = `${file} is ${mebibytes(size)} MiB, more than the ${mebibytes(limit)} MiB that a paper may have`;
  return failed('source/too-large', reason, 'split it, or save it without its pictures');
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
