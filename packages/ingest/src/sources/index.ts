export { discover } from './discover/discover.ts';
export {
  type DiscoveredPage,
  type DiscoveredSource,
  type DiscoverOptions,
  type Discovery,
  type FetchPage,
  notSearched,
} from './discover/discovered.ts';
export { parseSource, type SourceSpec } from './discover/source-spec.ts';
export { type ExpandedSources, expandSources, type SourceProblem } from './expand-sources.ts';
export { type LoadOptions, loadSource } from './load-source.ts';
export { pathOf } from './local-path.ts';
export { createPoliteFetcher, type PoliteFetcher, type PoliteResult } from './polite/polite-fetcher.ts';
export type { Source } from './source.ts';
