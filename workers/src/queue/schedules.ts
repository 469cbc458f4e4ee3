import { hostOfSource, type NamedSource } from './enqueue-source.ts';
import { type DiscoverJob, discoverJobId, PRIORITY } from './jobs.ts';
import type { Queues } from './queues.ts';

/** How often a source is searched: by a pattern of cron, or every so many milliseconds. */
export type Rhythm = { readonly pattern: string } | { readonly every: number };

/** A source that is searched again and again. */
export interface Schedule {
  readonly source: string;
  readonly rhythm: Rhythm;
  /** ISO time; null where it is not known. */
  readonly next: string | null;
}

/** Searches a source now and in this rhythm from now on; asking again changes the rhythm. */
export async function scheduleSource(queues: Queues, { source, spec }: NamedSource, rhythm: Rhythm): Promise<void> {
  const host = hostOfSource(spec);
  const queue = host === null ? queues.discover : await queues.host(host);
  const data: DiscoverJob = { source, spec, urgency: 'backfill', force: false, checkpoint: null, found: 0 };
  await queue.upsertJobScheduler(discoverJobId(source), rhythm, {
    name: 'discover',
    data,
    opts: { ...queue.defaultJobOptions, priority: PRIORITY.backfill },
  });
}

export async function listSchedules(queues: Queues): Promise<Schedule[]> {
  const schedules: Schedule[] = [];
  for (const queue of await queues.all()) {
    for (const { pattern, every, next, template } of await queue.getJobSchedulers()) {
      const { source } = (template?.data ?? {}) as Partial<DiscoverJob>;
      if (source === undefined) continue;
      schedules.push({
        source,
        rhythm: pattern ? { pattern } : { every: Number(every) },
        next: next ? new Date(next).toISOString() : null,
      });
    }
  }
  return schedules.sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** @returns whether there was such a schedule */
export async function removeSchedule(queues: Queues, source: string): Promise<boolean> {
  const removed = await Promise.all(
    (await queues.all()).map((queue) => queue.removeJobScheduler(discoverJobId(source))),
  );
  return removed.some(Boolean);
}
