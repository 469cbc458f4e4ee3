import { FlowProducer, type JobsOptions, Queue, type Telemetry } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Settings } from '../settings.ts';
import type { DiscoverJob, FetchJob, PaperJob } from './jobs.ts';

/** Queues that every installation has; each host that papers are fetched from has one of its own besides. */
export const STEP_QUEUES = ['discover', 'fetch', 'read', 'store'] as const;

export type StepQueue = (typeof STEP_QUEUES)[number];

/** The first pause before a job is tried again, in milliseconds; it doubles from try to try. */
const FIRST_PAUSE = 1000;
/** Half of a pause is left to chance, so that jobs that failed together do not come back together. */
const JITTER = 0.5;
/** Jobs done that the dashboard can still show, in a queue. */
const KEPT_COMPLETED = 200;
/** Seconds for which a job that was given up is kept: 90 days. */
const KEPT_FAILED = 90 * 24 * 3600;

/** The queues as producers see them. */
export interface Queues {
  readonly redis: Redis;
  readonly prefix: string;
  readonly telemetry: Telemetry | undefined;
  readonly discover: Queue<DiscoverJob>;
  /** Papers on a disk. */
  readonly fetch: Queue<FetchJob>;
  readonly read: Queue<PaperJob>;
  readonly store: Queue<PaperJob>;
  readonly flows: FlowProducer;
  /** The queue of a web host, where discovery and fetching take turns. */
  host(host: string): Promise<Queue<FetchJob | DiscoverJob>>;
  /** Names of the hosts' queues, in alphabetical order. */
  hostQueues(): Promise<string[]>;
  /** Every queue there is. */
  all(): Promise<Queue[]>;
  close(): Promise<void>;
}

/** @param redis stays open when the queues are closed */
export function openQueues(redis: Redis, settings: Settings, telemetry?: Telemetry): Queues {
  const prefix = settings.queuePrefix;
  const shared = { connection: redis, prefix, ...(telemetry ? { telemetry } : {}) };
  const opened = new Map<string, Queue>();
  const open = (name: string) => {
    const queue = new Queue(name, { ...shared, defaultJobOptions: jobOptions(settings) });
    queue.on('error', ignoreLostConnection);
    opened.set(name, queue);
    return queue;
  };
  const [discover, fetch, read, store] = STEP_QUEUES.map(open) as [Queue, Queue, Queue, Queue];
  const flows = new FlowProducer(shared);
  flows.on('error', ignoreLostConnection);
  const hostsKey = `${prefix}:hosts`;
  const hostQueues = async () => (await redis.smembers(hostsKey)).sort();
  const openHost = async (name: string) => {
    const queue = open(name);
    await queue.setGlobalConcurrency(1);
    await queue.setGlobalRateLimit(1, settings.hostDelay);
    return queue;
  };
  return {
    redis,
    prefix,
    telemetry,
    discover,
    fetch,
    read,
    store,
    flows,
    hostQueues,
    async host(host) {
      const name = hostQueueName(host);
      const queue = opened.get(name) ?? (await openHost(name));
      await redis.sadd(hostsKey, name);
      return queue;
    },
    async all() {
      const hosts = (await hostQueues()).map((name) => opened.get(name) ?? open(name));
      return [discover, fetch, ...hosts, read, store];
    },
    async close() {
      await Promise.all([...opened.values(), flows].map((queue) => queue.close()));
    },
  };
}

/** A queue's name may hold no colon. */
function hostQueueName(host: string): string {
  return `fetch-${host.toLowerCase().replaceAll(':', '_')}`;
}

/** How each job is tried and kept. */
function jobOptions({ attempts }: Settings): JobsOptions {
  return {
    attempts,
    backoff: { type: 'exponential', delay: FIRST_PAUSE, jitter: JITTER },
    removeOnComplete: { count: KEPT_COMPLETED },
    removeOnFail: { age: KEPT_FAILED },
  };
}

/** ioredis connects again by itself; whoever waits for an answer gets it then. */
function ignoreLostConnection(): void {}
