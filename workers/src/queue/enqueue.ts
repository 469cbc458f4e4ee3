import type { JobsOptions } from 'bullmq';
import {
  type DiscoverJob,
  discoverJobId,
  type FetchJob,
  fetchJobId,
  type PaperJob,
  PRIORITY,
  paperJobId,
} from './jobs.ts';
import type { Queues } from './queues.ts';

/** Jobs that go to Redis in one request. */
const BATCH = 1000;

/** Enqueues papers to be fetched; one that waits already is not enqueued twice. */
export async function enqueueFetches(queues: Queues, jobs: readonly FetchJob[]): Promise<void> {
  for (const [host, ofHost] of byHost(jobs)) {
    const queue = host === null ? queues.fetch : await queues.host(host);
    for (let from = 0; from < ofHost.length; from += BATCH) {
      const batch = ofHost.slice(from, from + BATCH);
      await queue.addBulk(
        batch.map((data) => ({ name: 'fetch', data, opts: optionsOf(data, fetchJobId(data.origin)) })),
      );
    }
  }
}

/** Enqueues the search of a source for papers. */
export async function enqueueDiscovery(queues: Queues, job: DiscoverJob, host: string | null): Promise<void> {
  const queue = host === null ? queues.discover : await queues.host(host);
  await queue.add('discover', job, optionsOf(job, discoverJobId(job.source)));
}

/**
 * Enqueues what follows a fetch: reading, then storing. Whatever becomes of reading, storing runs and writes it down.
 * Asking again for what is under way changes nothing; what was given up begins anew.
 */
export async function enqueueReading(queues: Queues, job: PaperJob): Promise<void> {
  const jobId = paperJobId(job);
  const state = await queues.store.getJobState(jobId);
  if (state === 'failed' || state === 'completed') await queues.store.remove(jobId, { removeChildren: true });
  else if (state !== 'unknown') return;
  await queues.read.remove(jobId);
  const options = { ...queues.store.defaultJobOptions, jobId, priority: PRIORITY[job.urgency], removeOnComplete: true };
  await queues.flows.add({
    name: 'store',
    queueName: queues.store.name,
    data: job,
    opts: options,
    children: [
      { name: 'read', queueName: queues.read.name, data: job, opts: { ...options, ignoreDependencyOnFailure: true } },
    ],
  });
}

function optionsOf({ urgency }: FetchJob | DiscoverJob, id: string): JobsOptions {
  return { priority: PRIORITY[urgency], deduplication: { id } };
}

function byHost(jobs: readonly FetchJob[]): Map<string | null, FetchJob[]> {
  const groups = new Map<string | null, FetchJob[]>();
  for (const job of jobs) {
    const host = job.kind === 'url' ? new URL(job.origin).host : null;
    const group = groups.get(host);
    if (group) group.push(job);
    else groups.set(host, [job]);
  }
  return groups;
}
