import type { Command } from 'commander';
import { contextOf } from '../context.ts';
import { type ReadingOptions, readOptionsOf, withReadingOptions } from '../reading-options.ts';

const EXAMPLES = `
Examples:
  $ scrutineer text report.docx                       headings, paragraphs and tables with their places
  $ scrutineer text report.pdf --plain                the text that all offsets point into`;

export function define(command: Command): void {
  withReadingOptions(command)
    .argument('<file>', 'a Markdown, HTML, DOCX or PDF file')
    .option('--plain', 'print the bare text')
    .addHelpText('after', EXAMPLES)
    .action(printText);
}

async function printText(file: string, options: { plain?: boolean } & ReadingOptions, command: Command): Promise<void> {
  const { log } = contextOf(command);
  const { loadPaper, valueOrFail } = await import('../load-paper.ts');
  const { outline } = await import('@scrutineer/ingest');
  const { readTreeApart } = await import('@scrutineer/workers/reading-pool');
  const { print } = await import('../output/print.ts');
  const { safeText } = await import('../output/safe-text.ts');
  const paper = await loadPaper(file);
  const tree = valueOrFail(await readTreeApart(paper, readOptionsOf(options)), paper.file, log);
  await print([safeText(options.plain ? tree.text : outline(tree))]);
}
