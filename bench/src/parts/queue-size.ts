import { writeFile } from 'node:fs/promises';
import { runScrutineer } from '@scrutineer/testkit';
import { Redis } from 'ioredis';
import type { PartResult } from '../measure/figure.ts';
import { runWorkers } from '../measure/run-workers.ts';
import type { BenchOptions } from '../options.ts';
import { distinctPapers } from '../papers/sample-papers.ts';
import { asFiles, withFolder } from '../papers/scratch-folder.ts';
import { environmentOf, withServers } from './queue.ts';

const JOBS = 100_000;
const PAPERS = 5000;

/** What a long queue costs Redis, and what many papers cost a worker. Measured once. */
export async function queueSize(_: BenchOptions): Promise<PartResult> {
  const enqueued = await withFolder(new Map(), enqueueMany);
  const memory = await withFolder(asFiles(distinctPapers(PAPERS)), workLong);
  const [first, ...later] = memory;
  return {
    part: 'queue-size',
    figures: [
      { name: `${JOBS} papers enqueued`, unit: 's', runs: [enqueued.seconds] },
      { name: 'memory of Redis with them', unit: 'MB', runs: [enqueued.megabytes] },
      { name: `memory of a worker after ${PAPERS / memory.length} papers`, unit: 'MB', runs: [first!] },
      { name: `memory of it after ${PAPERS}`, unit: 'MB', runs: [later.at(-1)!] },
      { name: 'ratio', unit: 'times', runs: [later.at(-1)! / first!] },
    ],
    note: `from a list of addresses; a worker that reads one paper at a time`,
  };
}

async function enqueueMany(path: (name: string) => string): Promise<{ seconds: number; megabytes: number }> {
  const lines = Array.from(
    { length: JOBS },
    (_, index) => `https://papers.example.org/panel/${index}/performance-report.pdf`,
  );
  await writeFile(path('urls.txt'), lines.join('\n'));
  return withServers(async (servers) => {
    const environment = environmentOf(servers, path('archive'), 'many');
    await runScrutineer(['enqueue', `list:${path('urls.txt')}`], environment);
    const { wall } = await runWorkers(1, ['--queues', 'discover'], environment, 1, ({ msg }) => msg === 'searched');
    return { seconds: wall / 1000, megabytes: await memoryOf(servers.redis.url) };
  });
}

async function memoryOf(url: string): Promise<number> {
  const redis = new Redis(url);
  const bytes = /used_memory:(\d+)/.exec(await redis.info('memory'))![1];
  redis.disconnect();
  return Number(bytes) / 1e6;
}

async function workLong(path: (name: string) => string): Promise<readonly number[]> {
  return withServers(async (servers) => {
    const environment = environmentOf(servers, path('archive'), 'long');
    await runScrutineer(['enqueue', path('papers')], environment);
    const isStored = ({ queue, outcome }: { queue?: string; outcome?: string }) =>
      queue === 'store' && outcome !== undefined;
    return (await runWorkers(1, ['--concurrency', '1'], environment, PAPERS, isStored)).memory;
  });
}
