import type { Job, Queue } from 'bullmq';
import { enqueueReading } from './enqueue.ts';
import type { PaperJob } from './jobs.ts';
import type { Queues } from './queues.ts';

/** Jobs that a page of a listing asks Redis for at a time. */
const PAGE = 500;

/** How many jobs a queue holds, by state. */
export interface QueueCounts {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  /** To be tried again after a pause, or by a schedule. */
  readonly delayed: number;
  /** Given up. */
  readonly failed: number;
}

/** A job that was given up. */
export interface DeadLetter {
  readonly queue: string;
  readonly job: string;
  /** The paper's origin, or the source that was to be searched. */
  readonly origin: string;
  /** sha256 of the paper's bytes; null where they could not be had. */
  readonly paper: string | null;
  readonly reason: string;
  readonly attempts: number;
  /** ISO time of the last attempt. */
  readonly at: string | null;
}

export async function countJobs(queues: Queues): Promise<QueueCounts[]> {
  return Promise.all(
    (await queues.all()).map(async (queue) => {
      const counts = await queue.getJobCounts();
      const sum = (...states: string[]) => states.reduce((total, state) => total + (counts[state] ?? 0), 0);
      return {
        queue: queue.name,
        waiting: sum('waiting', 'prioritized', 'paused', 'waiting-children'),
        active: sum('active'),
        delayed: sum('delayed'),
        failed: sum('failed'),
      };
    }),
  );
}

/** Jobs that were given up, newest first in each queue. */
export async function* listDeadLetters(queues: Queues): AsyncGenerator<DeadLetter> {
  for await (const { queue, job } of failedJobs(queues)) {
    yield {
      queue: queue.name,
      job: job.id!,
      origin: job.data.origin ?? job.data.source,
      paper: job.data.paper ?? null,
      reason: job.failedReason,
      attempts: job.attemptsMade,
      at: job.finishedOn ? new Date(job.finishedOn).toISOString() : null,
    };
  }
}

/**
 * Tries again what was given up: all, or the jobs that are named.
 *
 * @returns the number of jobs that were put back
 */
export async function retryDeadLetters(queues: Queues, ids: readonly string[] = []): Promise<number> {
  const wanted = [];
  for await (const found of failedJobs(queues)) if (ids.length === 0 || ids.includes(found.job.id!)) wanted.push(found);
  for (const { queue, job } of wanted) await retry(queues, queue, job);
  return wanted.length;
}

/** Reading and storing begin anew together: storing went on without the one, and may lack what the other had read. */
async function retry(queues: Queues, queue: Queue, job: Job): Promise<void> {
  if (queue.name !== queues.read.name && queue.name !== queues.store.name)
    return job.retry('failed', { resetAttemptsMade: true });
  await job.remove();
  await enqueueReading(queues, job.data as PaperJob);
}

/**
 * Takes all waiting jobs out of the queues; those under way go on, and those that were given up stay listed.
 * The queues rest meanwhile: a job whose child is taken away would be taken for ready.
 *
 * @returns the number of jobs taken out
 */
export async function drainQueues(queues: Queues): Promise<number> {
  const all = await queues.all();
  for (const queue of all) await queue.pause();
  // Before any is taken out: jobs that waited for those would be counted as waiting themselves.
  const counts = await Promise.all(all.map((queue) => queue.getJobCountByTypes('waiting', 'prioritized', 'delayed')));
  for (const queue of all) await queue.drain(true);
  for (const queue of all) await queue.resume();
  return counts.reduce((total, count) => total + count, 0);
}

async function* failedJobs(queues: Queues): AsyncGenerator<{ readonly queue: Queue; readonly job: Job }> {
  for (const queue of await queues.all()) {
    for (let from = 0; ; from += PAGE) {
      const jobs = await queue.getFailed(from, from + PAGE - 1);
      for (const job of jobs) if (job) yield { queue, job: job as Job };
      if (jobs.length < PAGE) break;
    }
  }
}
