import { availableParallelism } from 'node:os';
import { openArchive } from '@scrutineer/ingest/archive';
import { createPoliteFetcher } from '@scrutineer/ingest/sources';
import { openStore, pingStore } from '@scrutineer/store';
import type { Logger } from 'pino';
import { countQueues, createMetrics } from '../monitor/metrics.ts';
import { startMonitorServer } from '../monitor/monitor-server.ts';
import { readingPool } from '../pool/reading-pool.ts';
import type { Settings } from '../settings.ts';
import { connectRedis } from './connection.ts';
import { startHostWorkers } from './host-workers.ts';
import { watchMark } from './queue-mark.ts';
import { openQueues, type StepQueue } from './queues.ts';
import { redisWarnings } from './redis-warnings.ts';
import type { StepTools } from './step-tools.ts';
import { startStepWorker } from './step-workers.ts';

export interface WorkerPlan {
  readonly settings: Settings;
  /** SQLite file or postgres:// URL. */
  readonly store: string;
  /** Folder or s3:// URL. */
  readonly archive: string;
  /** Steps that this worker takes part in. */
  readonly steps: readonly StepQueue[];
  /** Papers read at the same time; all cores where it is not given. */
  readonly concurrency?: number;
  readonly log: Logger;
}

export interface RunningWorker {
  /** Where `/health` and `/metrics` answer; null where they do not. */
  readonly monitor: string | null;
  /** Finishes what was begun, or gives it back where that takes longer than the settings allow. */
  stop(): Promise<void>;
}

/**
 * Starts a worker: it takes jobs until it is stopped. Connections that are lost later are made anew.
 *
 * @throws QueueUnreachableError, StoreUnreachableError or ArchiveError within five seconds where these cannot be used
 */
export async function startWorker(plan: WorkerPlan): Promise<RunningWorker> {
  const { settings, log, concurrency = availableParallelism() } = plan;
  const closers: (() => Promise<unknown>)[] = [];
  try {
    return await start();
  } catch (error) {
    await closeAll(closers);
    throw error;
  }

  async function start(): Promise<RunningWorker> {
    const tracing = settings.tracesTo === null ? null : (await import('../monitor/tracing.ts')).startTracing();
    if (tracing) closers.push(() => tracing.close());
    const redis = await connectRedis(settings.redisUrl);
    closers.push(async () => redis.disconnect());
    const store = await openStore(plan.store);
    closers.push(() => store.close());
    const archive = await openArchive(plan.archive);
    for (const warning of await redisWarnings(redis)) log.warn(warning);
    const mark = await watchMark({ redis, archive, settings, log });
    closers.push(async () => mark.close());
    const queues = openQueues(redis, settings, tracing?.telemetry);
    closers.push(() => queues.close());
    const pool = readingPool(plan.steps.includes('read') ? concurrency : 0, settings);
    closers.push(() => pool.close());
    const metrics = createMetrics();
    countQueues(metrics, queues);
    const stopping = new AbortController();
    const fetcher = createPoliteFetcher({
      allowedHosts: settings.allowedHosts,
      minimumDelay: settings.hostDelay,
      ...(settings.contact === null ? {} : { contact: settings.contact }),
    });
    const tools: StepTools = {
      store,
      archive,
      pool,
      fetcher,
      queues,
      settings,
      log,
      metrics,
      stopping: stopping.signal,
    };
    const workers = [
      ...plan.steps.map((step) => startStepWorker(step, concurrency, tools)),
      ...(plan.steps.includes('fetch') ? [startHostWorkers(tools)] : []),
    ];
    const monitor =
      settings.monitor &&
      (await startMonitorServer(
        settings.monitor,
        metrics,
        { redis: () => redis.ping(), store: () => pingStore(store) },
        settings.serverNames,
      ));
    if (monitor) closers.push(() => monitor.close());
    log.info({ steps: plan.steps, concurrency, monitor: monitor?.url }, 'worker started');
    return {
      monitor: monitor?.url ?? null,
      async stop() {
        log.info('stopping');
        const timer = setTimeout(() => stopping.abort(), settings.grace);
        await Promise.all(workers.map((worker) => worker.close()));
        clearTimeout(timer);
        await closeAll(closers);
        log.info('stopped');
      },
    };
  }
}

/** The last that was opened is closed first. */
async function closeAll(closers: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers.toReversed()) await close().catch(() => {});
}
