import { type Period, type Statistic, statisticSchema } from '@scrutineer/model';
import type { FoundObservation, ObservationFilters, Store } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { contextOf, withExistingStore } from '../context.ts';
import { toPeriod } from '../period-argument.ts';

const EXAMPLES = `
Examples:
  $ scrutineer observations --measure burglary        by id or by words of the label
  $ scrutineer observations --area E10000024          by ONS code or by label
  $ scrutineer observations --period 2019-04-01/2019-06-30
  $ scrutineer observations --period 2019 --statistic change
  $ scrutineer observations --paper q2.pdf --format csv > q2.csv

A period finds itself first, then those inside it, then those that overlap it; a date finds the periods that hold it.`;

interface Options {
  readonly measure?: string;
  readonly area?: string;
  readonly period?: Period;
  readonly statistic?: Statistic;
  readonly paper?: string;
  readonly superseded?: boolean;
  readonly format: string;
}

export function define(command: Command): void {
  command
    .option('--measure <measure>', "a measure's id, or words of its label")
    .option('--area <area>', "an area's code, or words of its label")
    .option(
      '--period <period>',
      'a year, a financial year, a month, a date or start/end, as in 2019, 2018/19, 2019-06, 2019-04-01/2019-06-30',
      toPeriod,
    )
    .addOption(new Option('--statistic <statistic>', 'what is stated').choices(statisticSchema.options))
    .option('--paper <paper>', 'the beginning of a paper’s id, or its file name')
    .option('--superseded', 'also those of papers that a newer version took the place of')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'jsonl']).default('table'))
    .addHelpText('after', EXAMPLES)
    .action(printObservations);
}

async function printObservations(options: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const { findObservations } = await import('@scrutineer/store');
  const { printCsv, printJsonLines, printTable } = await import('../output/print.ts');
  const { observationColumns, observationCsvColumns } = await import('../observation-columns.ts');
  await withExistingStore(context, async (store) => {
    const found = findObservations(store, await filtersOf(options, store));
    if (options.format === 'jsonl') return printJsonLines(observationsOf(found));
    if (options.format === 'csv') return printCsv(found, observationCsvColumns());
    return printTable(found, observationColumns());
  });
}

async function filtersOf({ paper, format: _, ...filters }: Options, store: Store): Promise<ObservationFilters> {
  if (paper === undefined) return filters;
  const { findPapers, listPapers } = await import('@scrutineer/store');
  const { superseded = false } = filters;
  return { ...filters, papers: findPapers(await listPapers(store), paper, { superseded }).map(({ id }) => id) };
}

async function* observationsOf(found: AsyncIterable<FoundObservation>) {
  for await (const { observation } of found) yield observation;
}
