import type { Assertion, Claim, Finding, Observation } from '@scrutineer/model';
import { observation } from '@scrutineer/model/testing';
import {
  type AuditContext,
  type AuditedPaper,
  audit,
  type Comparison,
  type PaperCheck,
  type SeriesCheck,
} from '../index.ts';
import { relationsOf } from '../relations/paper-relations.ts';
import { thingOf } from '../relations/thing.ts';

/** What an observation of a test has beside its figure. */
export type More = NonNullable<Parameters<typeof observation>[1]>;

/** What a column prints: its header, and what its figures have in common. */
export type Column = More & { readonly header?: string };

interface TableOptions {
  /** The table's number in the paper. */
  readonly index?: number;
  /** What the figures of a row have by its header: its area, its measure. */
  readonly row?: (header: string) => More;
}

/** The figures of a table as a paper would give them; each row is its header and then a figure for each column, '' for none. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { index = 0, row = () => ({}) }: TableOptions = {},
): Observation[] {
  return rows.flatMap(([header = '', ...figures], down) =>
    columns.flatMap(({ header: above = '', ...column }, across) => {
      const figure = figures[across];
      if (!figure) return [];
      const cell = { index, row: down + 1, col: across + 1, rowHeader: [header], columnHeader: [above] };
      const start = 10_000 * (index + 1) + 200 * down + 20 * across;
      const made = observation(figure, { ...unitOf(figure), start, quote: figure, ...column, ...row(header) });
      return [{ ...made, source: { ...made.source, table: cell } }];
    }),
  );
}

/** The figures of one sentence, in its order. */
export function sentence(
  quote: string,
  figures: readonly (readonly [figure: string, more?: More])[],
  { start = 0, ...more }: More = {},
): Observation[] {
  let from = 0;
  return figures.map(([figure, own]) => {
    const at = quote.indexOf(figure, from);
    if (at < 0) throw new Error(`"${quote}" does not print ${figure}.`);
    from = at + figure.length;
    const said = { ...unitOf(figure), method: 'narrative/level', ...more, ...own };
    const made = observation(figure, { ...said, start: start + at, quote });
    return { ...made, source: { ...made.source, table: null } };
  });
}

function unitOf(figure: string): More {
  return figure.includes('£') ? { unit: 'GBP' } : {};
}

/** What a sentence of burglary in Lancashire says in words. */
export function claim(says: Assertion, quote: string, more: Partial<Claim> & { readonly start?: number } = {}): Claim {
  const { start = 0, ...rest } = more;
  return {
    id: `${says}@${start}`,
    paper: 'paper',
    measure: { id: 'burglary', label: 'Burglary' },
    area: { id: 'E23000003', label: 'Lancashire' },
    says,
    since: null,
    periods: [],
    months: [],
    source: { page: null, bbox: null, line: 1, start, end: start + 1, quote },
    ...rest,
  };
}

/** What a paper holds beside its figures, and what is known of its measures. */
export interface Around {
  readonly claims?: readonly Claim[];
  readonly date?: string | null;
  /** The direction of good of every measure. */
  readonly good?: 'up' | 'down' | null;
}

/** What one check makes of papers. */
export interface Held {
  /** Its findings, as the audit tells them. */
  readonly found: readonly Pick<Finding, 'rule' | 'severity' | 'figures' | 'expected' | 'explain' | 'verdict'>[];
  /** The figures of each comparison of its own that agrees. */
  readonly agreed: readonly (readonly string[])[];
  /** Whether the audit counts all that agreed with something as checked; a figure looked at alone did not. */
  readonly isCounted: boolean;
}

/** What one check makes of the figures of a paper, in whatever order they come. */
export function hold(check: PaperCheck, observations: readonly Observation[], around: Around = {}): Held {
  const paper = paperOf(observations, around);
  return heldOf(check.rule, [paper], around, [...check.compare(relationsOf(paper), contextOf(around))]);
}

/** What a check makes of the figures of several papers, all of one thing. */
export function holdAcross(check: SeriesCheck, papers: readonly AuditedPaper[], around: Around = {}): Held {
  const printings = papers.flatMap(({ paper, observations }) =>
    observations.map((each) => ({ observation: each, paper })),
  );
  const claims = papers.flatMap(({ paper, claims: made }) => made.map((each) => ({ claim: each, paper })));
  const things = Map.groupBy(printings, (printing) => thingOf(printing.observation));
  const comparisons = [...things.values()].flatMap((same) => [
    ...check.compareAcross({ printings: same, claims }, contextOf(around)),
  ]);
  return heldOf(check.rule, papers, around, comparisons);
}

/** A paper that prints figures, for tests of several. */
export function paperOf(observations: readonly Observation[], around: Around & { readonly id?: string } = {}) {
  const { claims = [], date = null, id = 'paper' } = around;
  return {
    paper: { id, file: `${id}.md`, date },
    observations: observations.map((each) => ({ ...each, paper: id, id: `${id} ${each.id}` })),
    claims: claims.map((each) => ({ ...each, paper: id, id: `${id} ${each.id}` })),
  };
}

function contextOf({ good = 'down' }: Around): AuditContext {
  return { directionOfGood: () => good };
}

function heldOf(
  rule: string,
  papers: readonly AuditedPaper[],
  around: Around,
  comparisons: readonly Comparison[],
): Held {
  const { findings, checked } = audit(papers, contextOf(around));
  const agreeing = comparisons.filter(({ misfit, observations }) => !misfit && observations.length > 0);
  return {
    found: findings
      .filter((finding) => finding.rule === rule)
      .map(({ severity, figures, expected, explain, verdict }) => ({
        rule,
        severity,
        figures,
        expected,
        explain,
        ...(verdict ? { verdict } : {}),
      })),
    agreed: agreeing.map(({ observations }) => observations.map(({ source }) => source.figure)),
    isCounted: agreeing
      .filter(({ observations, claim: said }) => observations.length > 1 || said)
      .every(({ observations }) => observations.every(({ id }) => checked.has(id))),
  };
}

/** What a check makes of figures that agree: each comparison by its figures. */
export function agreeing(...agreed: readonly (readonly string[])[]): Held {
  return { found: [], agreed, isCounted: true };
}

/** What a check makes of figures that it cannot hold against each other. */
export const NOT_COMPARED: Held = agreeing();
