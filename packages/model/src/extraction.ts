import type { Claim } from './claim.ts';
import type { Observation } from './observation.ts';
import type { PaperFacts } from './paper.ts';

/** What extraction gives for one paper. */
export interface Extraction {
  readonly facts: PaperFacts;
  /** In reading order. */
  readonly observations: readonly Observation[];
  /** In reading order. */
  readonly claims: readonly Claim[];
}
