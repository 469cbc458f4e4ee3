import { announced } from './announced.ts';
import { cleanLinkText } from './clean-link-text.ts';
import { type DiscoverOptions, type Discovery, type FetchPage, notSearched } from './discovered.ts';
import { pageText } from './page-text.ts';
import { isPaperUrl } from './paper-url.ts';

/** Files that a page of the list has: the most that WordPress gives. */
const PER_PAGE = 100;
/** Pages that are asked for: a hundred thousand files. */
const MOST_PAGES = 1000;

/** The papers among the files uploaded to a WordPress site. Source: WordPress REST API handbook, "Media". */
export async function* discoverWordPress(
  url: string,
  fetchPage: FetchPage,
  { checkpoint }: DiscoverOptions,
): Discovery {
  for (let number = Number(checkpoint ?? 0) + 1; number <= MOST_PAGES; number += 1) {
    const list = new URL('/wp-json/wp/v2/media', url);
    list.search = `?media_type=application&orderby=id&order=asc&per_page=${PER_PAGE}&page=${number}`;
    const page = await pageText(list.href, fetchPage);
    // A page beyond the last is answered by 400.
    if (page.text === null && page.status === 400 && number > 1) return;
    if (page.text === null) return yield notSearched(page.reason, page.passing);
    const files = filesOf(page.text);
    if (!files)
      return yield notSearched(
        `${new URL(url).origin} does not list its files as WordPress does; try page: or sitemap:`,
      );
    const papers = files.filter((file) => isPaperUrl(file.url));
    yield {
      sources: papers.map((file) => announced(file.url, list.href, { linkText: file.title, meetingDate: file.date })),
      checkpoint: String(number),
      problems: [],
    };
    if (files.length < PER_PAGE) return;
  }
}

interface File {
  readonly url: URL;
  readonly title: string | null;
  /** Of the upload. */
  readonly date: string | null;
}

/** Null where the answer is no list of files. */
function filesOf(json: string): File[] | null {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.flatMap(fileOf) : null;
  } catch {
    return null;
  }
}

function fileOf(item: { source_url?: unknown; title?: { rendered?: unknown }; date?: unknown } | null): File[] {
  const url = URL.parse(String(item?.source_url ?? ''));
  if (!url || !['http:', 'https:'].includes(url.protocol)) return [];
  const title = String(item?.title?.rendered ?? '').replace(/<[^<>]*>/g, ' ');
  const date = /^\d{4}-\d\d-\d\d/.exec(String(item?.date ?? ''))?.[0] ?? null;
  return [{ url, title: cleanLinkText(title), date }];
}
