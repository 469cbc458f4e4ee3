import type { DiscoveredPage, DiscoverOptions, PoliteResult, SourceSpec } from '@scrutineer/ingest/sources';

/** What a process that searches a source is told, one thing at a time. */
export type Told =
  | { readonly spec: SourceSpec; readonly options: DiscoverOptions }
  /** The page that it asked for. */
  | { readonly fetched: PoliteResult }
  /** What it found was taken; it may go on. */
  | { readonly goOn: true };

/** What it answers, once for each. */
export type Answer = { readonly fetch: string } | { readonly page: DiscoveredPage } | { readonly end: true };
