import { availableParallelism } from 'node:os';
import type { ExpandedSources } from '@scrutineer/ingest/sources';
import type { Command } from 'commander';
import { type Context, contextOf, withStore } from '../context.ts';
import { toCount } from '../count-argument.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { type ReadingOptions, readOptionsOf, withReadingOptions } from '../reading-options.ts';

const EXAMPLES = `
Examples:
  $ scrutineer ingest papers/                         a folder with all below it
  $ scrutineer ingest 'papers/2019-*.pdf' extra.docx  a glob and a file
  $ scrutineer ingest https://example.org/item-7.pdf  one plain GET, public addresses only
  $ scrutineer ingest papers/ --store force.db        into a store of its own

Papers are Markdown, HTML, DOCX or PDF, told by their content. Papers that were read before are passed over.`;

interface Options extends ReadingOptions {
  readonly force?: boolean;
  readonly jobs: number;
  readonly allowHost?: readonly string[];
}

export function define(command: Command): void {
  withReadingOptions(command)
    .argument('<paper...>', 'files, folders, globs and web addresses')
    .option('--force', 'read again papers that were read before')
    .option('--jobs <number>', 'papers read at the same time', toCount, availableParallelism())
    .option('--allow-host <host>', 'a host that may be fetched though its address is private', collect)
    .addHelpText('after', EXAMPLES)
    .action(ingest);
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

async function ingest(papers: string[], options: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const expanded = await expand(papers, context);
  const { ingestWithProgress } = await import('../ingest-with-progress.ts');
  const { printIngestSummary } = await import('../ingest-summary.ts');
  await withStore(context, async (store) => {
    const ingested = await ingestWithProgress(context, store, expanded.sources, {
      jobs: options.jobs,
      force: options.force ?? false,
      limits: readOptionsOf(options),
      load: { allowedHosts: options.allowHost ?? [] },
    });
    if (ingested.length > 0) await printIngestSummary(ingested);
    const failed = expanded.problems.length > 0 || ingested.some(({ outcome }) => outcome === 'failed');
    if (failed) process.exitCode = EXIT.someFailed;
  });
}

/** The papers meant; nothing is read where an argument is a mistake. */
async function expand(papers: readonly string[], { log }: Context): Promise<ExpandedSources> {
  const { expandSources } = await import('@scrutineer/ingest/sources');
  const expanded = expandSources(papers);
  const mistakes = expanded.problems.filter(({ kind }) => kind === 'missing');
  if (mistakes.length > 0) throw new CommandError(mistakes.map(({ reason }) => reason).join('; '));
  for (const { reason, argument } of expanded.problems) log('error', reason, { argument });
  return expanded;
}
