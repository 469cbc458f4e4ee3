import { request } from 'node:http';
import { connect } from 'node:net';
import { describeWithServices } from '@scrutineer/testkit';
import { type QueueScene, queueScene } from '../testing/running-worker.ts';
import { type Dashboard, startDashboard } from './dashboard.ts';
import { TOKEN_COOKIE } from './guard.ts';

const PAPER = '# Crime report\n\nThere were 1,234 burglaries in 2019.\n';
const JSON_TYPE = { 'content-type': 'application/json' };

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

describeWithServices('the dashboard', { services: ['redis'] }, ({ redis }) => {
  let scene: QueueScene;
  let dashboard: Dashboard;
  let token: string;
  let port: string;
  beforeEach(async () => {
    scene = await queueScene(redis().url);
    await scene.enqueue(scene.write('a.md', PAPER));
    await open(true);
  });
  afterEach(async () => {
    await dashboard.close();
    await scene.close();
  });

  async function open(allowWrites: boolean) {
    dashboard = await startDashboard(
      scene.queues,
      { host: '127.0.0.1', port: 0 },
      { allowWrites, names: ['queue.example'] },
    );
    const url = new URL(dashboard.url);
    port = url.port;
    token = url.searchParams.get('token') ?? '';
  }

  const send = ({ method = 'PUT', path = '/api/queues/fetch/pause', headers = {}, body }: Sent): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode!));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const state = async () => [await scene.queues.fetch.isPaused(), await scene.queues.fetch.count()];
  const cookie = () => ({ cookie: `${TOKEN_COOKIE}=${token}` });
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
  const job = JSON.stringify({ name: 'fetch', data: { kind: 'file', origin: '/etc/passwd', file: 'passwd' } });
  const add = { method: 'POST', path: '/api/queues/fetch/add', body: job };
  const here = () => `127.0.0.1:${port}`;

  const FOREIGN: Readonly<Record<string, () => Sent>> = {
    'without a token': () => ({}),
    'a job without a token': () => ({ ...add, headers: JSON_TYPE }),
    'a job as a form of another page': () => ({
      ...add,
      headers: { 'content-type': 'text/plain', origin: 'https://evil.example', ...cookie() },
    }),
    'a job as an encoded form': () => ({
      ...add,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', ...cookie() },
    }),
    'another token': () => ({ headers: bearer('a'.repeat(token.length)) }),
    'the beginning of the token': () => ({ headers: bearer(token.slice(0, -1)) }),
    'an empty token': () => ({ headers: bearer('') }),
    'the token as a password': () => ({ headers: { authorization: `Basic ${btoa(`x:${token}`)}` } }),
    'the token in the address': () => ({ path: `/api/queues/fetch/pause?token=${token}` }),
    'the token in the body': () => ({ body: JSON.stringify({ token }), headers: JSON_TYPE }),
    'another cookie': () => ({ headers: { cookie: `token=${token}` } }),
    'a page of another server': () => ({ headers: { ...cookie(), origin: 'https://evil.example' } }),
    'a page without an origin': () => ({ headers: { ...cookie(), origin: 'null' } }),
    'a page at another port': () => ({ headers: { ...cookie(), origin: 'http://127.0.0.1:1' } }),
    'a name that was made to point here': () => ({
      headers: { ...cookie(), host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
    }),
    'a name that begins like an address': () => ({ headers: { ...cookie(), host: '127.0.0.1.evil.example' } }),
    'a name that begins like ours': () => ({ headers: { ...cookie(), host: 'localhost.evil.example' } }),
    'a name behind a user': () => ({ headers: { ...cookie(), host: 'localhost@evil.example' } }),
    'a request that a browser calls cross-site': () => ({ headers: { ...cookie(), 'sec-fetch-site': 'cross-site' } }),
    'a request that a browser calls same-site': () => ({ headers: { ...cookie(), 'sec-fetch-site': 'same-site' } }),
    'reading that is to be taken for writing': () => ({
      method: 'GET',
      headers: { 'x-http-method-override': 'PUT', 'x-method-override': 'PUT' },
    }),
    'a change of a job': () => ({
      method: 'PATCH',
      path: '/api/queues/fetch/1/update-data',
      body: job,
      headers: JSON_TYPE,
    }),
    'the removal of all jobs': () => ({ path: '/api/queues/fetch/obliterate' }),
  };

  test('accepts no foreign write of more than twenty kinds', async () => {
    const before = await state();
    expect(before).toEqual([false, 1]);
    const kinds = Object.entries(FOREIGN);
    expect(kinds.length).toBeGreaterThan(20);
    for (const [kind, sent] of kinds) expect([kind, (await send(sent())) >= 400]).toEqual([kind, true]);
    expect(await state()).toEqual(before);
  });

  test('accepts no request without a name', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.end(`PUT /api/queues/fetch/pause HTTP/1.0\r\ncookie: ${TOKEN_COOKIE}=${token}\r\n\r\n`),
      );
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
    expect(await state()).toEqual([false, 1]);
  });

  test.each([
    ['evil.example', 403],
    ['queue.example', 200],
    ['localhost:3010', 200],
    ['[::1]:3010', 200],
  ])('that is asked for as %s answers %d', async (host, expected) => {
    expect(await send({ method: 'GET', path: '/', headers: { host } })).toBe(expected);
  });

  test('lets who opened it with the token change what there is, and a program with it too', async () => {
    const opened = await fetch(dashboard.url, { redirect: 'manual' });
    const set = opened.headers.get('set-cookie')!;
    expect(set).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(opened.headers.get('location')).toBe('/');
    const headers = { cookie: set.split(';')[0]!, origin: `http://${here()}` };
    expect(await send({ headers })).toBe(200);
    expect(await state()).toEqual([true, 1]);
    expect(await send({ path: '/api/queues/fetch/resume', headers: bearer(token) })).toBe(200);
    expect(await state()).toEqual([false, 1]);
  });

  test('that is not asked to allow writes accepts none from anybody', async () => {
    const known = token;
    await dashboard.close();
    await open(false);
    expect(token).toBe('');
    for (const headers of [{}, bearer(known), bearer(''), { cookie: `${TOKEN_COOKIE}=` }])
      expect(await send({ headers: { ...headers, origin: `http://${here()}` } })).toBe(403);
    expect(await state()).toEqual([false, 1]);
  });
});
