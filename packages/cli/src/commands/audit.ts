import type { Finding, Severity } from '@scrutineer/model';
import type { Store, StoredPaper } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { contextOf, withExistingStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { counted } from '../output/counted.ts';

const EXAMPLES = `
Examples:
  $ scrutineer audit                                  all stored papers, newest versions
  $ scrutineer audit q2.pdf q3.pdf                    these, by file name or beginning of an id
  $ scrutineer audit --fail-on error                  exit code 4 where figures cannot all be right

Each printed figure stands for all values that would print so: "2%" is 1.5 to 2.5. Only what no such values can
reconcile is an error.`;

/** Worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

interface Options {
  readonly format: string;
  readonly failOn?: Severity;
}

export function define(command: Command): void {
  command
    .argument('[paper...]', 'beginnings of ids, or file names')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'jsonl']).default('table'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 4 on findings as bad as this or worse').choices(SEVERITIES),
    )
    .addHelpText('after', EXAMPLES)
    .action(printFindings);
}

async function printFindings(papers: string[], options: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const { auditPapers } = await import('@scrutineer/workers/audit-papers');
  const { findings } = await withExistingStore(context, async (store) =>
    auditPapers(store, await chosen(store, papers)),
  );
  const { printJsonLines, printTable } = await import('../output/print.ts');
  if (options.format === 'jsonl') await printJsonLines(findings);
  else await printTable(findings, (await import('../finding-columns.ts')).FINDING_COLUMNS);
  context.log('info', counted(findings.length, 'finding'), { findings: findings.length });
  if (options.failOn && isAsBad(findings, options.failOn)) process.exitCode = EXIT.findings;
}

/** The papers that were named, or the newest version of every paper. */
async function chosen(store: Store, names: readonly string[]): Promise<StoredPaper[]> {
  const { findPapers, listPapers } = await import('@scrutineer/store');
  const papers = await listPapers(store);
  if (names.length === 0) return papers.filter(({ supersededBy }) => supersededBy.length === 0);
  return [...new Set(names.flatMap((name) => findPapers(papers, name)))];
}

function isAsBad(findings: readonly Finding[], severity: Severity): boolean {
  const limit = SEVERITIES.indexOf(severity);
  return findings.some((finding) => SEVERITIES.indexOf(finding.severity) <= limit);
}
