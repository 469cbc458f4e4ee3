import { openArchive } from '@scrutineer/ingest/archive';
import type { Source } from '@scrutineer/ingest/sources';
import type { Store } from '@scrutineer/store';
import { type IngestedPaper, type IngestOptions, ingestPapers } from '@scrutineer/workers';
import type { Context } from './context.ts';
import { logMessages, namingFile } from './load-paper.ts';
import { counted } from './output/counted.ts';
import { createProgress, type Progress } from './output/progress.ts';

/** What is kept of each paper for the summary. */
export type Ingested = Omit<IngestedPaper, 'messages'>;

/** Ingests papers and tells how far it is: a bar on a terminal, else a line for each paper. */
export async function ingestWithProgress(
  context: Context,
  store: Store,
  sources: readonly Source[],
  options: Omit<IngestOptions, 'store' | 'archive'>,
): Promise<Ingested[]> {
  const { log, archivePath } = context;
  const progress = process.stderr.isTTY && !context.json ? createProgress(process.stderr, sources.length) : null;
  const ingested: Ingested[] = [];
  for await (const { messages, ...paper } of ingestPapers(sources, {
    ...options,
    store,
    archive: await openArchive(archivePath),
  })) {
    if (paper.outcome === 'failed' || messages.length > 0) progress?.clear();
    if (paper.outcome === 'failed') log('error', namingFile(paper.reason!, paper.source.file), logFields(paper));
    else logMessages(messages, paper.source.file, log);
    tellDone(paper, context, progress);
    ingested.push(paper);
  }
  progress?.clear();
  return ingested;
}

function tellDone(paper: Ingested, { log }: Context, progress: Progress | null): void {
  if (progress) progress.advance(paper.source.file);
  else if (paper.outcome !== 'failed') log('info', sentence(paper), logFields(paper));
}

function sentence({ source, outcome, observations }: Ingested): string {
  if (outcome === 'unchanged') return `${source.file}: read before`;
  return `${source.file}: ${counted(observations ?? 0, 'observation')}`;
}

function logFields({ source, outcome, observations }: Ingested) {
  return { file: source.file, origin: source.origin, outcome, observations };
}
