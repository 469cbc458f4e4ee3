import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256 } from '@scrutineer/model';
import { findObservations, listFailures, listFetches, listPapers } from '@scrutineer/store';
import { describeWithServices } from '@scrutineer/testkit';
import { type QueueScene, queueScene } from '../testing/running-worker.ts';
import { countJobs, drainQueues, listDeadLetters, retryDeadLetters } from './dead-letters.ts';
import { enqueueOutdated } from './enqueue-outdated.ts';
import { listSchedules, removeSchedule, scheduleSource } from './schedules.ts';

const PAPER = '# Crime report\n\nThere were 1,234 burglaries in 2019.\n';

describeWithServices('the queue', { services: ['redis'] }, ({ redis }) => {
  let scene: QueueScene;
  beforeEach(async () => {
    scene = await queueScene(redis().url);
  });
  afterEach(() => scene.close());

  const files = async () => (await listPapers(scene.store)).map(({ file }) => file);
  const letters = () => Array.fromAsync(listDeadLetters(scene.queues));
  const waitingIn = async (name: string) =>
    (await countJobs(scene.queues)).find(({ queue }) => queue === name)!.waiting;

  test('a paper goes through all steps, and its id through all their logs', async () => {
    await scene.enqueue(scene.write('a.md', PAPER));
    await scene.work();
    await scene.settled();
    const [paper] = await listPapers(scene.store);
    expect(paper).toMatchObject({ file: 'a.md', status: 'complete', observations: 1 });
    const steps = scene.lines.filter((line) => line.paper === paper!.id).map(({ msg }) => msg);
    expect(steps).toEqual(['fetched', 'read', 'stored']);
  });

  test('jobs carry ids and no bytes', async () => {
    await scene.enqueue(scene.write('a.md', PAPER.repeat(1000)));
    await scene.work(['fetch']);
    await scene.until(async () => (await scene.queues.read.count()) === 1);
    const [job] = await scene.queues.read.getPrioritized();
    expect(JSON.stringify(job!.data).length).toBeLessThan(500);
  });

  test('what waits is not enqueued twice; what is done can be enqueued again and is not read again', async () => {
    const paper = scene.write('a.md', PAPER);
    for (let times = 0; times < 3; times += 1) await scene.enqueue(paper);
    expect(await waitingIn('fetch')).toBe(1);
    await scene.work();
    await scene.settled();
    await scene.enqueue(paper);
    await scene.settled();
    expect(scene.lines.filter(({ msg }) => msg === 'read')).toHaveLength(1);
    expect(scene.lines.filter(({ msg }) => msg === 'read before')).toHaveLength(1);
  });

  test("a user's paper goes before a backfill that came first", async () => {
    for (const name of ['b1.md', 'b2.md', 'b3.md'])
      await scene.enqueue(scene.write(name, PAPER + name), { urgency: 'backfill' });
    await scene.enqueue(scene.write('u.md', `${PAPER}u`));
    const worker = await scene.work(['fetch']);
    await scene.until(async () => (await scene.queues.read.count()) === 4);
    await worker.stop();
    await scene.work(['read', 'store']);
    await scene.settled();
    expect(scene.lines.find(({ msg }) => msg === 'stored')!.origin).toBe(scene.path('u.md'));
  });

  test('a folder is searched, each paper enqueued, and a broken one fails alone, with its reason in the store', async () => {
    scene.write('a.md', PAPER);
    scene.write('b.md', '');
    scene.write('c.md', `${PAPER}c`);
    await scene.enqueue(scene.path('.'));
    await scene.work();
    await scene.settled();
    expect(await files()).toEqual(['a.md', 'c.md']);
    expect(await listFailures(scene.store)).toMatchObject([
      { file: 'b.md', reason: expect.stringMatching(/is empty/) },
    ]);
    expect(await letters()).toEqual([]);
  });

  test('files whose names are not UTF-8 go through it like others', async () => {
    mkdirSync(scene.path('papers'));
    writeFileSync(
      Buffer.concat([Buffer.from(`${scene.path('papers')}/`), Buffer.from('na\xefve.md', 'latin1')]),
      PAPER,
    );
    const origin = `file://${scene.path('papers')}/na%EFve.md`;
    await scene.enqueue(scene.path('papers'));
    await scene.enqueue(origin);
    await scene.work();
    await scene.settled();
    expect(await listPapers(scene.store)).toMatchObject([{ file: 'na\ufffdve.md', origin, observations: 1 }]);
    expect(await listFailures(scene.store)).toEqual([]);
  });

  test('what is given up is listed with its reason, and tried again when asked', async () => {
    const path = scene.write('a.md', PAPER);
    await scene.enqueue(path);
    rmSync(path);
    await scene.work();
    await scene.until(async () => (await letters()).length === 1);
    expect(await letters()).toMatchObject([{ queue: 'fetch', origin: path, reason: 'a.md cannot be opened (ENOENT)' }]);
    expect(await listFailures(scene.store)).toMatchObject([{ origin: path }]);
    writeFileSync(path, PAPER);
    expect(await retryDeadLetters(scene.queues, ['no such job'])).toBe(0);
    expect(await retryDeadLetters(scene.queues)).toBe(1);
    await scene.settled();
    expect(await files()).toEqual(['a.md']);
    expect(await listFailures(scene.store)).toEqual([]);
  });

  test('a reading that is given up is written down, and begins anew when asked', async () => {
    const { renameSync } = await import('node:fs');
    await scene.enqueue(scene.write('a.md', PAPER));
    const fetching = await scene.work(['fetch']);
    await scene.until(async () => (await scene.queues.read.count()) === 1);
    await fetching.stop();
    renameSync(scene.path('archive'), scene.path('away'));
    await scene.work(['read', 'store'], { attempts: 1 });
    await scene.until(async () => (await listFailures(scene.store)).length === 1);
    const [failure] = await listFailures(scene.store);
    expect(failure!.reason).toMatch(/^a\.md could not be read: the archive does not hold the paper/);
    expect(await letters()).toMatchObject([{ queue: 'read' }]);
    rmSync(scene.path('archive'), { recursive: true, force: true });
    renameSync(scene.path('away'), scene.path('archive'));
    expect(await retryDeadLetters(scene.queues)).toBe(1);
    await scene.settled();
    expect(await files()).toEqual(['a.md']);
    expect(await listFailures(scene.store)).toEqual([]);
  }, 120_000);

  test('drained queues hold nothing, and work as before', async () => {
    for (const name of ['a.md', 'b.md']) await scene.enqueue(scene.write(name, PAPER + name));
    const fetching = await scene.work(['fetch']);
    await scene.until(async () => (await scene.queues.read.count()) === 2);
    await fetching.stop();
    await scene.enqueue(scene.write('c.md', `${PAPER}c`));
    expect(await drainQueues(scene.queues)).toBe(3);
    await scene.enqueue(scene.path('c.md'));
    await scene.work();
    await scene.settled();
    expect(await files()).toEqual(['c.md']);
    expect(await letters()).toEqual([]);
  });

  test('a worker that must stop at once gives its paper back to the others', async () => {
    const slow = `# Report\n\n${'| Burglary | 1,234 | 1,300 | 5% |\n'.repeat(60_000)}`;
    await scene.enqueue(scene.write('slow.md', slow));
    const first = await scene.work(undefined, { grace: 100 });
    await scene.until(() => scene.lines.some(({ msg }) => msg === 'fetched'));
    await scene.until(async () => (await scene.queues.read.getActiveCount()) === 1);
    await first.stop();
    expect(scene.lines.map(({ msg }) => msg)).toContain('given back');
    const counts = (await countJobs(scene.queues)).find(({ queue }) => queue === 'read');
    expect(counts).toMatchObject({ waiting: 1, active: 0, failed: 0 });
  });

  test('a paper that takes too long is killed and written down, and its worker goes on', async () => {
    const endless = `# Report\n\n${'| Burglary | 1,234 | 1,300 | 5% |\n'.repeat(60_000)}`;
    await scene.enqueue(scene.write('endless.md', endless));
    await scene.enqueue(scene.write('a.md', PAPER), { urgency: 'backfill' });
    await scene.work(undefined, { paperTime: 1500 });
    await scene.settled();
    expect(await files()).toEqual(['a.md']);
    const [failure] = await listFailures(scene.store);
    expect(failure!.reason).toContain('endless.md took longer to read than the 1.5 seconds a paper may take');
  });

  test('papers that another version read are read again from the archive', async () => {
    await scene.enqueue(scene.write('a.md', PAPER));
    await scene.work();
    await scene.settled();
    expect(await enqueueOutdated(scene.queues, scene.store)).toBe(0);
    await scene.store.db.updateTable('extraction').set({ extractor_version: '0' }).execute();
    await scene.store.db.deleteFrom('observation').execute();
    expect(await enqueueOutdated(scene.queues, scene.store)).toBe(1);
    await scene.settled();
    expect(await Array.fromAsync(findObservations(scene.store))).toHaveLength(1);
    expect((await listPapers(scene.store))[0]).toMatchObject({ version: 1 });
  });

  test('a source that is watched is searched again and again, until it is not', async () => {
    scene.write('a.md', PAPER);
    const source = scene.path('.');
    await scheduleSource(scene.queues, { source, spec: { kind: 'folder', path: source } }, { every: 200 });
    expect(await listSchedules(scene.queues)).toMatchObject([{ source, rhythm: { every: 200 } }]);
    await scene.work();
    await scene.until(async () => (await files()).length === 1);
    scene.write('b.md', `${PAPER}b`);
    await scene.until(async () => (await files()).length === 2);
    expect(await removeSchedule(scene.queues, source)).toBe(true);
    expect(await removeSchedule(scene.queues, source)).toBe(false);
    expect(await listSchedules(scene.queues)).toEqual([]);
  });

  describe('with a web host', () => {
    let server: Server;
    let base: string;
    let asked: { readonly path: string; readonly at: number; readonly ifNoneMatch: string | undefined }[];
    let routes: Record<string, RequestListener>;
    beforeEach(async () => {
      asked = [];
      routes = { '/robots.txt': (_, response) => response.writeHead(404).end() };
      server = createServer((request, response) => {
        const path = request.url!;
        asked.push({ path, at: performance.now(), ifNoneMatch: request.headers['if-none-match'] });
        (routes[path] ?? ((_, missing) => missing.writeHead(404).end()))(request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterEach(() => {
      server.closeAllConnections();
      server.close();
    });

    const markdown =
      (text: string): RequestListener =>
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/markdown' }).end(text);

    test('a page is searched and its papers fetched by two workers one at a time, and the store knows the page', async () => {
      let open = 0;
      let most = 0;
      const slowly =
        (text: string): RequestListener =>
        async (request, response) => {
          open += 1;
          most = Math.max(most, open);
          await sleep(60);
          open -= 1;
          markdown(text)(request, response);
        };
      const names = ['a.md', 'b.md', 'c.md', 'd.md'];
      for (const name of names) routes[`/${name}`] = slowly(PAPER + name);
      const links = names.map((name) => `<a href="/${name}">Report ${name} (PDF, 12 KB)</a>`).join('');
      routes['/meetings'] = (_, response) => response.end(`<html><h1>Police and Crime Panel</h1>${links}</html>`);
      await scene.enqueue(`page:${base}/meetings`);
      await Promise.all([scene.work(), scene.work()]);
      await scene.until(async () => (await files()).length === 4);
      expect(most).toBe(1);
      const [paper] = await listPapers(scene.store);
      expect(paper!.publications).toMatchObject([
        { page: `${base}/meetings`, linkText: 'Report a.md', meeting: 'Police and Crime Panel' },
      ]);
      expect(await listFetches(scene.store, `${base}/a.md`)).toMatchObject([{ status: 200, paper: paper!.id }]);
    });

    test('a paper that did not change is not sent again, nor read again', async () => {
      routes['/a.md'] = (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"1"' }).end(PAPER);
      await scene.enqueue(`${base}/a.md`);
      await scene.work();
      await scene.settled();
      await scene.enqueue(`${base}/a.md`);
      await scene.until(() => scene.lines.some(({ msg }) => msg === 'read before'));
      expect(asked.filter(({ path }) => path === '/a.md').map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([
        undefined,
        '"1"',
      ]);
      expect((await listFetches(scene.store, `${base}/a.md`)).map(({ outcome }) => outcome)).toEqual([
        'fetched',
        'not-modified',
      ]);
    });

    test('a paper that did not change is asked for anew where the archive no longer holds what it was', async () => {
      routes['/a.md'] = (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"1"' }).end(PAPER);
      await scene.enqueue(`${base}/a.md`);
      await scene.work();
      await scene.settled();
      const id = sha256(PAPER);
      const kept = scene.path(`archive/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`);
      writeFileSync(kept, PAPER.replace('1', '7'));
      await scene.enqueue(`${base}/a.md`);
      await scene.until(() => scene.lines.some(({ msg }) => msg === 'read before'));
      expect(asked.filter(({ path }) => path === '/a.md').map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([
        undefined,
        undefined,
      ]);
      expect(readFileSync(kept, 'utf8')).toBe(PAPER);
    });

    test('papers of meetings long ago are fetched once, however often their source is searched', async () => {
      const item = (name: string, date: Date) =>
        `<item><title>${name}</title><link>/${name}.md</link><pubDate>${date.toUTCString()}</pubDate></item>`;
      const items = item('old', new Date('2015-03-05')) + item('new', new Date());
      routes['/feed'] = (_, response) => response.end(`<rss><channel>${items}</channel></rss>`);
      for (const name of ['old', 'new']) routes[`/${name}.md`] = markdown(PAPER + name);
      await scene.work();
      for (const times of [1, 2]) {
        await scene.enqueue(`feed:${base}/feed`);
        await scene.until(() => asked.filter(({ path }) => path === '/new.md').length === times);
        await scene.settled();
      }
      expect(asked.filter(({ path }) => path === '/old.md')).toHaveLength(1);
    });

    test('a host that asks to be left alone is, and then gives the paper', async () => {
      let times = 0;
      routes['/a.md'] = (request, response) => {
        times += 1;
        if (times === 1) response.writeHead(429, { 'retry-after': '1' }).end();
        else markdown(PAPER)(request, response);
      };
      await scene.enqueue(`${base}/a.md`);
      await scene.work();
      await scene.until(async () => (await files()).length === 1);
      const [first, second] = asked.filter(({ path }) => path === '/a.md');
      expect(second!.at - first!.at).toBeGreaterThan(950);
      expect(await letters()).toEqual([]);
    });

    test('a host that asks for it while a source is searched is left alone too, and the search goes on', async () => {
      let times = 0;
      routes['/meetings'] = (_, response) => {
        times += 1;
        if (times === 1) response.writeHead(503, { 'retry-after': '1' }).end();
        else response.end('<a href="/a.md">Report</a>');
      };
      routes['/a.md'] = markdown(PAPER);
      await scene.enqueue(`page:${base}/meetings`);
      await scene.work();
      await scene.until(async () => (await files()).length === 1);
      const [first, second] = asked.filter(({ path }) => path === '/meetings');
      expect(second!.at - first!.at).toBeGreaterThan(950);
      expect(scene.lines.filter(({ msg }) => msg === 'will be tried again')).toEqual([]);
    });

    test('a paper that is not there is given up at once, with the reason in both places', async () => {
      await scene.enqueue(`${base}/gone.pdf`);
      await scene.work();
      await scene.until(async () => (await letters()).length === 1);
      expect((await letters())[0]).toMatchObject({ reason: `${base}/gone.pdf: the server answered 404`, attempts: 1 });
      expect(await listFailures(scene.store)).toMatchObject([{ origin: `${base}/gone.pdf` }]);
    });

    test('a page that cannot be searched is given up; one that announces nothing is not', async () => {
      routes['/none'] = (_, response) => response.end('<html><p>No papers yet.</p></html>');
      await scene.enqueue(`page:${base}/none`);
      await scene.enqueue(`page:${base}/gone`);
      await scene.work();
      await scene.until(async () => (await letters()).length === 1);
      await scene.settled();
      expect(await letters()).toMatchObject([{ origin: `page:${base}/gone` }]);
    });
  });
});
