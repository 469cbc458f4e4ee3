import type { Claim, Observation, PaperReference } from '@scrutineer/model';
import { LEAST_SURE } from '../confidence.ts';
import type { AuditedPaper } from '../papers.ts';
import { type Triple, triplesOf } from './changes.ts';
import { withoutMisattributed } from './misattributed.ts';
import { type FigureTable, tablesOf } from './tables.ts';

/** The figures of a paper and how they stand to each other; worked out once for all checks. */
export interface PaperRelations {
  readonly paper: PaperReference;
  /** In reading order. */
  readonly observations: readonly Observation[];
  /** For each change the pairs of levels that it may be between. */
  readonly triples: ReadonlyMap<Observation, readonly Triple[]>;
  readonly tables: readonly FigureTable[];
  /** What the paper says in words. */
  readonly claims: readonly Claim[];
}

/**
 * The relations among the figures of a paper; figures whose reading is doubtful are left out. What a sentence says of its
 * own figures holds though their period be in doubt.
 */
export function relationsOf({ paper, observations, claims }: AuditedPaper): PaperRelations {
  const sure = withoutMisattributed(observations.filter(({ confidence }) => confidence >= LEAST_SURE)).sort(
    (a, b) => a.source.start - b.source.start,
  );
  return { paper, observations: sure, triples: triplesOf(sure), tables: tablesOf(sure), claims };
}
