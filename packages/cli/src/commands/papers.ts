import type { listFailures, StoredPaper } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';
import { csvSafeOption } from '../csv-safe-option.ts';
import type { Column } from '../output/text-table.ts';
import { type OriginOptions, published } from '../published-origin.ts';

const EXAMPLES = `
Examples:
  $ scrutineer papers                                 every paper with what it says of itself
  $ scrutineer papers --failed                        papers that could not be read, and why
  $ scrutineer papers --format jsonl                  facts with the words and the place they stand in`;

type Failure = Awaited<ReturnType<typeof listFailures>>[number];

interface Options {
  readonly failed?: boolean;
  readonly localPaths?: boolean;
  readonly format: string;
  readonly csvSafe?: boolean;
}

export function define(command: Command): void {
  command
    .option('--failed', 'list the papers that could not be read')
    .option('--no-local-paths', 'tell of papers from this machine the name alone, and not the folder')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'jsonl']).default('table'))
    .addOption(csvSafeOption())
    .addHelpText('after', EXAMPLES)
    .action(printPapers);
}

async function printPapers({ failed, ...options }: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const { listFailures, listPapers } = await import('@scrutineer/store');
  const { printRows } = await import('../output/print-rows.ts');
  await withStoreToRead(context, async (store) => {
    if (failed) {
      const failures = (await listFailures(store)).map((failure) => published(failure, options));
      return printRows(failures, FAILURE_COLUMNS, options);
    }
    const papers = (await listPapers(store)).map((paper) => publishedEverywhere(paper, options));
    await printRows(papers, options.format === 'csv' ? CSV_COLUMNS : TABLE_COLUMNS, options);
    if (papers.length === 0) context.log('info', 'the store holds no papers yet');
  });
}

function publishedEverywhere(paper: StoredPaper, options: OriginOptions): StoredPaper {
  return { ...published(paper, options), origins: paper.origins.map((seen) => published(seen, options)) };
}

const FACT_COLUMNS: readonly Column<StoredPaper>[] = [
  { title: 'title', value: ({ facts }) => facts.title?.value ?? null, flexible: true },
  { title: 'body', value: ({ facts }) => facts.body?.value ?? null, flexible: true },
  { title: 'area', value: ({ facts }) => facts.area?.value.label ?? null },
  { title: 'date', value: ({ date }) => date },
  { title: 'reporting_period', value: ({ facts }) => facts.reportingPeriod?.value ?? null },
  { title: 'item', value: ({ facts }) => facts.itemNumber?.value ?? null },
];

const TABLE_COLUMNS: readonly Column<StoredPaper>[] = [
  { title: 'id', value: ({ id }) => id.slice(0, 8) },
  { title: 'file', value: filesOf, flexible: true },
  ...FACT_COLUMNS.map((column) => ({ ...column, title: column.title.replace('_', ' ') })),
  { title: 'status', value: statusOf },
  { title: 'observations', value: ({ observations }) => observations, align: 'right' },
];

const CSV_COLUMNS: readonly Column<StoredPaper>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'file', value: ({ file }) => file },
  { title: 'origin', value: ({ origins }) => origins.map(({ origin }) => origin).join(' ') },
  { title: 'media_type', value: ({ mediaType }) => mediaType },
  { title: 'pages', value: ({ pages }) => pages },
  ...FACT_COLUMNS,
  { title: 'area_id', value: ({ facts }) => facts.area?.value.id ?? null },
  { title: 'version', value: ({ version }) => version },
  { title: 'supersedes', value: ({ supersedes }) => supersedes },
  { title: 'status', value: ({ status }) => status },
  { title: 'observations', value: ({ observations }) => observations },
];

const FAILURE_COLUMNS: readonly Column<Failure>[] = [
  { title: 'file', value: ({ file }) => file },
  { title: 'reason', value: ({ reason }) => reason },
  { title: 'origin', value: ({ origin }) => origin, flexible: true },
];

/** Every name under which the paper stands somewhere now; that it had last, where it stands nowhere. */
function filesOf({ file, origins }: StoredPaper): string {
  const files = new Set(origins.filter(({ current }) => current).map((origin) => origin.file));
  return files.size > 0 ? [...files].join(', ') : file;
}

function statusOf({ status, supersededBy }: StoredPaper): string {
  return supersededBy.length > 0 ? 'superseded' : status;
}
