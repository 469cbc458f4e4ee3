import { listPapers } from '@scrutineer/store';
import { describeWithServices } from '@scrutineer/testkit';
import { Redis } from 'ioredis';
import { type QueueScene, queueScene } from '../testing/running-worker.ts';
import { connectRedis } from './connection.ts';

const PAPER = '# Crime report\n\nThere were 1,234 burglaries in 2019.\n';

describeWithServices('a worker', { services: ['redis'], own: true }, ({ redis }) => {
  let scene: QueueScene;
  let server: Redis;
  beforeEach(async () => {
    server = new Redis(redis().url);
    scene = await queueScene(redis().url);
  });
  afterEach(async () => {
    await scene.close();
    await server.config('SET', 'appendonly', 'yes', 'save', '', 'maxmemory-policy', 'noeviction');
    server.disconnect();
  });

  const warned = () => scene.lines.map(({ msg }) => msg).filter((msg) => msg.startsWith('Redis '));
  const gone = () => scene.lines.filter(({ msg }) => msg.startsWith('the queue that was served here is gone')).length;
  const files = async () => (await listPapers(scene.store)).map(({ file }) => file);

  test.each<[string[], RegExp[]]>([
    [['appendonly', 'yes', 'save', ''], []],
    [['appendonly', 'no', 'save', ''], [/^Redis keeps nothing on disk: .*set `appendonly yes`$/]],
    [['appendonly', 'no', 'save', '3600 1'], [/^Redis keeps snapshots alone: .*set `appendonly yes`$/]],
    [
      ['maxmemory-policy', 'allkeys-lru'],
      [/may throw out jobs .*\(maxmemory-policy allkeys-lru\); set .*noeviction`$/],
    ],
    [
      ['maxmemory-policy', 'volatile-ttl', 'appendonly', 'no'],
      [/nothing on disk/, /\(maxmemory-policy volatile-ttl\)/],
    ],
  ])('warns at its start of settings that can lose jobs: %j', async (settings, expected) => {
    await server.config('SET', ...(settings as [string, string]));
    await scene.work(['store']);
    expect(warned()).toEqual(expected.map((sentence) => expect.stringMatching(sentence)));
  });

  test('is told in words of our own why it may not come in', async () => {
    await server.config('SET', 'requirepass', 'secret');
    try {
      await expect(connectRedis(redis().url)).rejects.toThrow(/cannot be reached \(it asks for a password\); start it/);
      await expect(connectRedis(redis().url.replace('//', '//:other@'))).rejects.toThrow(/\(the password is wrong\)/);
    } finally {
      await server.config('SET', 'requirepass', '');
    }
  });

  test('tells that its queue was emptied while it ran, once, and works on what is enqueued again', async () => {
    await scene.enqueue(scene.write('a.md', PAPER));
    await scene.work();
    await scene.settled();
    const worker = await scene.work(['store']);
    await worker.stop();
    expect(gone()).toBe(0);
    await server.flushall();
    await scene.until(() => gone() === 1);
    scene.write('b.md', `${PAPER}b`);
    await scene.enqueue(scene.path('.'));
    await scene.until(async () => (await files()).length === 2);
    await scene.settled();
    expect(gone()).toBe(1);
  });

  test('tells at its start that the queue was emptied while nobody served it; jobs enqueued again end as they would have', async () => {
    for (const name of ['a.md', 'b.md', 'c.md']) scene.write(name, PAPER + name);
    await scene.enqueue(scene.path('.'));
    const fetching = await scene.work(['discover', 'fetch']);
    await scene.until(async () => (await scene.queues.read.count()) === 3);
    await fetching.stop();
    await server.flushall();
    await scene.enqueue(scene.path('.'));
    await scene.work();
    await scene.until(async () => (await files()).length === 3);
    expect(gone()).toBe(1);
    await scene.work(['store']);
    expect(gone()).toBe(1);
  });
});
