import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { describeWithServices } from '@scrutineer/testkit';
import { type QueueScene, queueScene } from '../testing/running-worker.ts';
import { startDashboard } from './dashboard.ts';

const PAPER = '# Crime report\n\nThere were 1,234 burglaries in 2019.\n';
const ANYWHERE = { host: '127.0.0.1', port: 0 };

describeWithServices('what an operator sees', { services: ['redis'] }, ({ redis }) => {
  let scene: QueueScene;
  beforeEach(async () => {
    scene = await queueScene(redis().url);
  });
  afterEach(() => scene.close());

  const textOf = async (url: string) => (await fetch(url)).text();

  test('metrics count jobs, papers, observations and failures by their reason', async () => {
    await scene.enqueue(scene.write('a.md', PAPER));
    await scene.enqueue(scene.write('b.md', ''));
    const { monitor } = await scene.work(undefined, { monitor: ANYWHERE });
    await scene.settled();
    await scene.until(async () => (await textOf(`${monitor}/metrics`)).includes('input/empty'));
    const lines = (await textOf(`${monitor}/metrics`)).split('\n');
    for (const line of [
      'scrutineer_papers_total{outcome="added"} 1',
      'scrutineer_papers_total{outcome="failed"} 1',
      'scrutineer_observations_total 1',
      'scrutineer_failures_total{rule="input/empty"} 1',
      'scrutineer_jobs_total{queue="store",outcome="completed"} 2',
      'scrutineer_job_duration_seconds_count{queue="read"} 2',
      'scrutineer_queue_jobs{queue="fetch",state="waiting"} 0',
    ])
      expect(lines).toContain(line);
  });

  test('health tells what the worker leans on', async () => {
    const { monitor } = await scene.work(['store'], { monitor: ANYWHERE });
    const answer = await fetch(`${monitor}/health`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready', redis: 'ready', store: 'ready' }]);
    await scene.store.close();
    expect((await fetch(`${monitor}/elsewhere`)).status).toBe(404);
    for (const refused of [{ method: 'POST' }, { headers: { origin: 'https://evil.example' } }])
      expect((await fetch(`${monitor}/metrics`, refused)).status).toBe(403);
    const { port } = new URL(monitor!);
    const status = await new Promise((resolve) => {
      get({ port, path: '/metrics', headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode));
    });
    expect(status).toBe(403);
  });

  test('the dashboard shows every queue, loads nothing from elsewhere, and lets nobody change what is read-only', async () => {
    await scene.enqueue(scene.write('a.md', PAPER));
    const dashboard = await startDashboard(scene.queues, ANYWHERE);
    try {
      const page = await fetch(dashboard.url);
      expect(page.status).toBe(200);
      const policy = page.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      // Such a script would not run: all the page's own come from files, and what is none is data.
      const scripts = [...(await page.text()).matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
      expect(scripts.length).toBeGreaterThan(1);
      for (const attributes of scripts) expect(attributes).toMatch(/ src="static\/|type="application\/json"/);
      const { queues } = JSON.parse(await textOf(`${dashboard.url}/api/queues`)) as {
        queues: { name: string; readOnlyMode: boolean; counts: Record<string, number> }[];
      };
      expect(queues.map(({ name }) => name)).toEqual(['discover', 'fetch', 'read', 'store']);
      expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
      expect(queues[1]!.counts.prioritized).toBe(1);
    } finally {
      await dashboard.close();
    }
  });
});

describeWithServices('tracing', { services: ['redis'] }, ({ redis }) => {
  test('sends what each job took, from its enqueuing on', async () => {
    const names = new Set<string>();
    const collector = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body).toString() : body.toString();
      for (const { name } of JSON.parse(text).resourceSpans.flatMap(spansOf)) names.add(name);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const tracesTo = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = tracesTo;
    const scene = await queueScene(redis().url);
    try {
      await scene.enqueue(scene.write('a.md', PAPER));
      const worker = await scene.work(undefined, { tracesTo });
      await scene.settled();
      await worker.stop();
      expect([...names]).toEqual(expect.arrayContaining(['process fetch', 'process read', 'process store']));
    } finally {
      delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
      await scene.close();
      collector.closeAllConnections();
      collector.close();
    }
  });
});

function spansOf(resource: { scopeSpans: { spans: { name: string }[] }[] }): { name: string }[] {
  return resource.scopeSpans.flatMap(({ spans }) => spans);
}
