import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseSource } from '@scrutineer/ingest/sources';
import { openStore, type Store } from '@scrutineer/store';
import pino from 'pino';
import { connectRedis } from '../queue/connection.ts';
import { countJobs } from '../queue/dead-letters.ts';
import { enqueueSource } from '../queue/enqueue-source.ts';
import { openQueues, type Queues, STEP_QUEUES, type StepQueue } from '../queue/queues.ts';
import { type RunningWorker, startWorker } from '../queue/start-worker.ts';
import { type Settings, settingsOf } from '../settings.ts';

/** Queues of their own on a real Redis, a store, an archive and papers, for one test. */
export interface QueueScene {
  readonly queues: Queues;
  readonly store: Store;
  readonly settings: Settings;
  readonly lines: readonly LogLine[];
  path(name: string): string;
  write(name: string, text: string): string;
  enqueue(
    source: string,
    options?: { readonly urgency?: 'user' | 'backfill'; readonly force?: boolean },
  ): Promise<void>;
  work(steps?: readonly StepQueue[], changes?: Partial<Settings>): Promise<RunningWorker>;
  /** Waits until this holds, or too long. */
  until(holds: () => Promise<boolean> | boolean): Promise<void>;
  /** Waits until no job waits, runs or is to be tried again. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LogLine {
  readonly msg: string;
  readonly paper?: string;
  readonly origin?: string;
  readonly reason?: string;
}

/** Milliseconds. */
const PATIENCE = 40_000;
const LOOK = 20;

let scenes = 0;

export async function queueScene(
  redisUrl: string,
  store = 'store.db',
  changes: Partial<Settings> = {},
): Promise<QueueScene> {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-queue-'));
  const path = (name: string) => join(folder, name);
  scenes += 1;
  const settings: Settings = {
    ...settingsOf({ SCRUTINEER_ALLOWED_HOSTS: '127.0.0.1', SCRUTINEER_HOST_DELAY_SECONDS: '0.05' }),
    redisUrl,
    queuePrefix: `test-${process.pid}-${scenes}`,
    lockDuration: 1000,
    attempts: 3,
    paperFolders: [folder],
    monitor: null,
    ...changes,
  };
  const location = store.includes('://') ? store : path(store);
  const redis = await connectRedis(redisUrl);
  const queues = openQueues(redis, settings);
  const opened = await openStore(location);
  const workers: RunningWorker[] = [];
  const lines: LogLine[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line) as LogLine) });
  const until = async (holds: () => Promise<boolean> | boolean) => {
    for (const start = performance.now(); !(await holds()); await sleep(LOOK))
      if (performance.now() - start > PATIENCE) throw new Error(`it does not come: ${JSON.stringify(lines.slice(-5))}`);
  };
  return {
    queues,
    store: opened,
    settings,
    lines,
    path,
    until,
    write(name, text) {
      writeFileSync(path(name), text);
      return path(name);
    },
    async enqueue(source, options = {}) {
      await enqueueSource(queues, { source, spec: parseSource(source) }, { force: false, ...options });
    },
    async work(steps = STEP_QUEUES, changes = {}) {
      const plan = { settings: { ...settings, ...changes }, store: location, archive: path('archive'), log };
      const worker = await startWorker({ ...plan, steps, concurrency: 1 });
      workers.push(worker);
      return worker;
    },
    settled: () =>
      until(async () =>
        (await countJobs(queues)).every(({ waiting, active, delayed }) => waiting + active + delayed === 0),
      ),
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      for (const queue of await queues.all()) await queue.obliterate({ force: true });
      await redis.del(`${settings.queuePrefix}:hosts`, `${settings.queuePrefix}:mark`);
      await queues.close();
      await opened.close();
      redis.disconnect();
      rmSync(folder, { recursive: true });
    },
  };
}
