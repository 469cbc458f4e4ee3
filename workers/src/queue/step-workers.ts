import { type Job, Worker, type WorkerOptions } from 'bullmq';
import type { DiscoverJob, FetchJob, PaperJob } from './jobs.ts';
import { processDiscover } from './processors/discover.ts';
import { processFetch } from './processors/fetch.ts';
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
  const worker: Worker = new Worker(queue, (job, token) => process(job, token!, worker), {
    ...workerOptions(tools),
    concurrency,
  });
  worker.on('error', (error) => tools.log.debug({ queue, error: error.message }, 'connection'));
  worker.on('completed', (job) => count(job, 'completed', tools));
  worker.on('failed', (job, error) => {
    if (!job) return;
    count(job, 'failed', tools);
    const givenUp = job.finishedOn !== undefined;
    const fields = { queue, job: job.id, paper: job.data.paper, origin: job.data.origin, reason: error.message };
    tools.log[givenUp ? 'error' : 'warn'](fields, givenUp ? 'given up' : 'will be tried again');
  });
  return worker;
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
