import type { Archive } from '@scrutineer/ingest/archive';
import type { Paper } from '@scrutineer/model';

/** A step that can be taken back where a later one fails. */
export interface Undoable {
  undo(): Promise<void>;
}

/** Keeps a paper's bytes. Undoing forgets them, unless they were kept before. */
export async function archivePaper(archive: Archive, paper: Paper): Promise<Undoable> {
  const added = await archive.put(paper.id, paper.bytes);
  return { undo: async () => (added ? archive.remove(paper.id) : undefined) };
}
