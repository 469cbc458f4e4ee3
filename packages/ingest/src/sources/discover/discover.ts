import type { DiscoveredSource, DiscoverOptions, Discovery, FetchPage } from './discovered.ts';
import { discoverFeed } from './feed.ts';
import { discoverFiles, discoverList } from './files.ts';
import { discoverModernGov } from './moderngov/discover-moderngov.ts';
import { discoverPage } from './page.ts';
import { discoverSitemap } from './sitemap.ts';
import type { SourceSpec } from './source-spec.ts';
import { discoverWordPress } from './wordpress.ts';

/** Searches a web source, one page of it after the other. */
type DiscoverWeb = (url: string, fetchPage: FetchPage, options: DiscoverOptions) => Discovery;

const WEB: Readonly<Record<'page' | 'feed' | 'sitemap' | 'wordpress' | 'moderngov', DiscoverWeb>> = {
  page: discoverPage,
  feed: discoverFeed,
  sitemap: discoverSitemap,
  wordpress: discoverWordPress,
  moderngov: discoverModernGov,
};

/**
 * Searches a source for the papers it announces. What cannot be searched is told as a problem and ends nothing else.
 *
 * @param fetchPage gets pages; politely, one hopes
 */
export function discover(spec: SourceSpec, fetchPage: FetchPage, options: DiscoverOptions = {}): Discovery {
  if ('origin' in spec) return only({ ...spec, publication: null });
  if ('path' in spec) return spec.kind === 'list' ? discoverList(spec.path) : discoverFiles(spec.path);
  return WEB[spec.kind](spec.url, fetchPage, options);
}

async function* only(source: DiscoveredSource): Discovery {
  yield { sources: [source], checkpoint: null, problems: [] };
}
