import type { Claim, Observation, PaperReference } from '@scrutineer/model';

/** One paper's observations, as the checks see them. */
export interface AuditedPaper {
  readonly paper: PaperReference;
  readonly observations: readonly Observation[];
  readonly claims: readonly Claim[];
}

/** A claim in words and the paper that makes it. */
export interface MadeClaim {
  readonly claim: Claim;
  readonly paper: PaperReference;
}
