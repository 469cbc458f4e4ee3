import type { Archive } from '@scrutineer/ingest/archive';
import { loadSource, type PoliteFetcher, type PoliteResult, type Source } from '@scrutineer/ingest/sources';
import { type FetchRecord, failed, type StepResult, sha256 } from '@scrutineer/model';
import { lastFetch, recordFetch, type Store } from '@scrutineer/store';

/** A paper whose bytes the archive holds. */
export interface ArchivedPaper {
  /** sha256 of the bytes, hex. */
  readonly id: string;
  readonly byteLength: number;
  /** ISO time at which they were taken. */
  readonly seenAt: string;
}

/** Why a paper was not fetched, and when it may be tried again. */
export interface FetchProblem {
  readonly reason: string;
  /** Trying again would give the same. */
  readonly permanent: boolean;
  /** Milliseconds for which the host asked to be left alone; null where it did not. */
  readonly retryAfter: number | null;
}

export type Fetched =
  | { readonly paper: ArchivedPaper; readonly problem: null }
  | { readonly paper: null; readonly problem: FetchProblem };

export interface FetchTools {
  readonly store: Store;
  readonly archive: Archive;
  readonly fetcher: PoliteFetcher;
}

/** Takes a paper from where it is into the archive; a request to a web host is recorded, whatever came of it. */
export async function fetchPaper(source: Source, tools: FetchTools): Promise<Fetched> {
  return source.kind === 'file' ? takeFile(source, tools) : fetchFromHost(source, tools);
}

async function takeFile(source: Source, { archive }: FetchTools): Promise<Fetched> {
  const loaded = await loadSource(source);
  if (loaded.status === 'failed') return { paper: null, problem: permanent(loaded) };
  const { id, bytes } = loaded.value;
  await archive.put(id, bytes);
  return { paper: { id, byteLength: bytes.byteLength, seenAt: new Date().toISOString() }, problem: null };
}

function permanent({ messages }: Extract<StepResult<unknown>, { status: 'failed' }>): FetchProblem {
  return { reason: messages[0]!.reason, permanent: true, retryAfter: null };
}

async function fetchFromHost(source: Source, { store, archive, fetcher }: FetchTools): Promise<Fetched> {
  const before = await lastWhole(source, { store, archive });
  const result = await fetcher.fetch(source.origin, {
    kind: 'paper',
    ...(before ? { previous: validatorsOf(before) } : {}),
  });
  if (result.outcome === 'fetched') {
    const id = sha256(result.bytes);
    await archive.put(id, result.bytes);
    await recordFetch(store, { ...result.record, paper: id });
    return { paper: { id, byteLength: result.bytes.byteLength, seenAt: result.record.fetchedAt }, problem: null };
  }
  if (result.outcome === 'not-modified' && before?.paper) {
    await recordFetch(store, { ...result.record, paper: before.paper, byteLength: before.byteLength });
    return { paper: { id: before.paper, byteLength: before.byteLength ?? 0, seenAt: before.fetchedAt }, problem: null };
  }
  await recordFetch(store, result.record);
  return { paper: null, problem: problemOf(result) };
}

/** The last request whose bytes the archive holds whole: where they are gone or damaged, they are asked for anew. */
async function lastWhole(
  { origin }: Source,
  { store, archive }: Pick<FetchTools, 'store' | 'archive'>,
): Promise<FetchRecord | null> {
  const last = await lastFetch(store, origin);
  return last?.paper && (await archive.check(last.paper)) === 'whole' ? last : null;
}

function validatorsOf({ headers }: FetchRecord): { etag?: string; lastModified?: string } {
  const { etag, 'last-modified': lastModified } = headers;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function problemOf(result: Exclude<PoliteResult, { outcome: 'fetched' }>): FetchProblem {
  if (result.outcome === 'not-modified')
    return {
      reason: 'the site says that nothing changed, though nothing was fetched before',
      permanent: false,
      retryAfter: null,
    };
  return { reason: result.reason, permanent: result.permanent, retryAfter: result.retryAfter ?? null };
}

/** The failure of a fetch as the store records it. */
export function failureOf({ reason }: FetchProblem): Extract<StepResult<never>, { status: 'failed' }> {
  return failed('source/not-fetched', reason) as Extract<StepResult<never>, { status: 'failed' }>;
}
