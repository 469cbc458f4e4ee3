import type { StepResult } from '@scrutineer/model';
import type { ReadingResult } from '../steps/read-and-extract.ts';

/** What the main thread sends to a reading thread: one paper. */
export interface Job {
  readonly id: string;
  readonly file: string;
  /** Handed over, not copied: the sender no longer has them. */
  readonly bytes: Uint8Array;
}

/** What a reading thread sends back. */
export type JobResult = StepResult<ReadingResult>;
