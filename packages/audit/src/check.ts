import type { Claim, Observation, Printing, Severity, Verdict } from '@scrutineer/model';
import type { MadeClaim } from './papers.ts';
import type { PaperRelations } from './relations/paper-relations.ts';

/** What the checks know beside the figures. */
export interface AuditContext {
  /** Whether a rise in a measure is an improvement (`up`) or a fall is (`down`); null where neither, or nothing is known. */
  readonly directionOfGood: (measureId: string) => 'up' | 'down' | null;
}

/** Why figures that were held against each other do not fit. It never says which of them is the wrong one. */
export interface Misfit {
  /** Where it differs from the check's. */
  readonly severity?: Severity;
  /** The value that would have been consistent; null where there is no single one. */
  readonly expected: number | null;
  /** One sentence a councillor can read. */
  readonly explain: string;
  /** What is printed and does not fit beside the figures of the observations ("2023"). */
  readonly figures?: readonly string[];
  /** For one figure in several printings: how they agree. */
  readonly verdict?: Verdict;
}

/** Figures that a check held against each other, and what came of it. */
export interface Comparison {
  readonly observations: readonly Observation[];
  /** The claim in words that they were held against. */
  readonly claim?: Claim;
  /** Null where they agree. */
  readonly misfit: Misfit | null;
}

interface CheckDescription {
  /** Its name, which is its file's. */
  readonly rule: string;
  /** Of its findings, where a misfit does not say otherwise. */
  readonly severity: Severity;
  /** What must be printed for the check to have something to compare. */
  readonly needs: string;
  /** What it says, in one sentence a councillor can read. */
  readonly about: string;
}

/** A check of the figures of one paper: a pure function. */
export interface PaperCheck extends CheckDescription {
  readonly compare: (paper: PaperRelations, context: AuditContext) => Iterable<Comparison>;
}

/** All that papers say of one thing: measure, area and breakdown. */
export interface PrintedThing {
  /** By date of the paper (those without one first), file, and place. */
  readonly printings: readonly Printing[];
  /** In words, of the measure and area as a whole. */
  readonly claims: readonly MadeClaim[];
}

/** A check of all printings of one thing in all papers: a pure function. */
export interface SeriesCheck extends CheckDescription {
  readonly compareAcross: (thing: PrintedThing, context: AuditContext) => Iterable<Comparison>;
}
