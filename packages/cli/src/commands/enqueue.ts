import type { Urgency } from '@scrutineer/workers/queue';
import { type Command, Option } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { counted } from '../output/counted.ts';

const EXAMPLES = `
Examples:
  $ scrutineer enqueue papers/                        every paper in a folder that the workers can reach
  $ scrutineer enqueue https://example.org/item-7.pdf one paper, before all backfills
  $ scrutineer enqueue 'page:https://example.org/meetings'
  $ scrutineer enqueue 'moderngov:https://democracy.example.gov.uk/ieListMeetings.aspx?CId=123'
  $ scrutineer enqueue --dry-run sitemap:https://example.org/sitemap.xml

Workers (\`scrutineer worker\`) do the rest. What waits already is not enqueued twice. docs/sources.md tells the kinds of
sources and how publishers' sites are treated.`;

interface Options {
  readonly urgency?: Urgency;
  readonly force?: boolean;
  readonly outdated?: boolean;
  readonly dryRun?: boolean;
}

export function define(command: Command): void {
  command
    .argument('[source...]', 'papers, folders, URLs, and sources that announce papers')
    .addOption(
      new Option('--urgency <urgency>', 'user goes before backfill (default: user for single papers)').choices([
        'user',
        'backfill',
      ]),
    )
    .option('--force', 'read again papers that were read before')
    .option('--outdated', 'all stored papers that another version of this program read; no site is asked')
    .option('--dry-run', 'search the sources now and print what would be fetched; nothing is enqueued')
    .addHelpText('after', EXAMPLES)
    .action(enqueue);
}

async function enqueue(sources: string[], { dryRun, outdated, ...options }: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  if (sources.length === 0 && !outdated) throw new CommandError('name a source to enqueue, or use --outdated');
  if (dryRun) return (await import('../print-discovered.ts')).printDiscovered(sources, context);
  const { enqueueOutdated, enqueueSource, withQueues } = await import('@scrutineer/workers/queue');
  const specs = await parseAll(sources);
  await withQueues(async (queues) => {
    if (outdated) {
      const papers = await withStoreToRead(context, (store) => enqueueOutdated(queues, store));
      context.log('info', `${counted(papers, 'stored paper')} enqueued to be read again`, { papers });
    }
    for (const spec of specs) {
      const as = await enqueueSource(queues, spec, { ...options, force: options.force ?? false });
      context.log('info', `${spec.source}: ${as === 'paper' ? 'enqueued' : 'its search is enqueued'}`, {
        source: spec.source,
        as,
      });
    }
  });
}

/** All are understood before any is enqueued. */
async function parseAll(sources: readonly string[]) {
  const { parseSource } = await import('@scrutineer/ingest/sources');
  return sources.map((source) => ({ source, spec: parseSource(source) }));
}
