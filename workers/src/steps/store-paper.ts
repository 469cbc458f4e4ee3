import type { Source } from '@scrutineer/ingest/sources';
import { failureReason, type Message, type Paper, type StepResult } from '@scrutineer/model';
import { noteSeen, recordFailure, type Store, type WriteOutcome, writePaper } from '@scrutineer/store';
import type { ReadingResult } from './read-and-extract.ts';

/** What became of one paper. */
export interface IngestedPaper {
  readonly source: Source;
  readonly outcome: WriteOutcome | 'failed';
  /** True where something of the paper could not be read; `messages` say what. */
  readonly partial: boolean;
  /** Number of observations read; null where the paper was not read this time. */
  readonly observations: number | null;
  readonly messages: readonly Message[];
  /** One sentence where it failed. */
  readonly reason: string | null;
}

/** Who a paper is, when its bytes are no longer at hand. */
export type PaperIdentity = Pick<Paper, 'id'> & {
  readonly byteLength: number;
  /** ISO time (UTC) at which its bytes were taken. */
  readonly seenAt: string;
};

/** Writes what reading gave: the paper with its observations, or why it failed. */
export async function storePaper(
  store: Store,
  source: Source,
  paper: PaperIdentity | null,
  read: StepResult<ReadingResult>,
  options: { readonly extractorVersion: string; readonly force: boolean },
): Promise<IngestedPaper> {
  if (read.status === 'failed' || !paper) return storeFailure(store, source, paper, read.messages);
  const { mediaType, pages, extraction } = read.value;
  const outcome = await writePaper(
    store,
    {
      paper: { id: paper.id, byteLength: paper.byteLength, origin: source.origin, file: source.file, mediaType, pages },
      seenAt: paper.seenAt,
      extractorVersion: options.extractorVersion,
      status: read.status,
      messages: read.messages,
      extraction,
    },
    options,
  );
  if (outcome === 'unchanged') return readBefore(source);
  const observations = extraction.observations.length;
  return { source, outcome, partial: read.status === 'partial', observations, messages: read.messages, reason: null };
}

async function storeFailure(
  store: Store,
  source: Source,
  paper: PaperIdentity | null,
  messages: readonly Message[],
): Promise<IngestedPaper> {
  const { origin, file } = source;
  await recordFailure(store, {
    origin,
    file,
    paper: paper?.id ?? null,
    byteLength: paper?.byteLength ?? null,
    messages,
  });
  return { source, outcome: 'failed', partial: false, observations: null, messages, reason: failureReason(messages) };
}

/** Notes that a paper which the store holds, read by this very extractor, was seen again. */
export async function storeSeenAgain(store: Store, source: Source, paper: PaperIdentity): Promise<IngestedPaper> {
  await noteSeen(store, { id: paper.id, origin: source.origin, file: source.file, seenAt: paper.seenAt });
  return readBefore(source);
}

/** The same whether the paper's twin was stored before this run or, with luck in timing, during it. */
function readBefore(source: Source): IngestedPaper {
  return { source, outcome: 'unchanged', partial: false, observations: null, messages: [], reason: null };
}
