import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LogLine, startWorkerProcess } from '@scrutineer/testkit';
import { memoryOfTree } from './memory-of-tree.ts';

/** What worker processes took for their work. */
export interface WorkersUsage {
  /** From the start of the first worker's work to the last job's end, in milliseconds. */
  readonly wall: number;
  /** Jobs a second after the first fifth: workers run for weeks, and what Node compiles at first is nothing then. */
  readonly warmRate: number;
  /** Part of the machine's busy time that was not the workers' own: Redis and PostgreSQL, mostly. 0 to 1. */
  readonly servers: number;
  /** Resident memory of the first worker and of its reading processes after each share of the papers, in MB. */
  readonly memory: readonly number[];
}

/** A worker that does nothing for so long, in milliseconds, is taken for stuck. */
const PATIENCE = 120_000;
const LOOK = 5;
/** Part of the jobs that a process gets warm on. */
const WARM_UP = 0.2;
/** Looks at the memory, evenly over the work. */
const MEMORY_LOOKS = 5;

/**
 * Runs workers until so many jobs of a kind have ended.
 *
 * @param isEnd tells a line of the log that ends one
 * @param apart holds each worker to a core of its own, as more workers mean more machines
 */
export async function runWorkers(
  count: number,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ends: number,
  isEnd: (line: LogLine) => boolean,
  { apart = false } = {},
): Promise<WorkersUsage> {
  let done = 0;
  let last = performance.now();
  let ready = 0;
  const warmUp = Math.ceil(ends * WARM_UP);
  let warm = 0;
  const settings = { ...environment, SCRUTINEER_MONITOR: 'off', SCRUTINEER_LOG_LEVEL: 'debug' };
  const onLine = (line: LogLine) => {
    if (line.msg === 'worker started') ready += 1;
    if (!isEnd(line)) return;
    done += 1;
    last = performance.now();
    if (done === warmUp) warm = last;
  };
  const workers = Array.from({ length: count }, (_, core) =>
    startWorkerProcess(args, settings, onLine, apart ? core : undefined),
  );
  const pids = workers.map(({ process }) => process.pid!);
  while (ready === 0) await sleep(LOOK);
  const start = last;
  const began = performance.now();
  const cpu = { all: busyTicks(), own: ticksOf(pids) };
  const memory: number[] = [];
  while (done < ends) {
    await sleep(LOOK);
    if (done >= (memory.length + 1) * (ends / MEMORY_LOOKS)) memory.push(memoryOfTree(pids[0]!));
    if (performance.now() - Math.max(last, began) > PATIENCE)
      throw new Error(`${done} of ${ends} jobs ended, then none`);
  }
  const all = busyTicks() - cpu.all;
  const own = ticksOf(pids) - cpu.own;
  for (const { process } of workers) process.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));
  return {
    wall: last - Math.min(start, began),
    warmRate: (1000 * (ends - warmUp)) / (last - warm),
    servers: Math.max(0, (all - own) / all),
    memory,
  };
}

/** Ticks that all cores were busy for. Source: proc(5), /proc/stat. */
function busyTicks(): number {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return user! + nice! + system! + irq! + softirq!;
}

/** Ticks that processes took. Source: proc(5), /proc/pid/stat, fields 14 and 15. */
function ticksOf(pids: readonly number[]): number {
  return pids.reduce((total, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return total + Number(fields[11]) + Number(fields[12]);
  }, 0);
}
