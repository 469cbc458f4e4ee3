import type { Observation } from './observation.ts';

/** The paper that a figure is printed in, and when it said so. */
export interface PaperReference {
  /** sha256 of the bytes, hex. */
  readonly id: string;
  readonly file: string;
  /** ISO date of the meeting or of publication; null where the paper does not tell. */
  readonly date: string | null;
}

/** One printing of a figure: the observation and the paper that says it. */
export interface Printing {
  readonly observation: Observation;
  readonly paper: PaperReference;
}
