import { availableParallelism } from 'node:os';
import type { Archive } from '@scrutineer/ingest/archive';
import { type LoadOptions, loadSource, type Source } from '@scrutineer/ingest/sources';
import type { Message, StepResult } from '@scrutineer/model';
import { type Store, storedVersion } from '@scrutineer/store';
import { inOrder } from './in-order.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';
import type { Pool, Read } from './pool/pool.ts';
import { type ReadingLimits, readingPool } from './pool/reading-pool.ts';
import { archivePaper } from './steps/archive-paper.ts';
import type { ReadingResult } from './steps/read-and-extract.ts';
import { type IngestedPaper, type PaperIdentity, storePaper, storeSeenAgain } from './steps/store-paper.ts';

export interface IngestOptions {
  readonly store: Store;
  readonly archive: Archive;
  /** Papers read at the same time; all cores where it is not given. */
  readonly jobs?: number;
  /** Read again what the same extractor has read. */
  readonly force?: boolean;
  readonly load?: LoadOptions;
  readonly limits?: ReadingLimits;
  /** Reads papers; by default processes of its own. */
  readonly pool?: Pool<ReadingResult>;
}

/** How many papers for each process may be read ahead of the one that is written next. */
const AHEAD_PER_PROCESS = 4;

/**
 * Archives, reads, extracts and stores papers, many at a time. What comes out is in the order of the sources and the
 * same at any number of jobs, for papers are written one after the other. A paper that fails fails alone.
 *
 * @throws ArchiveError or StoreError where these cannot be used
 */
export async function* ingestPapers(sources: readonly Source[], options: IngestOptions): AsyncGenerator<IngestedPaper> {
  const { store, jobs = availableParallelism(), force = false } = options;
  const pool = options.pool ?? readingPool(Math.min(jobs, sources.length), options.limits);
  try {
    const read = (source: Source) => pool.withReader((reader) => readSource(source, options, reader));
    for await (const reading of inOrder(sources, jobs * AHEAD_PER_PROCESS, read)) {
      yield await storeReading(store, reading, force);
    }
  } finally {
    await pool.close();
  }
}

interface Reading {
  readonly source: Source;
  /** Null where the bytes could not be had. */
  readonly paper: PaperIdentity | null;
  /** Null where the store has it from the same extractor already. */
  readonly result: StepResult<ReadingResult> | null;
  /** To be told of the archive; no part of the paper. */
  readonly archived: readonly Message[];
}

async function readSource(source: Source, options: IngestOptions, read: Read<ReadingResult>): Promise<Reading> {
  const loaded = await loadSource(source, options.load);
  if (loaded.status === 'failed') return { source, paper: null, result: loaded, archived: [] };
  const { id, bytes } = loaded.value;
  const paper = { id, byteLength: bytes.byteLength, seenAt: new Date().toISOString() };
  const isKnown = !options.force && (await isStored(options.store, id));
  const archived = await archivePaper(options.archive, loaded.value);
  const result = isKnown ? null : await read(loaded.value);
  if (result?.status === 'failed') await archived.undo();
  return { source, paper, result, archived: archived.messages };
}

async function isStored(store: Store, id: string): Promise<boolean> {
  return (await storedVersion(store, id)) === PIPELINE_VERSION;
}

async function storeReading(store: Store, reading: Reading, force: boolean): Promise<IngestedPaper> {
  const { source, paper, result, archived } = reading;
  const stored =
    result === null
      ? await storeSeenAgain(store, source, paper!)
      : await storePaper(store, source, paper, result, { extractorVersion: PIPELINE_VERSION, force });
  return { ...stored, messages: [...archived, ...stored.messages] };
}
