import type { Finding, Observation, PaperRecord, Severity } from '@scrutineer/model';
import { findingId } from '@scrutineer/model';

/** One paper's observations, as the checks see them. */
export interface AuditedPaper {
  readonly paper: Pick<PaperRecord, 'id' | 'file'>;
  readonly observations: readonly Observation[];
}

/** One check: a pure function over the observations of a paper. */
export interface Check {
  readonly rule: string;
  readonly severity: Severity;
  /** What it needs and what it says, in one sentence. */
  readonly about: string;
  readonly find: (paper: AuditedPaper) => Finding[];
}

/** Makes a finding about observations of one paper. */
export function finding(
  rule: string,
  severity: Severity,
  paper: AuditedPaper,
  observations: readonly Observation[],
  said: { readonly expected: number | null; readonly explain: string },
): Finding {
  const lines = observations.flatMap(({ source }) => (source.line === null ? [] : [source.line]));
  const pages = observations.flatMap(({ source }) => (source.page === null ? [] : [source.page]));
  return {
    id: findingId(
      rule,
      observations.map((observation) => observation.id),
    ),
    rule,
    severity,
    papers: [{ id: paper.paper.id, file: paper.paper.file }],
    observations: observations.map((observation) => observation.id),
    figures: observations.map((observation) => observation.source.figure),
    lines: [...new Set(lines)],
    pages: [...new Set(pages)],
    ...said,
  };
}

/** "Hate Crime, Lancashire": what a finding is about. */
export function subject({ measure, area }: Observation): string {
  return area ? `${measure.label}, ${area.label}` : measure.label;
}

/** A number as a person writes it: thousands separated, no more decimals than needed. */
export function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}
