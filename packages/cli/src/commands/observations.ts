import type { FoundObservation } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';
import { csvSafeOption } from '../csv-safe-option.ts';
import { addFilterOptions, type FilterOptions, filtersOf } from '../observation-filter-options.ts';

const EXAMPLES = `
Examples:
  $ scrutineer observations --measure burglary        by id or by words of the label
  $ scrutineer observations --area E10000024          by ONS code or by label
  $ scrutineer observations --period 2019-04-01/2019-06-30
  $ scrutineer observations --period 2019 --statistic change
  $ scrutineer observations --paper q2.pdf --format csv > q2.csv

A period finds itself first, then those inside it, then those that overlap it; a date finds the periods that hold it.`;

interface Options extends FilterOptions {
  readonly format: string;
  readonly csvSafe?: boolean;
}

export function define(command: Command): void {
  addFilterOptions(command)
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'jsonl']).default('table'))
    .addOption(csvSafeOption())
    .addHelpText('after', EXAMPLES)
    .action(printObservations);
}

async function printObservations(options: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const { findObservations } = await import('@scrutineer/store');
  const { printData, printJsonLines, printTable } = await import('../output/print.ts');
  await withStoreToRead(context, async (store) => {
    const found = findObservations(store, await filtersOf(options, store));
    if (options.format === 'jsonl') return printJsonLines(observationsOf(found));
    if (options.format === 'csv') {
      const { OBSERVATION_COLUMNS } = await import('@scrutineer/export');
      const { csvTable } = await import('@scrutineer/export/csv');
      return printData(csvTable(rowsOf(found), OBSERVATION_COLUMNS, options));
    }
    return printTable(found, (await import('../observation-columns.ts')).observationColumns());
  });
}

async function* observationsOf(found: AsyncIterable<FoundObservation>) {
  for await (const { observation } of found) yield observation;
}

async function* rowsOf(found: AsyncIterable<FoundObservation>) {
  for await (const { observation, file, date } of found) yield { observation, paper: { file, date } };
}
