import type { Claim, Observation } from '@scrutineer/model';
import { type Command, Option } from 'commander';
import { contextOf } from '../context.ts';
import { counted } from '../output/counted.ts';
import type { Column } from '../output/text-table.ts';
import { type ReadingOptions, readOptionsOf, withReadingOptions } from '../reading-options.ts';

const EXAMPLES = `
Examples:
  $ scrutineer extract report.docx                    a table to read
  $ scrutineer extract report.pdf --format jsonl      every field of every observation
  $ scrutineer extract report.pdf --claims            what it says in words`;

export function define(command: Command): void {
  withReadingOptions(command)
    .argument('<file>', 'a Markdown, HTML, DOCX or PDF file')
    .addOption(new Option('--format <format>', 'how to print').choices(['jsonl', 'table']).default('table'))
    .option('--claims', 'print what the paper says in words instead')
    .addHelpText('after', EXAMPLES)
    .action(extractPaper);
}

async function extractPaper(
  file: string,
  options: { format: string; claims?: boolean } & ReadingOptions,
  command: Command,
): Promise<void> {
  const { log } = contextOf(command);
  const { loadPaper, valueOrFail } = await import('../load-paper.ts');
  const { extractApart } = await import('@scrutineer/workers/reading-pool');
  const { printJsonLines, printTable } = await import('../output/print.ts');
  const paper = await loadPaper(file);
  const { observations, claims } = valueOrFail(
    await extractApart(paper, readOptionsOf(options)),
    paper.file,
    log,
  ).extraction;
  if (options.format === 'jsonl') return printJsonLines(options.claims ? claims : observations);
  if (options.claims) return printTable(claims, CLAIM_COLUMNS);
  const { observationColumns } = await import('../observation-columns.ts');
  await printTable(observations.map(asFound(paper.file)), observationColumns());
  log('info', `${counted(observations.length, 'observation')} in ${paper.file}`, {
    file: paper.file,
    observations: observations.length,
  });
}

const CLAIM_COLUMNS: readonly Column<Claim>[] = [
  { title: 'says', value: ({ says }) => says },
  { title: 'measure', value: ({ measure }) => measure?.label ?? null, flexible: true },
  { title: 'area', value: ({ area }) => area?.label ?? null, flexible: true },
  { title: 'since', value: ({ since }) => since },
  { title: 'periods', value: ({ periods }) => periods.join(', '), flexible: true },
  { title: 'in', value: ({ source }) => source.quote, flexible: true },
];

function asFound(file: string) {
  return (observation: Observation) => ({ observation, file });
}
