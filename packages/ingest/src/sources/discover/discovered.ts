import type { Publication } from '@scrutineer/model';
import type { PoliteResult } from '../polite/polite-fetcher.ts';
import type { Source } from '../source.ts';

/** A paper that a source announces. */
export interface DiscoveredSource extends Source {
  /** Null for a file on a disk. */
  readonly publication: Publication | null;
}

/** Why part of a source, or all of it, could not be searched. */
export interface DiscoveryProblem {
  /** `missing`: there is nothing to search; `not-searched`: a page could not be had or read. */
  readonly kind: 'missing' | 'not-searched';
  /** One sentence. */
  readonly reason: string;
  /** Trying again may help. */
  readonly passing: boolean;
}

/** What one page of a source announces. A page that was searched and announces nothing has no problems. */
export interface DiscoveredPage {
  readonly sources: readonly DiscoveredSource[];
  /** Handed to `discover`, goes on after this page; null where a source is searched in one go. */
  readonly checkpoint: string | null;
  readonly problems: readonly DiscoveryProblem[];
}

export interface DiscoverOptions {
  /** Where an interrupted search goes on. */
  readonly checkpoint?: string;
  /** ISO date; by default that of the clock. */
  readonly today?: string;
}

/** Gets a page that announces papers. */
export type FetchPage = (url: string) => Promise<PoliteResult>;

export type Discovery = AsyncGenerator<DiscoveredPage>;

/** A page that could not be had. */
export function notSearched(reason: string, passing = false): DiscoveredPage {
  return { sources: [], checkpoint: null, problems: [{ kind: 'not-searched', reason, passing }] };
}
