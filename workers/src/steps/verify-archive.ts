import type { Archive, KeptState } from '@scrutineer/ingest/archive';
import { type LoadOptions, loadSource, type Source } from '@scrutineer/ingest/sources';
import { failureReason } from '@scrutineer/model';
import type { StoredPaper } from '@scrutineer/store';

/** How the archive keeps a stored paper. */
export interface VerifiedPaper {
  readonly paper: StoredPaper;
  readonly state: KeptState | 'repaired';
  /** Why it was not repaired; null where nothing was to be done, or was asked for. */
  readonly reason: string | null;
}

/**
 * Reads the bytes of every paper in the archive, and says whether they are those that the store speaks of.
 *
 * @param options.repair takes bytes that are damaged or missing from where the paper came from, if they still stand there
 * @throws ArchiveError where the archive cannot be used
 */
export async function* verifyArchive(
  papers: readonly StoredPaper[],
  archive: Archive,
  options: { readonly repair?: boolean; readonly load?: LoadOptions } = {},
): AsyncGenerator<VerifiedPaper> {
  for (const paper of papers) {
    const state = await archive.check(paper.id);
    if (state === 'whole' || !options.repair) yield { paper, state, reason: null };
    else yield await repaired(paper, state, archive, options.load);
  }
}

/** Tries where the paper stands now first, then where it stood once. */
async function repaired(
  paper: StoredPaper,
  state: KeptState,
  archive: Archive,
  load: LoadOptions = {},
): Promise<VerifiedPaper> {
  const reasons: string[] = [];
  for (const { origin, file } of paper.origins.toSorted((a, b) => Number(b.current) - Number(a.current))) {
    const loaded = await loadSource(sourceAt(origin, file), load);
    if (loaded.status === 'failed') reasons.push(failureReason(loaded.messages));
    else if (loaded.value.id !== paper.id) reasons.push(`other bytes stand at ${origin} by now`);
    else {
      await archive.put(paper.id, loaded.value.bytes);
      return { paper, state: 'repaired', reason: null };
    }
  }
  return { paper, state, reason: reasons.join('; ') };
}

function sourceAt(origin: string, file: string): Source {
  return { kind: /^https?:/.test(origin) ? 'url' : 'file', origin, file };
}
