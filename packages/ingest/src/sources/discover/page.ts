import { announced, eachOnce } from './announced.ts';
import {
  type DiscoveredPage,
  type DiscoveredSource,
  type Discovery,
  type FetchPage,
  notSearched,
} from './discovered.ts';
import { htmlLinks } from './html-links.ts';
import { pageText } from './page-text.ts';
import { isPaperUrl, isSameSite } from './paper-url.ts';

/** The papers that a web page links to. */
export async function* discoverPage(url: string, fetchPage: FetchPage): Discovery {
  yield await papersOfPage(url, fetchPage);
}

/**
 * As `discoverPage`, for pages that another page leads to. A page that says it really is on another site (a copy that
 * was left on a staging host, say) is left for that one.
 */
export async function papersOfPage(url: string, fetchPage: FetchPage, followed = false): Promise<DiscoveredPage> {
  const page = await pageText(url, fetchPage);
  if (page.text === null) return notSearched(page.reason, page.passing);
  const { title, canonical, links } = htmlLinks(page.text, page.url);
  if (canonical && !isSameSite(canonical, new URL(page.url)) && !followed)
    return papersOfPage(canonical.href, fetchPage, true);
  const sources = links
    .filter((link) => isPaperUrl(link.url))
    .map((link): DiscoveredSource => announced(link.url, page.url, { linkText: link.text, meeting: title }));
  return { sources: eachOnce(sources), checkpoint: null, problems: [] };
}
