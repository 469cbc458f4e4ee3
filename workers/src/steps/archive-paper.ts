import type { Archive } from '@scrutineer/ingest/archive';
import type { Message, Paper } from '@scrutineer/model';

/** That a paper's bytes are kept. */
export interface Archived {
  /** To be told: what was kept of them before was damaged. */
  readonly messages: readonly Message[];
  /** Forgets them, unless they were kept before. */
  undo(): Promise<void>;
}

/** Keeps a paper's bytes; what is kept of them and damaged is mended. */
export async function archivePaper(archive: Archive, paper: Paper): Promise<Archived> {
  const kept = await archive.put(paper.id, paper.bytes);
  return {
    messages: kept === 'mended' ? [mended(paper)] : [],
    undo: async () => (kept === 'added' ? archive.remove(paper.id) : undefined),
  };
}

function mended({ file }: Paper): Message {
  const reason = `what the archive kept of ${file} was damaged, and is mended`;
  return { rule: 'archive/mended', severity: 'warning', reason, place: null };
}
