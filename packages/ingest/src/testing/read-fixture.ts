import type { PaperTree } from '@scrutineer/model';
import { failureReason } from '@scrutineer/model';
import { readPaper } from '../readers/read-paper.ts';

/** The tree of a paper that must be readable. */
export async function readTree(bytes: Uint8Array | string, file: string): Promise<PaperTree> {
  const result = await readPaper(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, file);
  if (result.status === 'failed') throw new Error(failureReason(result.messages));
  return result.value;
}
