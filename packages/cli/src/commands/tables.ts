import { type Command, Option } from 'commander';
import { contextOf } from '../context.ts';
import { type ReadingOptions, readOptionsOf, withReadingOptions } from '../reading-options.ts';

const EXAMPLES = `
Examples:
  $ scrutineer tables report.pdf                      every table, drawn as text
  $ scrutineer tables report.pdf --format json        cells with their rows, columns, spans and boxes
  $ scrutineer tables report.pdf --overlay pages/     also each page as a picture, with what was found marked on it`;

export function define(command: Command): void {
  withReadingOptions(command)
    .argument('<file>', 'a Markdown, HTML, DOCX or PDF file')
    .addOption(new Option('--format <format>', 'how to print').choices(['json', 'text']).default('text'))
    .option('--overlay <folder>', 'write a picture of each PDF page with the boxes that were found')
    .addHelpText('after', EXAMPLES)
    .action(printTables);
}

interface Options extends ReadingOptions {
  readonly format: string;
  readonly overlay?: string;
}

async function printTables(file: string, options: Options, command: Command): Promise<void> {
  const { log } = contextOf(command);
  const { loadPaper, valueOrFail } = await import('../load-paper.ts');
  const { readTreeApart } = await import('@scrutineer/workers/reading-pool');
  const { tablesAsJson, tableAsText, tablesOf } = await import('../tables.ts');
  const { print } = await import('../output/print.ts');
  const { safeJson } = await import('../output/safe-text.ts');
  const paper = await loadPaper(file);
  const tree = valueOrFail(await readTreeApart(paper, readOptionsOf(options)), paper.file, log);
  const tables = tablesOf(tree);
  if (options.overlay !== undefined) {
    const { writeOverlays } = await import('../write-overlays.ts');
    await writeOverlays(paper, tree, { folder: options.overlay, log, limits: readOptionsOf(options) });
  }
  if (options.format === 'json') return print([`${safeJson(JSON.stringify(tablesAsJson(tables)))}\n`]);
  await print(tables.map((table, index) => `${tableAsText(table, index)}\n`));
}
