import type { ReadOptions } from '@scrutineer/ingest';
import type { StepResult } from '@scrutineer/model';

/** One paper to read. */
export interface Job {
  readonly id: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The page that is to be drawn; null or missing where the paper is to be read. */
  readonly draw?: number;
}

/** What the main process sends to a reading process. */
export interface Order extends Job {
  readonly options: Omit<ReadOptions, 'onPage'>;
}

/**
 * What a reading process sends back: each page that it begins (null: none alone), and in the end the result, or why it crashed.
 */
export type Report<T> =
  | { readonly page: number | null }
  | { readonly result: StepResult<T> }
  | { readonly crashed: string };
