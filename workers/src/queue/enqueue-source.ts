import type { SourceSpec } from '@scrutineer/ingest/sources';
import { enqueueDiscovery, enqueueFetches } from './enqueue.ts';
import type { Urgency } from './jobs.ts';
import type { Queues } from './queues.ts';

/** A source as it was typed, and what is meant by it. */
export interface NamedSource {
  readonly source: string;
  readonly spec: SourceSpec;
}

/**
 * Enqueues a source: a file or a URL as the paper it is, all else as a search that enqueues the papers it finds.
 * Papers that somebody names go before those that a search finds, unless the urgency is given.
 *
 * @returns what was enqueued
 */
export async function enqueueSource(
  queues: Queues,
  { source, spec }: NamedSource,
  options: { readonly urgency?: Urgency; readonly force: boolean },
): Promise<'paper' | 'search'> {
  const { force } = options;
  if (spec.kind === 'file' || spec.kind === 'url') {
    const { urgency = 'user' } = options;
    await enqueueFetches(queues, [{ kind: spec.kind, origin: spec.origin, file: spec.file, urgency, force }]);
    return 'paper';
  }
  const { urgency = 'backfill' } = options;
  await enqueueDiscovery(queues, { source, spec, urgency, force, checkpoint: null, found: 0 }, hostOfSource(spec));
  return 'search';
}

/** The host that a source is on, in whose queue its search takes turns; null for one on a disk. */
export function hostOfSource(spec: SourceSpec): string | null {
  return 'url' in spec ? new URL(spec.url).host : null;
}
