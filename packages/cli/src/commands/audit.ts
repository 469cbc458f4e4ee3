import type { Audit } from '@scrutineer/audit';
import { type Finding, type Severity, severitySchema } from '@scrutineer/model';
import type { Acknowledgement, Store, StoredPaper } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { asOfOption } from '../as-of-option.ts';
import { type Context, contextOf, withStoreToRead } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { counted } from '../output/counted.ts';

const EXAMPLES = `
Examples:
  $ scrutineer audit                                  all papers, and each against the others
  $ scrutineer audit q2.pdf --fail-on error           one paper before it is published
  $ scrutineer audit --as-of 2019-11-21               what could be known on that day
  $ scrutineer audit --format html > findings.html
  $ scrutineer audit --checks                         what is checked, and what each check needs

Each printed figure stands for all values that would print so: "2%" is 1.5 to 2.5. Only what no such values can
reconcile is an error. A finding never says which figure is the wrong one.`;

const FORMATS = ['table', 'jsonl', 'html', 'markdown'] as const;

interface Options {
  readonly format: (typeof FORMATS)[number];
  readonly failOn?: Severity;
  readonly asOf?: string;
  readonly all?: boolean;
  readonly checks?: boolean;
}

export function define(command: Command): void {
  command
    .argument('[paper...]', 'beginnings of ids, or file names')
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('table'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 4 on findings as bad as this or worse').choices(
        severitySchema.options,
      ),
    )
    .addOption(asOfOption())
    .option('--all', 'also findings that were acknowledged')
    .option('--checks', 'list the checks instead')
    .addHelpText('after', EXAMPLES)
    .action(printFindings);
}

async function printFindings(names: string[], options: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  if (options.checks) return (await import('../print-checks.ts')).printChecks();
  const { audit, acknowledged, figures } = await withStoreToRead(context, (store) =>
    auditStore(context, store, names, options.asOf),
  );
  const said = new Map(acknowledged.map(({ finding, note }) => [finding, note]));
  const findings = options.all ? audit.findings : audit.findings.filter(({ id }) => !said.has(id));
  const { writeFindings } = await import('../write-findings.ts');
  await writeFindings(findings, said, options.format);
  tell(context, { findings, audit, figures });
  if (options.failOn && isAsBad(findings, options.failOn)) process.exitCode = EXIT.findings;
}

interface StoreAudit {
  readonly audit: Audit;
  readonly acknowledged: readonly Acknowledgement[];
  /** Number of observations of the audited papers. */
  readonly figures: number;
}

/** Audits the named papers, or all, and keeps what was found for those who ask the store by SQL. */
async function auditStore(
  context: Context,
  store: Store,
  names: readonly string[],
  asOf: string | undefined,
): Promise<StoreAudit> {
  const { keepFindings, listAcknowledgements, listPapers } = await import('@scrutineer/store');
  const { auditPapers } = await import('@scrutineer/workers/audit-papers');
  const stored = await listPapers(store);
  const known = knownOn(context, stored, asOf);
  const papers = await chosen(known, names);
  const current = known.filter(({ supersededBy }) => supersededBy.length === 0);
  const audit = await auditPapers(store, papers, names.length > 0 ? current : []);
  // What was found in versions that are superseded by now goes with them.
  const superseded = stored.filter(({ supersededBy }) => supersededBy.length > 0);
  const about = names.length > 0 ? { about: new Set([...papers, ...superseded].map(({ id }) => id)) } : {};
  // What was known on another day is no state of the store.
  if (asOf === undefined && !store.isReadOnly) await keepFindings(store, audit.findings, about);
  if (asOf === undefined && store.isReadOnly)
    context.log('info', `the store ${context.storePath} cannot be written: what was found is told and not kept in it`);
  const figures = papers.reduce((sum, { observations }) => sum + observations, 0);
  return { audit, acknowledged: await listAcknowledgements(store), figures };
}

/** The papers of a day and before; those without a date were known on no day. */
function knownOn(context: Context, papers: readonly StoredPaper[], asOf: string | undefined) {
  if (asOf === undefined) return papers;
  const undated = papers.filter(({ date }) => date === null).length;
  if (undated > 0) context.log('warning', `${counted(undated, 'paper')} without a date left out`);
  return papers.filter(({ date }) => (date ?? '9999') <= asOf);
}

/** The papers that were named, or the newest version of every paper. */
async function chosen(papers: readonly StoredPaper[], names: readonly string[]): Promise<StoredPaper[]> {
  const { findPapers } = await import('@scrutineer/store');
  if (names.length === 0) return papers.filter(({ supersededBy }) => supersededBy.length === 0);
  return [...new Set(names.flatMap((name) => findPapers(papers, name)))];
}

/** How much was found, and of how much: a check that checks little finds little. */
function tell(
  context: Context,
  { findings, audit, figures }: { findings: readonly Finding[]; audit: Audit; figures: number },
): void {
  const hidden = audit.findings.length - findings.length;
  const checked = audit.checked.size;
  const share = figures === 0 ? '' : ` (${Math.round((100 * checked) / figures)}%)`;
  context.log(
    'info',
    `${counted(findings.length, 'finding')}${hidden > 0 ? ` and ${hidden} acknowledged` : ''}; ${checked} of ${counted(figures, 'figure')}${share} could be held against others`,
    { findings: findings.length, acknowledged: hidden, checked, figures },
  );
}

function isAsBad(findings: readonly Finding[], severity: Severity): boolean {
  const order = severitySchema.options;
  return findings.some((finding) => order.indexOf(finding.severity) <= order.indexOf(severity));
}
