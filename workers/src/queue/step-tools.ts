import type { Archive } from '@scrutineer/ingest/archive';
import type { PoliteFetcher } from '@scrutineer/ingest/sources';
import type { Store } from '@scrutineer/store';
import type { Logger } from 'pino';
import type { Metrics } from '../monitor/metrics.ts';
import type { Pool } from '../pool/pool.ts';
import type { Settings } from '../settings.ts';
import type { ReadingResult } from '../steps/read-and-extract.ts';
import type { Queues } from './queues.ts';

/** What the processors of all queues work with. */
export interface StepTools {
  readonly store: Store;
  readonly archive: Archive;
  readonly pool: Pool<ReadingResult>;
  readonly fetcher: PoliteFetcher;
  readonly queues: Queues;
  readonly settings: Settings;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Fires when the time to finish what was begun is over. */
  readonly stopping: AbortSignal;
}
