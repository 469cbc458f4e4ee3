import { type Period, type Statistic, statisticSchema } from '@scrutineer/model';
import type { ObservationFilters, Store } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { asOfOption } from './as-of-option.ts';
import { toPeriod } from './period-argument.ts';

/** What the options of `addFilterOptions` give. */
export interface FilterOptions {
  readonly measure?: string;
  readonly area?: string;
  readonly period?: Period;
  readonly statistic?: Statistic;
  readonly paper?: string;
  readonly asOf?: string;
  readonly superseded?: boolean;
}

/** Adds the options that choose observations to a command. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--measure <measure>', "a measure's id, or words of its label")
    .option('--area <area>', "an area's code, or words of its label")
    .option(
      '--period <period>',
      'a year, a financial year, a month, a date or start/end, as in 2019, 2018/19, 2019-06, 2019-04-01/2019-06-30',
      toPeriod,
    )
    .addOption(new Option('--statistic <statistic>', 'what is stated').choices(statisticSchema.options))
    .option('--paper <paper>', 'the beginning of a paper’s id, or its file name')
    .addOption(asOfOption())
    .option('--superseded', 'also those of papers that a newer version took the place of');
}

/**
 * The store's filters that the options mean.
 *
 * @throws StoreError where the store holds no such paper
 */
export async function filtersOf(options: FilterOptions, store: Store): Promise<ObservationFilters> {
  const { measure, area, period, statistic, paper, asOf, superseded } = options;
  const filters = {
    ...(measure === undefined ? {} : { measure }),
    ...(area === undefined ? {} : { area }),
    ...(period === undefined ? {} : { period }),
    ...(statistic === undefined ? {} : { statistic }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(superseded === undefined ? {} : { superseded }),
  };
  if (paper === undefined) return filters;
  const { findPapers, listPapers } = await import('@scrutineer/store');
  const named = findPapers(await listPapers(store), paper, { superseded: superseded ?? false });
  return { ...filters, papers: named.map(({ id }) => id) };
}
