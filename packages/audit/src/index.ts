import type { Claim, Finding, Observation, PaperReference, Printing } from '@scrutineer/model';
import type { AuditContext, Comparison, PrintedThing } from './check.ts';
import { paperChecks, seriesChecks } from './checks.ts';
import { isReadByArithmetic, LEAST_SURE } from './confidence.ts';
import { findingOf } from './finding.ts';
import type { AuditedPaper, MadeClaim } from './papers.ts';
import { relationsOf } from './relations/paper-relations.ts';
import { thingOf, thingOfClaim } from './relations/thing.ts';

export type { AuditContext, Comparison, Misfit, PaperCheck, PrintedThing, SeriesCheck } from './check.ts';
export { paperChecks, seriesChecks } from './checks.ts';
export type { AuditedPaper, MadeClaim } from './papers.ts';
export { thingOf, thingOfClaim } from './relations/thing.ts';

/** What an audit tells: what does not fit, and how much could be held against something else at all. */
export interface Audit {
  /** Worst first, then in the order of the papers and of their text. */
  readonly findings: readonly Finding[];
  /** Ids of the observations that at least one check could compare. */
  readonly checked: ReadonlySet<string>;
}

/** Checks the figures of papers, within each and across all of them. */
export function audit(papers: readonly AuditedPaper[], context: AuditContext): Audit {
  const printings = papers.flatMap(({ paper, observations }) =>
    observations.map((observation): Printing => ({ observation, paper })),
  );
  const claims = papers.flatMap(({ paper, claims: made }) => made.map((claim): MadeClaim => ({ claim, paper })));
  const claimsOf = Map.groupBy(claims, ({ claim }) => thingOfClaim(claim));
  const things = Map.groupBy(printings, ({ observation }) => thingOf(observation));
  return joinAudits([
    ...papers.map((paper) => auditPaper(paper, context)),
    ...[...things].map(([thing, printed]) =>
      auditSeries({ printings: printed, claims: claimsOf.get(thing) ?? [] }, context),
    ),
  ]);
}

/** One audit of several; the worst findings come first, and otherwise the order is kept. */
export function joinAudits(audits: Iterable<Audit>): Audit {
  const joined = new JoinedAudit();
  for (const one of audits) joined.add(one);
  return joined.audit();
}

/** Gathers audits one at a time, so that those of a big store need not all be held. */
export class JoinedAudit {
  readonly #findings = new Map<string, Finding>();
  readonly #checked = new Set<string>();

  add({ findings, checked }: Audit): void {
    for (const finding of findings) this.#findings.set(finding.id, finding);
    for (const id of checked) this.#checked.add(id);
  }

  audit(): Audit {
    return { findings: worstFirst([...this.#findings.values()]), checked: this.#checked };
  }
}

const SEVERITIES = ['error', 'warning', 'info'];

function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** Holds the figures of one paper against each other. */
export function auditPaper(paper: AuditedPaper, context: AuditContext): Audit {
  const relations = relationsOf(paper);
  const result = new Comparisons(() => [paper.paper]);
  for (const check of paperChecks) result.add(check, check.compare(relations, context));
  return result.audit();
}

/** Holds all printings of one thing (measure, area, breakdown), in any order, against each other and against claims. */
export function auditSeries({ printings, claims }: PrintedThing, context: AuditContext): Audit {
  const papers = new Map([
    ...claims.map(({ claim, paper }) => [claim.paper, paper] as const),
    ...printings.map(({ observation, paper }) => [observation.paper, paper] as const),
  ]);
  const ordered = printings.filter(({ observation }) => observation.confidence >= LEAST_SURE).sort(byPublication);
  const result = new Comparisons((observations) => [...new Set(observations.map(({ paper }) => papers.get(paper)!))]);
  for (const check of seriesChecks) result.add(check, check.compareAcross({ printings: ordered, claims }, context));
  return result.audit();
}

function byPublication(a: Printing, b: Printing): number {
  const key = ({ paper }: Printing) => `${paper.date ?? ''} ${paper.file} ${paper.id}`;
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : one > other ? 1 : a.observation.source.start - b.observation.source.start;
}

/** The papers that figures and a claim stand in, without repetition. */
type PapersOf = (observations: readonly Observation[], claim?: Claim) => readonly PaperReference[];

/** Gathers what checks compared. */
class Comparisons {
  readonly #papersOf: PapersOf;
  readonly #found: { readonly finding: Finding; readonly at: number }[] = [];
  readonly #checked = new Set<string>();

  constructor(papersOf: PapersOf) {
    this.#papersOf = papersOf;
  }

  add(check: { readonly rule: string; readonly severity: Finding['severity'] }, comparisons: Iterable<Comparison>) {
    for (const { observations, claim, misfit } of comparisons) {
      // A figure that was looked at alone was held against nothing; that figures fit which were read so that they fit is no check.
      const isEvidence = !misfit && !claim && observations.every(isReadByArithmetic);
      if ((observations.length > 1 || claim) && !isEvidence) for (const { id } of observations) this.#checked.add(id);
      if (!misfit) continue;
      const papers = this.#papersOf(observations, claim);
      const at = Math.min(...[...observations, ...(claim ? [claim] : [])].map(({ source }) => source.start));
      this.#found.push({ finding: findingOf({ check, observations, claim, misfit, papers }), at });
    }
  }

  audit(): Audit {
    const inOrder = this.#found.toSorted((a, b) => a.at - b.at).map(({ finding }) => finding);
    return { findings: worstFirst(inOrder), checked: this.#checked };
  }
}
