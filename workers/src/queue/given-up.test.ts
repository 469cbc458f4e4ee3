import { rmSync } from 'node:fs';
import { sha256 } from '@scrutineer/model';
import { listFailures } from '@scrutineer/store';
import { describeWithServices } from '@scrutineer/testkit';
import { Worker } from 'bullmq';
import { type QueueScene, queueScene } from '../testing/running-worker.ts';
import { listDeadLetters, retryDeadLetters } from './dead-letters.ts';

const PAPER = '# Crime report\n\nThere were 1,234 burglaries in 2019.\n';

describeWithServices('a job that is given up leaves its failure in the store', { services: ['redis'] }, ({ redis }) => {
  let scene: QueueScene;
  beforeEach(async () => {
    scene = await queueScene(redis().url, 'store.db', { attempts: 2 });
  });
  afterEach(() => scene.close());

  const letters = () => Array.fromAsync(listDeadLetters(scene.queues));

  test('an archive that refuses a paper', async () => {
    const path = scene.write('a.md', PAPER);
    scene.write('archive', 'no folder');
    await scene.enqueue(path);
    await scene.work();
    await scene.until(async () => (await letters()).length === 1);
    expect(await listFailures(scene.store)).toMatchObject([
      {
        origin: path,
        file: 'a.md',
        reason: expect.stringMatching(/^a\.md was given up: the archive .*; enqueue it again$/),
      },
    ]);
  });

  test('a job that names a file which workers may not read, whoever put it there', async () => {
    const forged = { urgency: 'user', force: false } as const;
    await scene.queues.fetch.add('fetch', { ...forged, kind: 'file', origin: '/etc/hostname', file: 'hostname' });
    await scene.queues.discover.add('discover', {
      ...forged,
      source: '/etc',
      spec: { kind: 'folder', path: '/etc' },
      checkpoint: null,
      found: 0,
    });
    await scene.work();
    await scene.until(async () => (await letters()).length === 2);
    const failures = await listFailures(scene.store);
    expect(failures.map(({ origin, messages }) => [origin, messages[0]!.rule])).toEqual([
      ['/etc', 'source/not-allowed'],
      ['/etc/hostname', 'source/not-allowed'],
    ]);
    expect(failures[1]!.reason).toMatch(
      /^\/etc\/hostname is in no folder that workers may read \(.*\); name its folder in SCRUTINEER_PAPER_FOLDERS/,
    );
  });

  test('a reading that is gone', async () => {
    const path = scene.write('a.md', PAPER);
    await scene.enqueue(path);
    const reader = await scene.work(['fetch', 'read']);
    await scene.until(async () => scene.lines.some(({ msg }) => msg === 'read'));
    await reader.stop();
    rmSync(scene.path('archive/readings'), { recursive: true });
    await scene.work(['store']);
    await scene.until(async () => (await letters()).length === 1);
    expect(await listFailures(scene.store)).toMatchObject([
      {
        origin: path,
        paper: sha256(PAPER),
        reason: expect.stringContaining('does not hold what was read from a.md'),
      },
    ]);
  });

  test('a job that ended each worker which took it', async () => {
    const path = scene.write('a.md', PAPER);
    await scene.enqueue(path);
    const { redis: connection, prefix, fetch: queue } = scene.queues;
    const killed = new Worker(queue.name, null, { connection, prefix, lockDuration: 300 });
    const job = await killed.getNextJob('the token of a worker that is gone');
    await killed.close(true);
    await connection.hset(queue.toKey(job!.id!), 'stc', 5);
    await scene.work();
    await scene.until(async () => (await listFailures(scene.store)).length === 1);
    expect(await letters()).toHaveLength(1);
    expect(await listFailures(scene.store)).toMatchObject([
      {
        origin: path,
        file: 'a.md',
        reason: expect.stringMatching(/^a\.md was given up: .*stalled.*; enqueue it again$/),
      },
    ]);
  });

  test('a source that cannot be searched, until it can', async () => {
    const source = `list:${scene.write('urls.txt', '')}`;
    await scene.enqueue(source);
    rmSync(scene.path('urls.txt'));
    await scene.work();
    await scene.until(async () => (await letters()).length === 1);
    expect(await listFailures(scene.store)).toMatchObject([{ origin: source, paper: null }]);
    scene.write('urls.txt', '');
    await retryDeadLetters(scene.queues);
    await scene.settled();
    expect(await listFailures(scene.store)).toEqual([]);
  });
});
