import type { PaperRecord, PaperTree } from '@scrutineer/model';
import type { Context } from './context.ts';

/** Reads a stored paper again from the archive; null where its bytes or its text are no longer to be had. */
export async function storedTree(context: Context, paper: PaperRecord): Promise<PaperTree | null> {
  const { openArchive } = await import('@scrutineer/ingest/archive');
  const bytes = await (await openArchive(context.archivePath)).get(paper.id);
  if (!bytes) {
    context.log('warning', `${paper.file} is not in the archive ${context.archivePath}`);
    return null;
  }
  const { readTreeApart } = await import('@scrutineer/workers/reading-pool');
  const read = await readTreeApart({ id: paper.id, file: paper.file, bytes });
  return read.status === 'failed' ? null : read.value;
}
