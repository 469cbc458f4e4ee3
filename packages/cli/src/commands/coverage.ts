import type { AccountedNumber, Understood } from '@scrutineer/extract';
import { type Command, Option } from 'commander';
import { contextOf } from '../context.ts';
import { counted } from '../output/counted.ts';
import type { Column } from '../output/text-table.ts';
import { type ReadingOptions, readOptionsOf, withReadingOptions } from '../reading-options.ts';

const EXAMPLES = `
Examples:
  $ scrutineer coverage report.pdf                    what became of the numbers, and those that nothing tells
  $ scrutineer coverage report.pdf --format jsonl     every number with its outcome and its place`;

export function define(command: Command): void {
  withReadingOptions(command)
    .argument('<file>', 'a Markdown, HTML, DOCX or PDF file')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'jsonl']).default('table'))
    .addHelpText('after', EXAMPLES)
    .action(printCoverage);
}

async function printCoverage(file: string, options: Options, command: Command): Promise<void> {
  const { log } = contextOf(command);
  const { loadPaper, valueOrFail } = await import('../load-paper.ts');
  const { coverage, extract, understood } = await import('@scrutineer/extract');
  const { readTreeApart } = await import('@scrutineer/workers/reading-pool');
  const { print, printJsonLines, printTable } = await import('../output/print.ts');
  const paper = await loadPaper(file);
  const tree = valueOrFail(await readTreeApart(paper, readOptionsOf(options)), paper.file, log);
  const { observations } = valueOrFail(extract(tree, paper), paper.file);
  const numbers = coverage(tree, observations);
  if (options.format === 'jsonl') return printJsonLines(numbers);
  await printTable(outcomesOf(numbers), OUTCOME);
  await print(['\n']);
  await printTable(knownOf(understood(observations)), KNOWN);
  const unknown = numbers.filter(({ outcome }) => outcome === 'unknown');
  if (unknown.length > 0) {
    await print(['\n']);
    await printTable(unknown, UNKNOWN);
  }
  const told = numbers.length - unknown.length;
  log('info', `${told} of ${counted(numbers.length, 'number')} in ${paper.file} accounted for`, { file: paper.file });
}

interface Options extends ReadingOptions {
  readonly format: string;
}

interface Outcome {
  readonly outcome: string;
  readonly count: number;
  readonly share: number;
}

/** How many numbers became what, the most frequent first. */
function outcomesOf(numbers: readonly AccountedNumber[]): Outcome[] {
  return [...Map.groupBy(numbers, ({ outcome }) => outcome)]
    .map(([outcome, { length }]) => ({ outcome, count: length, share: length / numbers.length }))
    .sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1));
}

interface Known {
  readonly what: string;
  readonly count: number;
  readonly of: number;
}

/** Of how many observations each attribute is known. */
function knownOf({ observations: of, registryMeasure, namedMeasure, period, area, sure }: Understood): Known[] {
  return [
    { what: 'a measure of the registry', count: registryMeasure, of },
    { what: 'a measure named beside it', count: namedMeasure, of },
    { what: 'a period', count: period, of },
    { what: 'an area', count: area, of },
    { what: 'a confidence of 0.9', count: sure, of },
  ];
}

const KNOWN: readonly Column<Known>[] = [
  { title: 'observations with', value: ({ what }) => what },
  { title: 'number', value: ({ count }) => count, align: 'right' },
  {
    title: 'share',
    value: ({ count, of }) => (of === 0 ? null : `${((count / of) * 100).toFixed(1)}%`),
    align: 'right',
  },
];

const OUTCOME: readonly Column<Outcome>[] = [
  { title: 'outcome', value: ({ outcome }) => outcome },
  { title: 'numbers', value: ({ count }) => count, align: 'right' },
  { title: 'share', value: ({ share }) => `${(share * 100).toFixed(1)}%`, align: 'right' },
];

const UNKNOWN: readonly Column<AccountedNumber>[] = [
  { title: 'number', value: ({ text }) => text },
  {
    title: 'place',
    value: ({ line, page }) => (line === null ? (page === null ? null : `page ${page}`) : `line ${line}`),
  },
  { title: 'in', value: ({ quote }) => quote, flexible: true },
];
