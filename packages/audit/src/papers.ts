import type { Claim, Observation } from '@scrutineer/model';

/** What a finding tells of the paper a figure is printed in. */
export interface PaperReference {
  /** sha256 of the bytes, hex. */
  readonly id: string;
  readonly file: string;
  /** ISO date of the meeting or of publication; null where the paper does not tell. */
  readonly date?: string | null;
}

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

/** One printing of a figure: the observation and the paper that says it. */
export interface Printing {
  readonly observation: Observation;
  readonly paper: PaperReference;
}
