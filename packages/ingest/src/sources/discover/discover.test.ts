import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createPoliteFetcher } from '../polite/polite-fetcher.ts';
import { type LocalSite, startLocalSite } from '../testing/local-site.ts';
import { discover } from './discover.ts';
import type { DiscoveredPage, DiscoverOptions } from './discovered.ts';
import { parseSource } from './source-spec.ts';

describe('discovering papers', () => {
  let site: LocalSite;
  beforeEach(async () => {
    site = await startLocalSite();
  });
  afterEach(() => site.close());

  const search = (source: string, options: DiscoverOptions = {}): Promise<DiscoveredPage[]> => {
    const fetcher = createPoliteFetcher({ allowedHosts: ['127.0.0.1'], minimumDelay: 0 });
    const fetchPage = (url: string) => fetcher.fetch(url, { kind: 'page' });
    return Array.fromAsync(discover(parseSource(source), fetchPage, { today: '2013-06-01', ...options }));
  };
  const here = (text: string | null) => text?.replace(site.url, '') ?? null;
  const origins = (pages: readonly DiscoveredPage[]) =>
    pages.flatMap(({ sources }) => sources.map(({ origin }) => here(origin)));
  const problems = (pages: readonly DiscoveredPage[]) =>
    pages.flatMap((page) => page.problems.map(({ reason }) => reason.replaceAll(site.url, '')));

  describe('a page', () => {
    test('gives the papers it links to, each once, with what the link says', async () => {
      site.routes['/panel/papers'] = `<!doctype html><html><head><base href="/files/"><title>x</title></head><body>
        <h1>Police and Crime Panel, 5 March 2019</h1>
        <a href="q1.pdf">Quarter 1 report <span>PDF 138 KB</span></a> <a href="q1.pdf#search=crime">again</a>
        <a href="../notes/q2.docx">Download the Quarter 2 report</a> <a href="mailto:x@example.org">mail.pdf</a>
        <a href="javascript:alert(1)//.pdf">no</a> <a href="/contact">Contact</a> <a href="http://[bad/x.pdf">bad</a>
        <a href="https://user:secret@example.org/x.pdf">no</a></body></html>`;
      const pages = await search(`page:${site.url}/panel/papers`);
      expect(origins(pages)).toEqual(['/files/q1.pdf', '/notes/q2.docx']);
      expect(pages[0]!.sources[0]!.publication).toEqual({
        origin: `${site.url}/files/q1.pdf`,
        page: `${site.url}/panel/papers`,
        linkText: 'Quarter 1 report',
        meeting: 'Police and Crime Panel, 5 March 2019',
        meetingDate: null,
        body: null,
        attachment: null,
      });
    });

    test('that announces nothing was searched; one that is away was not', async () => {
      site.routes['/none'] = '<p>No papers.</p>';
      expect(await search(`page:${site.url}/none`)).toEqual([{ sources: [], checkpoint: null, problems: [] }]);
      expect(problems(await search(`page:${site.url}/gone`))).toEqual(['/gone: the server answered 404']);
    });

    test('that is a copy of one elsewhere is left for that one', async () => {
      const other = await startLocalSite();
      other.routes['/real'] = '<a href="/real.pdf">Report</a>';
      site.routes['/staging'] = `<link rel="canonical" href="${other.url}/real"><a href="/staging.pdf">Report</a>`;
      const pages = await search(`page:${site.url}/staging`);
      other.close();
      expect(pages[0]!.sources.map(({ origin }) => origin)).toEqual([`${other.url}/real.pdf`]);
    });

    test('nested too deeply to be read gives nothing, and breaks nothing', async () => {
      site.routes['/deep'] = `${'<div>'.repeat(50_000)}<a href="/a.pdf">A</a>`;
      expect(origins(await search(`page:${site.url}/deep`))).toEqual([]);
    });
  });

  describe('a feed', () => {
    test('of RSS gives enclosures, links to files, and the papers of pages that items link to; and goes on', async () => {
      site.routes['/feed'] = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
        <item><title>Q1</title><link>/news/q1</link><pubDate>Tue, 05 Mar 2019 10:00:00 GMT</pubDate>
          <enclosure url="/q1.pdf" type="application/pdf"/></item>
        <item><title>Q2</title><link>/q2.pdf</link></item>
        <item><title>Meeting</title><link>/news/meeting</link></item></channel></rss>`;
      site.routes['/news/meeting'] = '<h1>Meeting</h1><a href="/q3.docx">Quarter 3</a>';
      const pages = await search(`feed:${site.url}/feed`);
      expect(origins(pages)).toEqual(['/q1.pdf', '/q2.pdf', '/q3.docx']);
      expect(pages[0]!.sources[0]!.publication).toMatchObject({ linkText: 'Q1', meetingDate: '2019-03-05' });
      expect(origins(await search(`feed:${site.url}/feed`, { checkpoint: pages[0]!.checkpoint! }))).toEqual([
        '/q2.pdf',
        '/q3.docx',
      ]);
    });

    test('of Atom gives the links of its entries', async () => {
      site.routes['/atom'] = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Q1</title>
        <updated>2019-03-05T10:00:00Z</updated><link href="/q1.pdf"/></entry></feed>`;
      const [page] = await search(`feed:${site.url}/atom`);
      expect(page!.sources[0]).toMatchObject({
        file: 'q1.pdf',
        publication: { linkText: 'Q1', meetingDate: '2019-03-05' },
      });
    });

    test.each([
      ['a page', '<!doctype html><p>Not found'],
      ['entities that grow', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'],
      ['entities of other files', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>'],
    ])('that is %s was not searched', async (_, text) => {
      site.routes['/feed'] = text;
      expect(problems(await search(`feed:${site.url}/feed`))).toEqual(['/feed is neither an RSS nor an Atom feed']);
    });
  });

  test('a sitemap gives its papers, through an index, packed, and without going round', async () => {
    const sitemap = (...paths: string[]) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${site.url}${path}</loc><lastmod>2019-03-05T10:00:00Z</lastmod></url>`).join('')}</urlset>`;
    site.routes['/index.xml'] = `<sitemapindex>${['/index.xml', '/1.xml', '/2.xml.gz', '/gone.xml']
      .map((path) => `<sitemap><loc>${site.url}${path}</loc></sitemap>`)
      .join('')}</sitemapindex>`;
    site.routes['/1.xml'] = sitemap('/a.pdf', '/about');
    site.routes['/2.xml.gz'] = (_, response) => response.end(gzipSync(sitemap('/b.pdf')));
    const pages = await search(`sitemap:${site.url}/index.xml`);
    expect(origins(pages)).toEqual(['/a.pdf', '/b.pdf']);
    expect(pages[0]!.sources[0]!.publication).toMatchObject({ meetingDate: '2019-03-05', page: `${site.url}/1.xml` });
    expect(problems(pages)).toEqual(['/gone.xml: the server answered 404']);
    const later = await search(`sitemap:${site.url}/index.xml`, { checkpoint: `${site.url}/1.xml` });
    expect(origins(later)).toEqual(['/b.pdf']);
  });

  describe('a WordPress site', () => {
    const list = (page: number) =>
      `/wp-json/wp/v2/media?media_type=application&orderby=id&order=asc&per_page=100&page=${page}`;
    const file = (path: string) => ({
      source_url: `${site.url}${path}`,
      title: { rendered: 'Report' },
      date: '2019-03-05T10:00:00',
    });

    test('gives its uploaded papers, page by page, and goes on', async () => {
      site.routes[list(1)] = JSON.stringify(
        Array.from({ length: 100 }, (_, index) => file(`/wp-content/uploads/${index}.pdf`)),
      );
      site.routes[list(2)] = JSON.stringify([
        file('/last.docx'),
        file('/logo.svg'),
        { __proto__: { source_url: '/x.pdf' } },
        null,
      ]);
      const pages = await search(`wordpress:${site.url}`);
      expect(pages.map(({ sources, checkpoint }) => [sources.length, checkpoint])).toEqual([
        [100, '1'],
        [1, '2'],
      ]);
      expect(pages[1]!.sources[0]!.publication).toMatchObject({ linkText: 'Report', meetingDate: '2019-03-05' });
      expect(origins(await search(`wordpress:${site.url}`, { checkpoint: '1' }))).toEqual(['/last.docx']);
    });

    test('that ends with a full page has no more', async () => {
      site.routes[list(1)] = JSON.stringify(Array.from({ length: 100 }, (_, index) => file(`/${index}.pdf`)));
      site.routes[list(2)] = (_, response) => response.writeHead(400).end('{"code":"rest_post_invalid_page_number"}');
      expect(problems(await search(`wordpress:${site.url}`))).toEqual([]);
    });

    test('that is none was not searched', async () => {
      site.routes[list(1)] = '<html>';
      expect(problems(await search(`wordpress:${site.url}`))[0]).toContain('does not list its files as WordPress does');
    });
  });

  describe('a ModernGov site', () => {
    const service = (method: string) => `/mgWebService.asmx/${method}`;
    const meetings = (year: number, ...list: readonly (readonly [string, string])[]) => {
      const elements = list.map(
        ([id, date]) => `<meeting><meetingid>${id}</meetingid><meetingdate>${date}</meetingdate></meeting>`,
      );
      const path = service(`GetMeetings?lCommitteeId=7&sFromDate=01/01/${year}&sToDate=31/12/${year}`);
      site.routes[path] =
        `<getmeetings><committeetitle>Police and Crime Panel</committeetitle>${elements.join('')}</getmeetings>`;
    };
    const documents = (meeting: string, ...list: readonly (readonly [string, string, boolean?])[]) => {
      const elements = list.map(
        ([title, url, restricted = false]) =>
          `<linkeddoc><title>${title}</title><url>${url}</url><isrestricted>${restricted ? 'True' : 'False'}</isrestricted></linkeddoc>`,
      );
      site.routes[service(`GetMeeting?lMeetingId=${meeting}`)] =
        `<meeting><agendaitems>${elements.join('')}</agendaitems></meeting>`;
    };

    test('gives the reports of its meetings by its web service, oldest first; no pack, nothing restricted, each once', async () => {
      meetings(2012, ['11', '05/12/2012']);
      meetings(2013, ['13', '04/06/2013'], ['12', '05/03/2013']);
      meetings(2014);
      documents('11', ['Performance report', '/documents/s100/Performance report.pdf']);
      documents(
        '12',
        ['Public reports pack', '/documents/g12/Pack.pdf'],
        ['Report', '/documents/s101/Report.pdf'],
        ['Report', '/documents/s101/Report%20again.pdf'],
        ['Secret', '/documents/s102/Secret.pdf', true],
      );
      documents('13', ['Public reports pack', '/documents/g13/Pack.pdf#search=x']);
      const pages = await search(`${site.url}/ieListMeetings.aspx?CId=7`);
      expect(origins(pages)).toEqual([
        '/documents/s100/Performance%20report.pdf',
        '/documents/s101/Report.pdf',
        '/documents/g13/Pack.pdf',
      ]);
      expect(pages.map(({ checkpoint }) => checkpoint)).toEqual(['11', '12', '13']);
      expect(pages[0]!.sources[0]!.publication).toEqual({
        origin: `${site.url}/documents/s100/Performance%20report.pdf`,
        page: `${site.url}/ieListDocuments.aspx?CId=7&MId=11`,
        linkText: 'Performance report',
        meeting: 'Police and Crime Panel',
        meetingDate: '2012-12-05',
        body: 'Police and Crime Panel',
        attachment: 's100',
      });
      const later = await search(`${site.url}/ieListMeetings.aspx?CommitteeId=7`, { checkpoint: '12' });
      expect(origins(later)).toEqual(['/documents/g13/Pack.pdf']);
    });

    test('without the web service gives them by its pages', async () => {
      site.routes['/ieListMeetings.aspx?CId=7&Year=0'] = `<h1>Browse meetings - Police and Crime Panel</h1>
        <a href="ieListDocuments.aspx?CId=7&amp;MID=11&amp;Ver=4">Wednesday, 5th December, 2012 10.00 am</a>
        <a href="mgAi.aspx?ID=3">Item</a>`;
      site.routes['/ieListDocuments.aspx?CId=7&MId=11'] = `<h1>Agenda for Police and Crime Panel</h1>
        <a href="documents/g11/Pack.pdf">Public reports pack PDF 4 MB</a>
        <a href="documents/s100/Report.pdf">Performance report PDF 138 KB</a>`;
      const pages = await search(`moderngov:${site.url}/mgCommitteeDetails.aspx?ID=1&cid=7`);
      expect(origins(pages)).toEqual(['/documents/s100/Report.pdf']);
      expect(pages[0]!.sources[0]!.publication).toMatchObject({
        linkText: 'Performance report',
        meeting: 'Agenda for Police and Crime Panel',
        meetingDate: '2012-12-05',
        body: 'Police and Crime Panel',
        attachment: 's100',
      });
    });

    test('that is away was not searched, and one meeting that is away stops no other', async () => {
      expect(problems(await search(`${site.url}/ieListMeetings.aspx?CId=7`))[0]).toContain('answered 404');
      for (const year of [2013, 2014]) meetings(year);
      meetings(2012, ['11', '05/12/2012'], ['12', '06/12/2012']);
      documents('12', ['Report', '/documents/s101/Report.pdf']);
      const pages = await search(`${site.url}/ieListMeetings.aspx?CId=7`);
      expect(origins(pages)).toEqual(['/documents/s101/Report.pdf']);
      expect(problems(pages)).toHaveLength(1);
    });

    test('an address without a committee or a meeting says what is missing', async () => {
      expect(problems(await search(`moderngov:${site.url}/x`))[0]).toContain(
        'neither a committee (CId=) nor a meeting (MId=)',
      );
    });
  });

  describe('on a disk', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'scrutineer-discover-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    test('a list of addresses gives each once, and says which are none', async () => {
      writeFileSync(
        join(folder, 'urls.txt'),
        'https://example.org/a.pdf # Q1\n\n# b\nhttps://example.org/a.pdf\nb.pdf\nhttp://example.org/#x',
      );
      const pages = await search(`list:${folder}/urls.txt`);
      expect(origins(pages)).toEqual(['https://example.org/a.pdf', 'http://example.org/']);
      expect(problems(pages)[0]).toContain('lists "b.pdf", which is no web address');
    });

    test('a folder and a glob give their papers, one file itself', async () => {
      for (const name of ['b.md', 'a.md', 'c.txt']) writeFileSync(join(folder, name), '');
      expect(origins(await search(folder))).toEqual([join(folder, 'a.md'), join(folder, 'b.md')]);
      expect(origins(await search(`${folder}/b*`))).toEqual([join(folder, 'b.md')]);
      expect(origins(await search(`${folder}/a.md`))).toEqual([join(folder, 'a.md')]);
    });
  });
});
