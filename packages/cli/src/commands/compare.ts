import type { Observation } from '@scrutineer/model';
import type { ComparedMeasure, ComparedPapers } from '@scrutineer/series';
import type { Store, StoredPaper } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { counted } from '../output/counted.ts';
import type { Column } from '../output/text-table.ts';
import { valueText } from '../series-rows.ts';

const EXAMPLES = `
Examples:
  $ scrutineer compare q1.md q2.md                    what changed, came, went, and was restated
  $ scrutineer compare q1.md q2.md --format jsonl`;

interface Options {
  readonly format: 'table' | 'jsonl';
}

export function define(command: Command): void {
  command
    .argument('<before>', 'the earlier paper: the beginning of its id, or its file name')
    .argument('<after>', 'the later paper')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'jsonl']).default('table'))
    .addHelpText('after', EXAMPLES)
    .action(printComparison);
}

async function printComparison(before: string, after: string, { format }: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const compared = await withStoreToRead(context, (store) => compare(store, before, after));
  const { printJsonLines } = await import('../output/print.ts');
  if (format === 'jsonl') return printJsonLines(records(compared));
  await printSections(compared);
  const { changed, restated, repeated } = compared;
  context.log(
    'info',
    `${counted(changed.length, 'measure')} in both, ${counted(repeated, 'statement')} repeated, ${restated.length} restated; ${counted(compared.disappeared.length, 'measure')} disappeared, ${compared.appeared.length} came`,
  );
}

async function compare(store: Store, before: string, after: string): Promise<ComparedPapers> {
  const { listPapers, observationsByPaper } = await import('@scrutineer/store');
  const { comparePapers } = await import('@scrutineer/series');
  const papers = await listPapers(store);
  const [one, other] = [await onePaper(papers, before), await onePaper(papers, after)];
  return comparePapers(await observationsByPaper(store, one.id), await observationsByPaper(store, other.id));
}

async function onePaper(papers: readonly StoredPaper[], name: string): Promise<StoredPaper> {
  const { findPapers } = await import('@scrutineer/store');
  const [paper, ...others] = findPapers(papers, name, { superseded: true });
  if (!paper || others.length > 0)
    throw new CommandError(`several papers are called "${name}"; give the beginning of an id`);
  return paper;
}

function* records({ changed, restated, disappeared, appeared }: ComparedPapers) {
  for (const pair of restated) yield { kind: 'restated', ...pair };
  for (const pair of changed) yield { kind: 'changed', ...pair };
  for (const before of disappeared) yield { kind: 'disappeared', before };
  for (const after of appeared) yield { kind: 'appeared', after };
}

const PAIR: readonly Column<ComparedMeasure>[] = [
  ...of<ComparedMeasure>(({ after }) => after),
  { title: 'before', value: ({ before }) => before.source.figure, align: 'right' },
  { title: 'period', value: ({ before }) => before.period },
  { title: 'after', value: ({ after }) => after.source.figure, align: 'right' },
  { title: 'period', value: ({ after }) => after.period },
  {
    title: 'difference',
    value: ({ difference }) => `${difference > 0 ? '+' : ''}${valueText(difference)}`,
    align: 'right',
  },
];
const SINGLE: readonly Column<Observation>[] = [
  ...of<Observation>((observation) => observation),
  { title: 'figure', value: ({ source }) => source.figure, align: 'right' },
  { title: 'period', value: ({ period }) => period },
];

function of<Row>(named: (row: Row) => Observation): Column<Row>[] {
  return [
    { title: 'measure', value: (row) => named(row).measure.label, flexible: true },
    { title: 'area', value: (row) => named(row).area?.label ?? null, flexible: true },
    { title: 'unit', value: (row) => named(row).unit },
  ];
}

async function printSections({ changed, restated, disappeared, appeared }: ComparedPapers): Promise<void> {
  await section('Restated: the same period, another value', restated, PAIR);
  await section('In both papers, each for its own last period', changed, PAIR);
  await section('In the first paper only', disappeared, SINGLE);
  await section('In the second paper only', appeared, SINGLE);
}

async function section<Row>(title: string, rows: readonly Row[], columns: readonly Column<Row>[]): Promise<void> {
  if (rows.length === 0) return;
  const { print, printTable } = await import('../output/print.ts');
  await print([`${title}\n\n`]);
  await printTable(rows, columns);
  await print(['\n']);
}
