import type { PaperReference } from '@scrutineer/model';
import { type Claim, type Finding, findingId, type Observation } from '@scrutineer/model';
import type { Misfit } from './check.ts';

/** What a finding is made of. */
export interface FindingParts {
  readonly check: { readonly rule: string; readonly severity: Finding['severity'] };
  readonly observations: readonly Observation[];
  readonly claim?: Claim | undefined;
  readonly misfit: Misfit;
  /** The papers that print them, without repetition. */
  readonly papers: readonly PaperReference[];
}

/** The finding as the contract has it; lines and pages in the order of the observations, each once. */
export function findingOf({ check, observations, claim, misfit, papers }: FindingParts): Finding {
  const { severity = check.severity, figures = [], ...said } = misfit;
  const ids = observations.map(({ id }) => id);
  const sources = [...(claim ? [claim.source] : []), ...observations.map(({ source }) => source)];
  const told = (value: (source: (typeof sources)[number]) => number | null) => [
    ...new Set(sources.map(value).filter((each) => each !== null)),
  ];
  return {
    id: findingId(check.rule, claim ? [...ids, claim.id] : ids),
    rule: check.rule,
    severity,
    papers: papers.map(({ id, file }) => ({ id, file })),
    observations: ids,
    ...(claim ? { claims: [claim.id] } : {}),
    figures: [...observations.map(({ source }) => source.figure), ...figures],
    lines: told(({ line }) => line),
    pages: told(({ page }) => page),
    ...said,
  };
}
