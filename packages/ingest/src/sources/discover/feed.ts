import { announced, eachOnce } from './announced.ts';
import { type DiscoverOptions, type Discovery, type FetchPage, notSearched } from './discovered.ts';
import { papersOfPage } from './page.ts';
import { pageText } from './page-text.ts';
import { isPaperUrl } from './paper-url.ts';
import { childText, elementsNamed, parseXml } from './xml.ts';

/**
 * The papers that an RSS or Atom feed announces: enclosures and links to files; where an item links to a page, the
 * papers that the page links to.
 */
export async function* discoverFeed(url: string, fetchPage: FetchPage, { checkpoint }: DiscoverOptions): Discovery {
  const page = await pageText(url, fetchPage);
  if (page.text === null) return yield notSearched(page.reason, page.passing);
  const xml = parseXml(page.text);
  if (!xml || !['rss', 'feed', 'rdf'].includes(xml.documentElement?.localName?.toLowerCase() ?? ''))
    return yield notSearched(`${url} is neither an RSS nor an Atom feed`);
  const items = [...elementsNamed(xml, 'item'), ...elementsNamed(xml, 'entry')].map((item) => {
    const addresses = ['enclosure', 'link'].flatMap((name) => elementsNamed(item, name));
    const urls = addresses.flatMap(
      (element) =>
        URL.parse(element.getAttribute('url') || element.getAttribute('href') || element.textContent || '', page.url) ??
        [],
    );
    const date = ['pubdate', 'published', 'updated', 'date'].flatMap((name) => childText(item, name) ?? [])[0];
    return { urls: urls.filter(isWeb), told: { linkText: childText(item, 'title'), meetingDate: isoDate(date) } };
  });
  const goOn = items.findIndex(({ urls }) => checkpoint !== undefined && urls[0]?.href === checkpoint) + 1;
  for (const { urls, told } of items.slice(goOn)) {
    const [first] = urls;
    if (!first) continue;
    const papers = urls.filter(isPaperUrl).map((paper) => announced(paper, url, told));
    const found = papers.length > 0 ? { sources: papers, problems: [] } : await papersOfPage(first.href, fetchPage);
    yield { sources: eachOnce(found.sources), checkpoint: first.href, problems: found.problems };
  }
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function isoDate(text: string | undefined): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}
