import { announced, eachOnce } from './announced.ts';
import { type DiscoverOptions, type Discovery, type FetchPage, notSearched } from './discovered.ts';
import { pageText } from './page-text.ts';
import { isPaperUrl } from './paper-url.ts';
import { childText, elementsNamed, parseXml } from './xml.ts';

/** Sitemaps that an index may lead to: far more than a publisher's site has. */
const MOST_SITEMAPS = 1000;

/** The papers that a sitemap lists, also through an index of sitemaps. Source: the protocol of sitemaps.org. */
export async function* discoverSitemap(url: string, fetchPage: FetchPage, { checkpoint }: DiscoverOptions): Discovery {
  const pending = [url];
  const seen = new Set(pending);
  let done = checkpoint === undefined;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const page = await pageText(next, fetchPage);
    const xml = page.text === null ? null : parseXml(page.text);
    const root = xml?.documentElement?.localName?.toLowerCase();
    if (!xml || !['urlset', 'sitemapindex'].includes(root ?? '')) {
      yield notSearched(page.text === null ? page.reason : `${next} is no sitemap`, page.text === null && page.passing);
      continue;
    }
    const locations = elementsNamed(xml, root === 'urlset' ? 'url' : 'sitemap').flatMap((element) => {
      const location = URL.parse(childText(element, 'loc') ?? '');
      return location ? [{ location, changed: childText(element, 'lastmod')?.slice(0, 10) ?? null }] : [];
    });
    if (root === 'sitemapindex') {
      const fresh = locations.map(({ location }) => location.href).filter((href) => !seen.has(href));
      for (const href of fresh.slice(0, MOST_SITEMAPS - seen.size)) pending.push(href) && seen.add(href);
      continue;
    }
    const papers = locations.filter(({ location }) => isPaperUrl(location));
    const sources = papers.map(({ location, changed }) => announced(location, next!, { meetingDate: changed }));
    if (done) yield { sources: eachOnce(sources), checkpoint: next, problems: [] };
    done ||= next === checkpoint;
  }
}
