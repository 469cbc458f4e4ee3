import { listPapers, type Store } from '@scrutineer/store';
import { PIPELINE_VERSION } from '../pipeline-version.ts';
import { enqueueReading } from './enqueue.ts';
import type { Queues } from './queues.ts';

/**
 * Enqueues the reading of every stored paper that another version of this program read. The bytes are in the archive.
 *
 * @returns the number of papers
 */
export async function enqueueOutdated(queues: Queues, store: Store): Promise<number> {
  const outdated = (await listPapers(store)).filter((paper) => paper.extractorVersion !== PIPELINE_VERSION);
  for (const { id, origin, file, byteLength, origins } of outdated) {
    const { seenAt } = origins.find((seen) => seen.origin === origin)!;
    const kind = /^https?:/.test(origin) ? 'url' : 'file';
    const paper = { kind, origin, file, paper: id, byteLength, seenAt } as const;
    await enqueueReading(queues, { ...paper, urgency: 'backfill', force: false });
  }
  return outdated.length;
}
