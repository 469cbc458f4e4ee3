import { rm } from 'node:fs/promises';
import { type LogLine, runScrutineer, type Service, startPostgres, startRedis } from '@scrutineer/testkit';
import { type Figure, type PartResult, ratio, repeat } from '../measure/figure.ts';
import { COMMAND, runNode } from '../measure/run-process.ts';
import { runWorkers, type WorkersUsage } from '../measure/run-workers.ts';
import type { BenchOptions } from '../options.ts';
import { distinctPapers } from '../papers/sample-papers.ts';
import { asFiles, withFolder } from '../papers/scratch-folder.ts';

interface Servers {
  readonly redis: Service;
  readonly postgres: Service;
}

/** Workers against one another and against an embedded run on the same papers, with servers of the bench's own. */
export async function queue({ runs, papers: count }: BenchOptions): Promise<PartResult> {
  return withFolder(asFiles(distinctPapers(count)), async (path) => {
    const embedded = perSecond('embedded, 1 job', count, await repeat(runs, () => ingest(path)));
    const measured = await repeat(runs, () => withServers((servers) => measure(path, servers, count)));
    const figure = (name: string, of: keyof (typeof measured)[number]): Figure => ({
      name: `${name}, warm`,
      unit: 'papers/s',
      runs: measured.map((run) => run[of].warmRate),
    });
    const whole = perSecond(
      '1 worker, both cores',
      count,
      measured.map(({ free }) => free.wall),
    );
    const one = figure('1 worker on a core', 'one');
    const two = figure('2 workers on a core each', 'two');
    const readingOne = figure('reading alone, 1 worker on a core', 'readingOne');
    const readingTwo = figure('reading alone, 2 workers on a core each', 'readingTwo');
    const share: Figure = {
      name: 'CPU of the servers beside 2 workers',
      unit: '% of busy time',
      runs: measured.map(({ two }) => 100 * two.servers),
    };
    return {
      part: 'queue',
      figures: [
        embedded,
        whole,
        ratio('embedded against 1 worker, both cores', embedded, whole),
        one,
        two,
        ratio('2 workers against 1', two, one),
        readingOne,
        readingTwo,
        ratio('2 workers against 1, reading alone', readingTwo, readingOne),
        share,
      ],
      note: `${count} papers in Markdown, each worker reading one at a time; Redis and PostgreSQL on the same two cores`,
    };
  });
}

async function measure(path: (name: string) => string, servers: Servers, count: number) {
  const whole = async (workers: number, apart: boolean) => {
    const name = `whole-${workers}-${apart}`;
    const environment = environmentOf(servers, path(name), name);
    await anew(path(name));
    await runScrutineer(['enqueue', '--force', path('papers')], environment);
    return runWorkers(workers, ['--concurrency', '1'], environment, count, isStored, { apart });
  };
  const reading = async (workers: number): Promise<WorkersUsage> => {
    const environment = environmentOf(servers, path(`reading-${workers}`), `reading${workers}`);
    await anew(path(`reading-${workers}`));
    await runScrutineer(['enqueue', '--force', path('papers')], environment);
    await runWorkers(1, ['--queues', 'discover,fetch'], environment, count, ({ msg }) => msg === 'fetched');
    return runWorkers(
      workers,
      ['--concurrency', '1', '--queues', 'read'],
      environment,
      count,
      ({ msg }) => msg === 'read',
      {
        apart: true,
      },
    );
  };
  return {
    free: await whole(1, false),
    one: await whole(1, true),
    two: await whole(2, true),
    readingOne: await reading(1),
    readingTwo: await reading(2),
  };
}

function isStored({ queue: name, outcome }: LogLine): boolean {
  return name === 'store' && outcome !== undefined;
}

export function environmentOf({ redis, postgres }: Servers, archive: string, prefix: string): Record<string, string> {
  return {
    REDIS_URL: redis.url,
    SCRUTINEER_STORE: postgres.url,
    SCRUTINEER_ARCHIVE: archive,
    SCRUTINEER_QUEUE_PREFIX: prefix,
  };
}

export async function withServers<T>(work: (servers: Servers) => Promise<T>): Promise<T> {
  const servers = { redis: await startRedis(), postgres: await startPostgres() };
  try {
    return await work(servers);
  } finally {
    await Promise.all([servers.redis.stop(), servers.postgres.stop()]);
  }
}

async function ingest(path: (name: string) => string): Promise<number> {
  for (const name of ['store.db', 'store.db-wal', 'store.db-shm']) await rm(path(name), { force: true });
  await anew(path('store-archive'));
  return (await runNode([COMMAND, 'ingest', path('papers'), '--store', path('store.db'), '--jobs', '1'])).wall;
}

async function anew(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

function perSecond(name: string, papers: number, walls: readonly number[]): Figure {
  return { name, unit: 'papers/s', runs: walls.map((wall) => (1000 * papers) / wall) };
}
