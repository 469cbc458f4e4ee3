import type { FoundMeasure, Measure } from '@scrutineer/extract/registry';
import { type Command, Option } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';
import { toCount } from '../count-argument.ts';
import { csvSafeOption } from '../csv-safe-option.ts';
import type { Column } from '../output/text-table.ts';

const EXAMPLES = `
Examples:
  $ scrutineer measures                               every measure of the registry
  $ scrutineer measures burglary satisfaction         the nearest to these words, and why
  $ scrutineer measures --unmatched                   labels of the store that the registry does not know

A person's own measures and areas are added by SCRUTINEER_REGISTRY, a folder with measures.yaml and areas.yaml.`;

interface Options {
  readonly unmatched?: boolean;
  readonly most: number;
  readonly format: string;
  readonly csvSafe?: boolean;
}

const MOST = 10;

export function define(command: Command): void {
  command
    .argument('[words...]', 'words of a label, as a paper prints it')
    .option('--unmatched', 'labels of the store without a measure, with the nearest measures')
    .option('--most <number>', 'measures found for these words, at most', toCount, MOST)
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'jsonl']).default('table'))
    .addOption(csvSafeOption())
    .addHelpText('after', EXAMPLES)
    .action(printMeasures);
}

async function printMeasures(words: string[], options: Options, command: Command): Promise<void> {
  const { allMeasures, searchMeasures } = await import('@scrutineer/extract/registry');
  const { printRows } = await import('../output/print-rows.ts');
  if (options.unmatched) return printUnmatched(options, command);
  if (words.length > 0) return printRows(searchMeasures(words.join(' '), options.most), FOUND, options);
  return printRows(
    allMeasures().map(({ measure }) => measure),
    MEASURE,
    options,
  );
}

interface Unmatched {
  readonly label: string;
  readonly observations: number;
  readonly papers: number;
  readonly nearest: readonly FoundMeasure[];
}

async function printUnmatched(options: Options, command: Command): Promise<void> {
  const { searchMeasures } = await import('@scrutineer/extract/registry');
  const { unmatchedLabels } = await import('@scrutineer/store');
  const { printRows } = await import('../output/print-rows.ts');
  await withStoreToRead(contextOf(command), async (store) => {
    const labels = await unmatchedLabels(store);
    const rows = labels.map((row): Unmatched => ({ ...row, nearest: searchMeasures(row.label, NEAREST) }));
    await printRows(rows, UNMATCHED, options);
  });
}

/** Measures that are named beside a label that has none. */
const NEAREST = 2;

const MEASURE: readonly Column<Measure>[] = [
  { title: 'measure', value: ({ label }) => label },
  { title: 'group', value: ({ group }) => group },
  { title: 'unit', value: ({ unit }) => unit },
  { title: 'better', value: ({ good }) => good },
  { title: 'id', value: ({ id }) => id },
];

const FOUND: readonly Column<FoundMeasure>[] = [
  { title: 'measure', value: ({ measure }) => measure.label },
  { title: 'unit', value: ({ measure }) => measure.unit },
  { title: 'likeness', value: ({ score }) => score.toFixed(2), align: 'right' },
  { title: 'how', value: ({ how }) => how },
  { title: 'by its name', value: ({ name }) => name, flexible: true },
];

const UNMATCHED: readonly Column<Unmatched>[] = [
  { title: 'label', value: ({ label }) => label, flexible: true },
  { title: 'observations', value: ({ observations }) => observations, align: 'right' },
  { title: 'papers', value: ({ papers }) => papers, align: 'right' },
  {
    title: 'nearest measures',
    value: ({ nearest }) => nearest.map(({ measure, score }) => `${measure.label} (${score.toFixed(2)})`).join('; '),
    flexible: true,
  },
];
