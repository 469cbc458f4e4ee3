import type { Rhythm, Schedule } from '@scrutineer/workers/queue';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { contextOf } from '../context.ts';
import { CommandError, EXIT } from '../exit-codes.ts';

const EXAMPLES = `
Examples:
  $ scrutineer watch papers/ --every 1m               new papers in a folder, looked for each minute
  $ scrutineer watch feed:https://example.org/feed    once a day
  $ scrutineer watch 'page:https://example.org/panel' --cron '0 6 * * 1'
  $ scrutineer watch --list
  $ scrutineer watch --remove feed:https://example.org/feed

The queue keeps the schedules: workers keep to them, and this command ends at once. What did not change since it was
last fetched is not read again.`;

const DAY = 24 * 3600 * 1000;
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: DAY };

interface Options {
  readonly every?: number;
  readonly cron?: string;
  readonly list?: boolean;
  readonly remove?: string;
}

export function define(command: Command): void {
  command
    .argument('[source...]', 'folders, and sources that announce papers')
    .addOption(
      new Option('--every <time>', 'as in 30s, 5m, 6h, 1d (default: 1d)').argParser(toMilliseconds).conflicts('cron'),
    )
    .option('--cron <pattern>', 'minute, hour, day of month, month, day of week')
    .option('--list', 'print the schedules')
    .option('--remove <source>', 'stop watching a source')
    .addHelpText('after', EXAMPLES)
    .action(watch);
}

/** @throws InvalidArgumentError where it is no time */
function toMilliseconds(text: string): number {
  const [, number, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  if (!number || Number(number) < 1) throw new InvalidArgumentError('It must be a number with s, m, h or d, as in 6h.');
  return Number(number) * UNITS[unit!]!;
}

async function watch(sources: string[], options: Options, command: Command): Promise<void> {
  const { log } = contextOf(command);
  if (!options.list && options.remove === undefined && sources.length === 0)
    throw new CommandError('name a source to watch, or use --list or --remove');
  const { listSchedules, removeSchedule, scheduleSource, withQueues } = await import('@scrutineer/workers/queue');
  const { parseSource } = await import('@scrutineer/ingest/sources');
  const specs = sources.map((source) => ({ source, spec: parseSource(source) }));
  await withQueues(async (queues) => {
    for (const source of specs) {
      await scheduleSource(queues, source, rhythmOf(options));
      log('info', `${source.source} is watched`);
    }
    if (options.remove !== undefined && !(await removeSchedule(queues, options.remove)))
      throw new CommandError(`${options.remove} is not watched; \`watch --list\` shows what is`, EXIT.usage);
    if (options.list) await printSchedules(await listSchedules(queues));
  });
}

function rhythmOf({ every, cron }: Options): Rhythm {
  return cron === undefined ? { every: every ?? DAY } : { pattern: cron };
}

async function printSchedules(schedules: readonly Schedule[]): Promise<void> {
  const { printTable } = await import('../output/print.ts');
  await printTable(schedules, [
    { title: 'source', value: ({ source }) => source, flexible: true },
    { title: 'rhythm', value: ({ rhythm }) => ('pattern' in rhythm ? rhythm.pattern : timeOf(rhythm.every)) },
    { title: 'next', value: ({ next }) => next },
  ]);
}

/** In the largest unit that divides it. */
function timeOf(milliseconds: number): string {
  const [unit, length] = Object.entries(UNITS).findLast(([, length]) => milliseconds % length === 0) ?? ['ms', 1];
  return `${milliseconds / length}${unit}`;
}
