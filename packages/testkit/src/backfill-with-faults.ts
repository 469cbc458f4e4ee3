import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from './service.ts';
import { type LogLine, runScrutineer, startWorkerProcess, type WorkerProcess } from './worker-process.ts';

/** What goes wrong while a backfill runs. */
export interface Faults {
  /** Workers killed (SIGKILL) and started anew. */
  readonly kills: number;
  /** How often each of Redis and PostgreSQL is restarted. */
  readonly restarts: number;
}

export interface Backfill {
  /** Folder of papers. */
  readonly papers: string;
  /** How many papers it holds. */
  readonly count: number;
  /** Folder for the archive. */
  readonly archive: string;
  readonly workers: number;
  readonly redis: Service;
  readonly postgres: Service;
  readonly faults: Faults;
}

export interface BackfillOutcome {
  readonly kills: number;
  readonly restarts: number;
  /** Observations of the store as JSON Lines. */
  readonly observations: string;
  /** Origins of the papers that failed, in alphabetical order. */
  readonly failed: readonly string[];
  /** Papers in the store. */
  readonly stored: number;
  /** Milliseconds from the first worker's start to the last paper's end. */
  readonly time: number;
  /** Lines that workers wrote and that are no log: crashes. */
  readonly crashes: readonly string[];
}

/** Seconds after which a job of a killed worker is taken up by another; short, so that a test need not wait. */
const LOCK_SECONDS = '3';
/** Milliseconds between two looks at how far it is. */
const LOOK = 100;
/** Without any progress for so long, in milliseconds, it is stuck. */
const PATIENCE = 90_000;

/**
 * Runs a backfill of a folder on worker processes and does them harm, spread evenly over its course: after each share
 * of the papers one worker is killed, and at even distances Redis and PostgreSQL are restarted.
 *
 * @throws Error where it does not come to its end
 */
export async function backfillWithFaults(backfill: Backfill): Promise<BackfillOutcome> {
  const { redis, postgres, workers: count, faults } = backfill;
  const environment = {
    REDIS_URL: redis.url,
    SCRUTINEER_STORE: postgres.url,
    SCRUTINEER_ARCHIVE: backfill.archive,
    SCRUTINEER_LOCK_SECONDS: LOCK_SECONDS,
    SCRUTINEER_MONITOR: 'off',
  };
  const ended = new Set<string>();
  const crashes: string[] = [];
  const onLine = (line: LogLine) => {
    if (line.outcome !== undefined) ended.add(line.origin!);
    if (!('level' in line) && !line.msg.includes('cannot be reached')) crashes.push(line.msg);
  };
  const start = () => startWorkerProcess(['--concurrency', '1'], environment, onLine);
  await runScrutineer(['enqueue', backfill.papers], environment);
  const started = performance.now();
  const workers = Array.from({ length: count }, () => supervise(start));
  const harm = harmInOrder(backfill, { kill: (turn) => workers[turn % workers.length]!.kill() });
  try {
    for (const [share, inflict] of harm) {
      await reached(() => ended.size, Math.floor(share * backfill.count));
      await inflict();
    }
    await allDone(environment, () => ended.size);
    const time = performance.now() - started;
    return { ...faults, ...(await resultOf(environment)), time, crashes };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** Exit code of a worker that finds a service away when it starts. */
const SERVICE_AWAY = 3;
/** Milliseconds after which it is started again. */
const RESTART_AFTER = 300;

/** A worker that is started again whenever it ends, as the system it runs on would do. */
function supervise(start: () => WorkerProcess): { kill(): Promise<void>; stop(): Promise<void> } {
  let worker = start();
  let stopping = false;
  const watch = async (): Promise<void> => {
    const code = await worker.ended;
    if (stopping) return;
    if (code !== null && code !== SERVICE_AWAY) throw new Error(`a worker ended by itself, with ${code}`);
    if (code === SERVICE_AWAY) await sleep(RESTART_AFTER);
    if (stopping) return;
    worker = start();
    return watch();
  };
  const watching = watch();
  return {
    async kill() {
      const { process, ended } = worker;
      process.kill('SIGKILL');
      await ended;
    },
    async stop() {
      stopping = true;
      worker.process.kill('SIGTERM');
      await worker.ended;
      await watching;
    },
  };
}

type Harm = readonly [share: number, inflict: () => Promise<void>];

function harmInOrder(
  { faults, redis, postgres }: Backfill,
  { kill }: { readonly kill: (turn: number) => Promise<void> },
): Harm[] {
  const evenly = (times: number, inflict: (turn: number) => Promise<void>): Harm[] =>
    Array.from({ length: times }, (_, turn) => [(turn + 1) / (times + 1), () => inflict(turn)]);
  return [
    ...evenly(faults.kills, kill),
    ...evenly(faults.restarts, () => redis.restart()),
    ...evenly(faults.restarts, () => postgres.restart()),
  ].sort(([a], [b]) => a - b);
}

async function reached(progress: () => number, goal: number): Promise<void> {
  let [last, since] = [progress(), performance.now()];
  while (progress() < goal) {
    await sleep(LOOK);
    if (progress() > last) [last, since] = [progress(), performance.now()];
    if (performance.now() - since > PATIENCE) throw new Error(`no progress beyond ${last} papers (of ${goal} awaited)`);
  }
}

interface Counts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

/** Waits until no queue holds a job. */
async function allDone(environment: Readonly<Record<string, string>>, progress: () => number): Promise<void> {
  let [last, since] = [progress(), performance.now()];
  for (;;) {
    const lines = (await runScrutineer(['jobs', '--format', 'jsonl'], environment)).trim().split('\n');
    const left = lines.map((line) => JSON.parse(line) as Counts);
    if (left.every(({ waiting, active, delayed }) => waiting + active + delayed === 0)) return;
    if (progress() > last) [last, since] = [progress(), performance.now()];
    if (performance.now() - since > PATIENCE) throw new Error(`jobs are left, without progress: ${lines.join(' ')}`);
    await sleep(10 * LOOK);
  }
}

async function resultOf(environment: Readonly<Record<string, string>>) {
  const observations = await runScrutineer(['observations', '--format', 'jsonl'], environment);
  const papers = await runScrutineer(['papers', '--format', 'jsonl'], environment);
  const failures = await runScrutineer(['papers', '--failed', '--format', 'jsonl'], environment);
  return {
    observations,
    stored: linesOf(papers).length,
    failed: linesOf(failures)
      .map((line) => (JSON.parse(line) as { origin: string }).origin)
      .sort(),
  };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
