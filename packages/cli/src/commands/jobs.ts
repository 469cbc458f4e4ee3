import type { DeadLetter, QueueCounts } from '@scrutineer/workers/queue';
import { type Command, Option } from 'commander';
import { contextOf } from '../context.ts';
import { csvSafeOption } from '../csv-safe-option.ts';
import type { Column } from '../output/text-table.ts';

const EXAMPLES = `
Examples:
  $ scrutineer jobs                                   how many wait, run, and were given up
  $ scrutineer jobs failed                            what was given up, and why
  $ scrutineer jobs retry                             try all of it again
  $ scrutineer jobs retry 3f2a…                       or some, by the job's id
  $ scrutineer jobs drain                             take all that waits out of the queues`;

interface Options {
  readonly format: string;
  readonly csvSafe?: boolean;
}

export function define(command: Command): void {
  command.addHelpText('after', EXAMPLES);
  const format = () =>
    new Option('--format <format>', 'how to print').choices(['table', 'csv', 'jsonl']).default('table');
  command.addOption(format()).addOption(csvSafeOption()).action(printCounts);
  command
    .command('failed')
    .description('list what was given up, and why')
    .addOption(format())
    .addOption(csvSafeOption())
    .action(printFailed);
  command
    .command('retry')
    .description('try again what was given up')
    .argument('[job...]', 'ids of jobs; all where none is named')
    .action(retry);
  command.command('drain').description('take all that waits out of the queues').action(drain);
}

async function printCounts(options: Options): Promise<void> {
  const { countJobs, withQueues } = await import('@scrutineer/workers/queue');
  const { printRows } = await import('../output/print-rows.ts');
  await printRows(await withQueues(countJobs), COUNT_COLUMNS, options);
}

async function printFailed(_: Options, command: Command): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const { listDeadLetters, withQueues } = await import('@scrutineer/workers/queue');
  const letters = await withQueues((queues) => Array.fromAsync(listDeadLetters(queues)));
  const { printRows } = await import('../output/print-rows.ts');
  await printRows(letters, LETTER_COLUMNS, options);
  if (letters.length === 0) contextOf(command).log('info', 'nothing was given up');
}

async function retry(jobs: string[], _: Options, command: Command): Promise<void> {
  const { retryDeadLetters, withQueues } = await import('@scrutineer/workers/queue');
  const { counted } = await import('../output/counted.ts');
  const retried = await withQueues((queues) => retryDeadLetters(queues, jobs));
  contextOf(command).log('info', `${counted(retried, 'job')} put back`, { retried });
}

async function drain(_: Options, command: Command): Promise<void> {
  const { drainQueues, withQueues } = await import('@scrutineer/workers/queue');
  const { counted } = await import('../output/counted.ts');
  const drained = await withQueues(drainQueues);
  contextOf(command).log('info', `${counted(drained, 'job')} taken out`, { drained });
}

const COUNT_COLUMNS: readonly Column<QueueCounts>[] = [
  { title: 'queue', value: ({ queue }) => queue },
  { title: 'waiting', value: ({ waiting }) => waiting, align: 'right' },
  { title: 'active', value: ({ active }) => active, align: 'right' },
  { title: 'delayed', value: ({ delayed }) => delayed, align: 'right' },
  { title: 'failed', value: ({ failed }) => failed, align: 'right' },
];

const LETTER_COLUMNS: readonly Column<DeadLetter>[] = [
  { title: 'job', value: ({ job }) => job },
  { title: 'queue', value: ({ queue }) => queue },
  { title: 'origin', value: ({ origin }) => origin, flexible: true },
  { title: 'reason', value: ({ reason }) => reason, flexible: true },
  { title: 'attempts', value: ({ attempts }) => attempts, align: 'right' },
];
