import {
  DelayedError,
  type Job,
  RateLimitError,
  UnrecoverableError,
  WaitingChildrenError,
  WaitingError,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { recordGivenUp } from './given-up.ts';
import type { DiscoverJob, FetchJob, PaperJob } from './jobs.ts';
import { processDiscover } from './processors/discover.ts';
import { processFetch } from './processors/fetch.ts';
import { isLastAttempt } from './processors/last-attempt.ts';
import { processRead } from './processors/read.ts';
import { processStore } from './processors/store.ts';
import type { StepQueue } from './queues.ts';
import type { StepTools } from './step-tools.ts';

/** Files that one worker takes from a disk at a time: hashing one while another is read. */
const FILES_AT_ONCE = 2;
/** Papers that one worker stores at a time. */
const STORED_AT_ONCE = 2;
/** A job whose worker died is taken up by another so often; one that kills its worker each time is then given up. */
const MOST_STALLS = 5;
/** Milliseconds until a job is tried again whose failure could not be written down. */
const UNTIL_WRITABLE = 10_000;

/** The workers of one step on a queue of its own. */
export function startStepWorker(step: StepQueue, concurrency: number, tools: StepTools): Worker {
  switch (step) {
    case 'discover':
      return start(step, 1, tools, (job, _, worker) => discoverWith(job as Job<DiscoverJob>, tools, worker));
    case 'fetch':
      return start(step, FILES_AT_ONCE, tools, (job, _, worker) => fetchWith(job as Job<FetchJob>, tools, worker));
    case 'read':
      return start(step, concurrency, tools, (job, token) => processRead(job as Job<PaperJob>, token, tools));
    case 'store':
      return start(step, STORED_AT_ONCE, tools, (job) => processStore(job as Job<PaperJob>, tools));
  }
}

/** The worker of a web host: its pages are searched and its papers fetched one at a time. */
export function startHostWorker(queue: string, tools: StepTools): Worker {
  return start(queue, 1, tools, (job, _, worker) =>
    job.name === 'discover'
      ? discoverWith(job as Job<DiscoverJob>, tools, worker)
      : fetchWith(job as Job<FetchJob>, tools, worker),
  );
}

function discoverWith(job: Job<DiscoverJob>, tools: StepTools, worker: Worker) {
  return processDiscover(job, tools, (milliseconds) => worker.rateLimit(milliseconds));
}

function fetchWith(job: Job<FetchJob>, tools: StepTools, worker: Worker) {
  return processFetch(job, tools, (milliseconds) => worker.rateLimit(milliseconds));
}

type Process = (job: Job, token: string, worker: Worker) => Promise<unknown>;

function start(queue: string, concurrency: number, tools: StepTools, process: Process): Worker {
  const worker: Worker = new Worker(
    queue,
    (job, token) => writingDown(job, token!, () => process(job, token!, worker), tools),
    { ...workerOptions(tools), concurrency },
  );
  worker.on('error', (error) => tools.log.debug({ queue, error: error.message }, 'connection'));
  worker.on('completed', (job) => count(job, 'completed', tools));
  worker.on('failed', (job, error) => {
    if (!job) return;
    count(job, 'failed', tools);
    const givenUp = job.finishedOn !== undefined;
    const fields = { queue, job: job.id, paper: job.data.paper, origin: job.data.origin, reason: error.message };
    tools.log[givenUp ? 'error' : 'warn'](fields, givenUp ? 'given up' : 'will be tried again');
    // A job that killed its workers is given up by the queue, and nobody else knows.
    if (givenUp && isWrittenDown(job) && !written.has(error))
      recordGivenUp(job, error, tools).catch((refusal) =>
        tools.log.error({ ...fields, refusal: refusal.message }, 'not written down'),
      );
  });
  return worker;
}

/** Errors that are written down in the store already. */
const written = new WeakSet<Error>();

/**
 * Does the work of a job. Where it is given up, the store is told before the queue: a worker that dies in between has the
 * job done again, and a job whose failure cannot be written yet is not given up yet.
 */
async function writingDown<T>(job: Job, token: string, work: () => Promise<T>, tools: StepTools): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const ends =
      error instanceof UnrecoverableError || (error instanceof Error && !isOrder(error) && isLastAttempt(job));
    if (!ends || !isWrittenDown(job)) throw error;
    try {
      await recordGivenUp(job, error, tools);
    } catch (refusal) {
      tools.log.warn({ queue: job.queueName, job: job.id, reason: (refusal as Error).message }, 'not given up yet');
      await job.moveToDelayed(Date.now() + UNTIL_WRITABLE, token);
      throw new DelayedError();
    }
    written.add(error);
    throw error;
  }
}

/** What tells BullMQ what to do with a job, and is no failure. */
function isOrder(error: Error): boolean {
  const orders = [DelayedError, RateLimitError, WaitingChildrenError, WaitingError];
  return orders.some((kind) => error instanceof kind);
}

/** Of a reading that is given up, storing tells: it comes next in any case. */
function isWrittenDown({ queueName }: Job): boolean {
  return queueName !== 'read';
}

function workerOptions({ queues, settings }: StepTools): WorkerOptions {
  return {
    connection: queues.redis,
    prefix: queues.prefix,
    lockDuration: settings.lockDuration,
    stalledInterval: settings.lockDuration,
    maxStalledCount: MOST_STALLS,
    ...(queues.telemetry ? { telemetry: queues.telemetry } : {}),
  };
}

function count({ queueName, processedOn, finishedOn }: Job, outcome: string, { metrics }: StepTools): void {
  const queue = queueName.startsWith('fetch-') ? 'fetch' : queueName;
  metrics.jobs.inc({ queue, outcome });
  if (processedOn !== undefined)
    metrics.durations.observe({ queue }, ((finishedOn ?? Date.now()) - processedOn) / 1000);
}
