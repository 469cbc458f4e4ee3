import { type Command, Option } from 'commander';
import { contextOf } from '../context.ts';

const EXAMPLES = `
Examples:
  $ scrutineer tables report.pdf                      every table, drawn as text
  $ scrutineer tables report.pdf --format json        cells with their rows, columns, spans and boxes`;

export function define(command: Command): void {
  command
    .argument('<file>', 'a Markdown, HTML, DOCX or PDF file')
    .addOption(new Option('--format <format>', 'how to print').choices(['json', 'text']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(printTables);
}

async function printTables(file: string, options: { format: string }, command: Command): Promise<void> {
  const { log } = contextOf(command);
  const { loadPaper, valueOrFail } = await import('../load-paper.ts');
  const { readPaper } = await import('@scrutineer/ingest');
  const { tablesAsJson, tableAsText, tablesOf } = await import('../tables.ts');
  const { print } = await import('../output/print.ts');
  const paper = await loadPaper(file);
  const tables = tablesOf(valueOrFail(await readPaper(paper.bytes, paper.file), paper.file, log));
  if (options.format === 'json') return print([`${JSON.stringify(tablesAsJson(tables))}\n`]);
  await print(tables.map((table, index) => `${tableAsText(table, index)}\n`));
}
