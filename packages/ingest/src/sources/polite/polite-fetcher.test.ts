import { gzipSync } from 'node:zlib';
import { type LocalSite, startLocalSite } from '../testing/local-site.ts';
import { createPoliteFetcher, type PoliteOptions, type PoliteResult } from './polite-fetcher.ts';

const PAPER = '# Item 7\n\nThere were 12 burglaries.\n';
const PDF = '%PDF-1.7 …';

describe('a polite fetcher', () => {
  let site: LocalSite;
  beforeEach(async () => {
    site = await startLocalSite();
  });
  afterEach(() => site.close());

  /** A clock that nobody waits for; it tells what was slept. */
  const stubClock = () => {
    let now = Date.parse('2026-11-20T12:00:00Z');
    const slept: number[] = [];
    const sleep = async (milliseconds: number) => {
      slept.push(milliseconds);
      now += milliseconds;
    };
    return { clock: { now: () => now, sleep }, slept, pass: (milliseconds: number) => (now += milliseconds) };
  };
  const fetcherOf = (options: PoliteOptions = {}) =>
    createPoliteFetcher({ allowedHosts: ['127.0.0.1'], minimumDelay: 0, ...options });
  const get = (path: string, options: PoliteOptions = {}) =>
    fetcherOf(options).fetch(site.url + path, { kind: 'paper' });
  const paths = () => site.asked.map(({ path }) => path);
  const reasonOf = (result: PoliteResult) => ('reason' in result ? result.reason : result.outcome);

  test('gives the bytes, and a record of all that was sent', async () => {
    site.routes['/a.md'] = (_, response) => response.writeHead(200, { etag: '"1"', 'x-other': 'x' }).end(PAPER);
    const result = await get('/a.md');
    expect(result).toMatchObject({
      outcome: 'fetched',
      record: {
        url: `${site.url}/a.md`,
        finalUrl: `${site.url}/a.md`,
        status: 200,
        headers: { etag: '"1"' },
        byteLength: PAPER.length,
        outcome: 'fetched',
        reason: null,
      },
    });
    expect(result.outcome === 'fetched' && Buffer.from(result.bytes).toString()).toBe(PAPER);
  });

  test('asks for robots.txt first, once, and says who asks', async () => {
    Object.assign(site.routes, { '/a.md': PAPER, '/b.md': PAPER });
    const fetcher = fetcherOf({ contact: 'https://example.org/archive' });
    for (const name of ['a', 'b']) await fetcher.fetch(`${site.url}/${name}.md`, { kind: 'paper' });
    expect(paths()).toEqual(['/robots.txt', '/a.md', '/b.md']);
    expect(new Set(site.asked.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['scrutineer (+https://example.org/archive)']),
    );
  });

  test('does not ask for what robots.txt forbids', async () => {
    site.routes['/robots.txt'] = 'User-agent: *\nDisallow: /private';
    expect(await get('/private/a.md')).toMatchObject({ outcome: 'refused', permanent: true, record: { status: null } });
    expect(paths()).toEqual(['/robots.txt']);
  });

  test('asks for nothing where robots.txt cannot be had, and tries again later', async () => {
    const { clock, pass } = stubClock();
    site.routes['/robots.txt'] = (_, response) => response.writeHead(503).end();
    site.routes['/a.md'] = PAPER;
    const fetcher = fetcherOf({ clock });
    const missing = {
      outcome: 'failed',
      permanent: false,
      reason: expect.stringContaining('does not give its robots.txt'),
    };
    expect(await fetcher.fetch(`${site.url}/a.md`, { kind: 'paper' })).toMatchObject(missing);
    site.routes['/robots.txt'] = '';
    expect(await fetcher.fetch(`${site.url}/a.md`, { kind: 'paper' })).toMatchObject(missing);
    expect(paths()).toEqual(['/robots.txt']);
    pass(11 * 60_000);
    expect((await fetcher.fetch(`${site.url}/a.md`, { kind: 'paper' })).outcome).toBe('fetched');
  });

  test('lets requests to a host take turns, with a pause between them, as long as the host wants', async () => {
    const { clock, slept } = stubClock();
    let open = 0;
    let most = 0;
    site.routes['/robots.txt'] = 'User-agent: *\nCrawl-delay: 7';
    for (const name of ['a', 'b', 'c'])
      site.routes[`/${name}.md`] = async (_, response) => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 20));
        open -= 1;
        response.end(PAPER);
      };
    const fetcher = fetcherOf({ clock, minimumDelay: 2000 });
    await Promise.all(['a', 'b', 'c'].map((name) => fetcher.fetch(`${site.url}/${name}.md`, { kind: 'paper' })));
    expect(most).toBe(1);
    expect(slept).toEqual([7000, 7000, 7000]);
  });

  test('asks whether something changed', async () => {
    site.routes['/a.md'] = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
    const previous = { etag: '"1"', lastModified: 'Fri, 20 Nov 2026 12:00:00 GMT' };
    const result = await fetcherOf().fetch(`${site.url}/a.md`, { kind: 'paper', previous });
    expect(result).toMatchObject({ outcome: 'not-modified', record: { status: 304, outcome: 'not-modified' } });
    expect(site.asked.at(-1)!.headers).toMatchObject({ 'if-modified-since': previous.lastModified });
  });

  test('leaves a host alone for as long as it asks', async () => {
    const { clock, pass } = stubClock();
    site.routes['/a.md'] = (_, response) => response.writeHead(429, { 'retry-after': '30' }).end();
    const fetcher = fetcherOf({ clock });
    const first = await fetcher.fetch(`${site.url}/a.md`, { kind: 'paper' });
    expect(first).toMatchObject({ outcome: 'failed', permanent: false, retryAfter: 30_000 });
    expect(await fetcher.fetch(`${site.url}/b.md`, { kind: 'paper' })).toMatchObject({ retryAfter: 30_000 });
    expect(paths()).toEqual(['/robots.txt', '/a.md']);
    pass(30_000);
    await fetcher.fetch(`${site.url}/b.md`, { kind: 'paper' });
    expect(paths()).toEqual(['/robots.txt', '/a.md', '/b.md']);
  });

  test('leaves a host alone that fails again and again', async () => {
    const { clock } = stubClock();
    site.routes['/a.md'] = (_, response) => response.writeHead(503).end();
    const fetcher = fetcherOf({ clock });
    for (let times = 0; times < 8; times += 1) await fetcher.fetch(`${site.url}/a.md`, { kind: 'paper' });
    expect(paths().filter((path) => path === '/a.md')).toHaveLength(5);
  });

  test('follows redirects and records each', async () => {
    site.routes['/old.md'] = (_, response) => response.writeHead(301, { location: '/new.md' }).end();
    site.routes['/new.md'] = PAPER;
    expect(await get('/old.md')).toMatchObject({
      outcome: 'fetched',
      record: {
        url: `${site.url}/old.md`,
        finalUrl: `${site.url}/new.md`,
        headers: { redirects: `301 ${site.url}/new.md` },
      },
    });
  });

  test('does not go round for ever', async () => {
    site.routes['/a.md'] = (_, response) => response.writeHead(302, { location: '/a.md' }).end();
    expect(await get('/a.md')).toMatchObject({ outcome: 'failed', permanent: true });
    expect(paths().filter((path) => path === '/a.md')).toHaveLength(11);
  });

  test.each<[string, number, PoliteResult['outcome'], boolean]>([
    ['what is gone', 404, 'failed', true],
    ['what it may not see', 403, 'refused', true],
    ['what needs a login', 401, 'refused', true],
    ['a server at fault', 500, 'failed', false],
    ['a proxy at fault', 502, 'failed', false],
  ])('%s (%d) is %s, for good: %s', async (_, status, outcome, permanent) => {
    site.routes['/a.pdf'] = (_, response) => response.writeHead(status).end();
    expect(await get('/a.pdf')).toMatchObject({ outcome, permanent, record: { status } });
  });

  test.each<[string, () => void, string]>([
    [
      'a web page where a PDF was due',
      () => (site.routes['/a.pdf'] = '<!DOCTYPE html><p>Sorry'),
      'a web page instead of the paper',
    ],
    ['nothing', () => (site.routes['/a.pdf'] = ''), 'an empty file'],
    [
      'an error page with the status of success',
      () => {
        site.routes['/a.pdf'] = (_, response) => response.writeHead(302, { location: '/mgError.aspx?x' }).end();
        site.routes['/mgError.aspx?x'] = 'Sorry';
      },
      'its error page',
    ],
  ])('%s is not taken for the paper', async (_, arrange, reason) => {
    arrange();
    const result = await get('/a.pdf');
    expect(result).toMatchObject({ outcome: 'failed', permanent: true });
    expect(reasonOf(result)).toContain(reason);
  });

  test('a PDF that calls itself HTML is taken: the bytes decide', async () => {
    site.routes['/a.pdf'] = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PDF);
    expect(await get('/a.pdf')).toMatchObject({ outcome: 'fetched', record: { mediaType: 'application/pdf' } });
  });

  test.each(['endless', 'bomb'])('a body without end is cut: %s', async (kind) => {
    site.routes['/a.md'] = (_, response) => {
      if (kind === 'bomb')
        return void response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(20_000_000)));
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    };
    const result = await get('/a.md', { maxBytes: 1024 * 1024 });
    expect(reasonOf(result)).toContain('larger than the 1 MiB');
    expect(result).toMatchObject({ permanent: true });
  });

  test('a server that sends a byte now and then is given up, and may be tried again', async () => {
    site.routes['/a.md'] = (_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const result = await get('/a.md', { timeout: 200 });
    expect(result).toMatchObject({ outcome: 'failed', permanent: false });
    expect(reasonOf(result)).toContain('longer than 0.2 seconds');
  });

  test('a robots.txt without end is read as far as it goes', async () => {
    site.routes['/robots.txt'] = (_, response) => {
      response.write('User-agent: *\nDisallow: /private\n');
      const more = () => {
        while (!response.destroyed && response.write(`# ${'x'.repeat(65_536)}\n`));
      };
      response.on('drain', more);
      more();
    };
    site.routes['/a.md'] = PAPER;
    expect((await get('/a.md')).outcome).toBe('fetched');
    expect((await get('/private/a.md')).outcome).toBe('refused');
  });
});

describe('nothing inside the private network is asked', () => {
  let site: LocalSite;
  beforeEach(async () => {
    site = await startLocalSite();
  });
  afterEach(() => site.close());

  const port = () => new URL(site.url).port;

  test.each([
    'http://127.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://0:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://localhost:PORT/',
    'http://localhost.:PORT/',
    'http://127。0。0。1:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://user:password@127.0.0.1:PORT/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1:PORT/',
  ])('%s', async (url) => {
    const result = await createPoliteFetcher().fetch(url.replace('PORT', port()), { kind: 'paper' });
    expect(result).toMatchObject({ outcome: 'failed', record: { status: null } });
    expect(site.asked).toEqual([]);
  });

  test('a name that resolves to a public address first and to a private one later is connected to what was checked', async () => {
    let lookups = 0;
    const resolveHost: NonNullable<PoliteOptions['resolveHost']> = (_, done) => {
      lookups += 1;
      const address = lookups === 1 ? '203.0.113.7' : '127.0.0.1';
      done(null, [{ address, family: 4 }]);
    };
    const fetcher = createPoliteFetcher({ resolveHost, timeout: 300, minimumDelay: 0 });
    for (let times = 0; times < 2; times += 1)
      expect((await fetcher.fetch(`http://rebinding.example:${port()}/a.md`, { kind: 'paper' })).outcome).not.toBe(
        'fetched',
      );
    expect(site.asked).toEqual([]);
  });

  test('a name with one public and one private address is refused', async () => {
    const resolveHost: NonNullable<PoliteOptions['resolveHost']> = (_, done) =>
      done(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const result = await createPoliteFetcher({ resolveHost }).fetch(`http://two.example:${port()}/`, { kind: 'paper' });
    expect(result).toMatchObject({ permanent: true, reason: expect.stringContaining('not on the public internet') });
  });

  test.each(['http://localhost:PORT/secret', 'http://[::1]:PORT/secret', 'file:///etc/passwd', 'http://10.0.0.1/'])(
    'a redirect to %s is not followed',
    async (location) => {
      site.routes['/a.md'] = (_, response) =>
        response.writeHead(302, { location: location.replace('PORT', port()) }).end();
      const fetcher = createPoliteFetcher({ allowedHosts: ['127.0.0.1'], minimumDelay: 0 });
      expect(await fetcher.fetch(`${site.url}/a.md`, { kind: 'paper' })).toMatchObject({
        outcome: 'failed',
        permanent: true,
      });
      expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a.md']);
    },
  );
});
