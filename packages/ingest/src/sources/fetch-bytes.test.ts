import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { failureReason } from '@scrutineer/model';
import { type FetchOptions, fetchBytes } from './fetch-bytes.ts';

const PAPER = '# Item 7\n\nThere were 12 burglaries.\n';
const HERE: FetchOptions = { allowedHosts: ['127.0.0.1'] };

async function reasonOf(url: string, options: FetchOptions = {}): Promise<string> {
  const result = await fetchBytes(url, options);
  if (result.status !== 'failed') throw new Error(`${url} was fetched`);
  return failureReason(result.messages);
}

describe('an address that is not on the public internet is refused', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127。0。0。1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:169.254.169.254]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.0.1:8080/',
    'http://localhost/',
    'https://localhost/',
  ])('%s', async (url) => {
    expect(await reasonOf(url)).toContain('is not on the public internet');
  });

  test.each(['ftp://example.org/a.pdf', 'file:///etc/passwd'])('%s', async (url) => {
    expect(await reasonOf(url)).toContain('not to the web');
  });
});

describe('fetching', () => {
  let server: Server;
  let base: string;
  const routes: Record<string, RequestListener> = {
    '/paper.md': (_, response) => response.end(PAPER),
    '/packed.md': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(PAPER)),
    '/bomb.md': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(4_000_000))),
    '/moved': (_, response) => response.writeHead(301, { location: '/paper.md' }).end(),
    '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
    '/inwards': (_, response) => response.writeHead(302, { location: 'http://[::1]/secret' }).end(),
    '/to-a-name': (_, response) => response.writeHead(302, { location: 'http://localhost/secret' }).end(),
    '/to-a-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/announced': (_, response) => response.writeHead(200, { 'content-length': 9_000_000 }).write('a'),
    '/silent': () => {},
    '/endless': (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    },
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const route = routes[request.url ?? ''];
      if (route) route(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each(['/paper.md', '/packed.md', '/moved'])('%s gives the paper', async (path) => {
    const result = await fetchBytes(base + path, HERE);
    expect(result.status === 'complete' && Buffer.from(result.value).toString()).toBe(PAPER);
  });

  test.each([
    ['/missing', 'the server answered 404 Not Found'],
    ['/round', 'redirected more than 5 times'],
    ['/inwards', '[::1] is not on the public internet'],
    ['/to-a-name', 'localhost is not on the public internet'],
    ['/to-a-file', 'leads to file:'],
  ])('%s: %s', async (path, reason) => {
    expect(await reasonOf(base + path, HERE)).toContain(reason);
  });

  test.each(['/endless', '/bomb.md', '/announced'])('%s is cut at the limit', async (path) => {
    expect(await reasonOf(base + path, { ...HERE, maxBytes: 1024 * 1024 })).toContain('larger than the 1 MiB');
  });

  test('a server that never answers is given up', async () => {
    expect(await reasonOf(`${base}/silent`, { ...HERE, timeout: 50 })).toContain('longer than 0.05 seconds');
  });

  test('a port where nobody listens is one sentence', async () => {
    expect(await reasonOf('http://127.0.0.1:1/', HERE)).toMatch(
      /^http:\/\/127\.0\.0\.1:1\/ cannot be fetched: .*ECONNREFUSED/,
    );
  });
});
