import { type Statistic, statisticSchema } from '@scrutineer/model';
import type { SeriesLine } from '@scrutineer/series';
import type { MeasureName, Store } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { asOfOption } from '../as-of-option.ts';
import { contextOf, withStoreToRead } from '../context.ts';
import { csvSafeOption } from '../csv-safe-option.ts';
import { CommandError } from '../exit-codes.ts';

const EXAMPLES = `
Examples:
  $ scrutineer series burglary-residential --area Cumbria
  $ scrutineer series "hate crime" --as-of 2019-11-21        what was known on that day
  $ scrutineer series all-crime --format html --output all-crime.html

One line of history for each area, unit and length of period: a quarter is never mixed with 12 months. The value is the one
last printed; what papers said before stands beside it, the revisions are marked, and so is what no paper prints.`;

const FORMATS = ['table', 'csv', 'jsonl', 'svg', 'png', 'html'] as const;

interface Options {
  readonly area?: string;
  readonly statistic: Statistic;
  readonly asOf?: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly csvSafe?: boolean;
}

export function define(command: Command): void {
  command
    .argument('<measure>', "a measure's id, its label, or words of its label")
    .option('--area <area>', "an area's code, or words of its label")
    .addOption(
      new Option('--statistic <statistic>', 'what is stated').choices(statisticSchema.options).default('level'),
    )
    .addOption(asOfOption())
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('table'))
    .addOption(csvSafeOption())
    .option('--output <path>', 'the file to write; else standard output')
    .addHelpText('after', EXAMPLES)
    .action(printSeries);
}

async function printSeries(asked: string, options: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  if (options.format === 'png' && !options.output)
    throw new CommandError('--format png needs --output: a file to write');
  const lines = await withStoreToRead(context, (store) => linesFor(store, asked, options));
  if (lines.length === 0) context.log('info', `no paper states a value of "${asked}" with a period${inArea(options)}`);
  const { writeSeries } = await import('../write-series.ts');
  await writeSeries(lines, options);
}

function inArea({ area }: Options): string {
  return area ? ` in "${area}"` : '';
}

async function linesFor(store: Store, asked: string, { area, asOf, statistic }: Options): Promise<SeriesLine[]> {
  const { measuresNamed, printingsOf } = await import('@scrutineer/store');
  const { linesOf } = await import('@scrutineer/series');
  const measures = await measuresNamed(store, asked);
  if (measures.length === 0)
    throw new CommandError(`the store holds no measure "${asked}"; \`scrutineer observations\` shows those it holds`);
  if (measures.length > MOST_MEASURES) throw new CommandError(tooMany(asked, measures));
  const labels = measures.map(({ label }) => label);
  const filters = { ...(area === undefined ? {} : { area }), ...(asOf === undefined ? {} : { asOf }) };
  return linesOf(await printingsOf(store, labels, filters), statistic);
}

/** More measures than this are not what a person meant. */
const MOST_MEASURES = 8;

function tooMany(asked: string, measures: readonly MeasureName[]): string {
  const named = measures.slice(0, MOST_MEASURES).map(({ id, label }) => id ?? `"${label}"`);
  return `"${asked}" means ${measures.length} measures; name one of them: ${named.join(', ')}…`;
}
