import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPoliteFetcher, discover, parseSource } from '@scrutineer/ingest/sources';
import { searchApart } from './search-apart.ts';

const FEED = (site: string) => `<?xml version="1.0"?><rss><channel>
  <item><title>Quarter 1</title><link>${site}/q1.pdf</link><pubDate>Tue, 05 Mar 2019 10:00:00 GMT</pubDate></item>
  <item><title>A page</title><link>${site}/page</link></item></channel></rss>`;
const PAGE = '<!doctype html><h1>Panel</h1><a href="/q2.docx">Quarter 2 report</a> <a href="file:///etc/x.pdf">no</a>';

describe('searching a source in a box', () => {
  let server: Server;
  let site: string;
  const pages: Record<string, string> = {};
  beforeAll(async () => {
    server = createServer(({ url }, response) => response.writeHead(url! in pages ? 200 : 404).end(pages[url!]));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Object.assign(pages, {
      '/feed': FEED(site),
      '/page': PAGE,
      '/sitemap': `<urlset><url><loc>${site}/q3.pdf</loc></url></urlset>`,
      '/no-feed': PAGE,
      '/deep': `<!doctype html>${'<div>'.repeat(200_000)}`,
    });
  });
  afterAll(() => server.close());

  const fetcher = createPoliteFetcher({ allowedHosts: ['127.0.0.1'], minimumDelay: 0 });
  const fetchPage = (url: string) => fetcher.fetch(url, { kind: 'page' });

  test.each([
    'page:SITE/page',
    'feed:SITE/feed',
    'sitemap:SITE/sitemap',
    'feed:SITE/no-feed',
    'page:SITE/gone',
    'page:SITE/deep',
  ])('%s gives what a search outside gives', async (source) => {
    const spec = parseSource(source.replace('SITE', site));
    const outside = await Array.fromAsync(discover(spec, fetchPage));
    expect(await Array.fromAsync(searchApart(spec, fetchPage))).toEqual(outside);
    expect(outside[0]!.sources.length + outside[0]!.problems.length > 0 || source.endsWith('deep')).toBe(true);
  });

  test('a search goes on where an interrupted one was', async () => {
    const spec = parseSource(`feed:${site}/feed`);
    const found = await Array.fromAsync(searchApart(spec, fetchPage, { checkpoint: `${site}/q1.pdf` }));
    expect(found.flatMap(({ sources }) => sources.map(({ file }) => file))).toEqual(['q2.docx']);
  });

  test('one that is left early leaves no process behind', async () => {
    for await (const page of searchApart(parseSource(`feed:${site}/feed`), fetchPage)) {
      expect(page.sources).toHaveLength(1);
      break;
    }
  });

  test.each([
    ['time', { time: 1, memory: 1000 }],
    ['memory', { time: 60_000, memory: 100 }],
  ])('a page that takes more %s than it may is a problem of its source', async (_, limits) => {
    const found = await Array.fromAsync(searchApart(parseSource(`page:${site}/deep`), fetchPage, {}, limits));
    expect(found.map(({ problems }) => problems[0]?.reason)).toEqual([
      `${site}/deep has a page that takes more time or memory than it may`,
    ]);
  });

  test('what cannot be fetched for another reason fails the search as before', async () => {
    const broken = () => Promise.reject(new Error('the network is gone'));
    await expect(Array.fromAsync(searchApart(parseSource(`page:${site}/page`), broken))).rejects.toThrow('is gone');
  });
});
