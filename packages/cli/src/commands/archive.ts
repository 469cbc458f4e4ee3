import type { VerifiedPaper } from '@scrutineer/workers/verify-archive';
import { type Command, Option } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';
import { csvSafeOption } from '../csv-safe-option.ts';
import { EXIT } from '../exit-codes.ts';
import { counted } from '../output/counted.ts';
import type { Column } from '../output/text-table.ts';

const EXAMPLES = `
Examples:
  $ scrutineer archive verify                         whether every paper's bytes are those that were kept
  $ scrutineer archive verify --repair                take what is damaged or gone from where the paper came from`;

interface Options {
  readonly repair?: boolean;
  readonly allowHost: readonly string[];
  readonly format: string;
  readonly csvSafe?: boolean;
}

export function define(command: Command): void {
  command.addHelpText('after', EXAMPLES);
  command
    .command('verify')
    .description('read the bytes of every stored paper and tell those that are damaged or missing')
    .option('--repair', 'take these from where the paper came from, if they still stand there')
    .option('--allow-host <host>', 'a host that may be fetched though its address is private', collect, [])
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'jsonl']).default('table'))
    .addOption(csvSafeOption())
    .addHelpText('after', EXAMPLES)
    .action(verify);
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

async function verify({ repair = false, allowHost, ...options }: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const { openArchive } = await import('@scrutineer/ingest/archive');
  const { listPapers } = await import('@scrutineer/store');
  const { verifyArchive } = await import('@scrutineer/workers/verify-archive');
  const { printRows } = await import('../output/print-rows.ts');
  const archive = await openArchive(context.archivePath);
  const papers = await withStoreToRead(context, listPapers);
  const verified = await Array.fromAsync(verifyArchive(papers, archive, { repair, load: { allowedHosts: allowHost } }));
  const told = verified.filter(({ state }) => state !== 'whole').map(rowOf);
  await printRows(told, COLUMNS, options);
  const wrong = told.filter(({ state }) => state !== 'repaired').length;
  const repaired = told.length - wrong;
  context.log(
    wrong > 0 ? 'error' : 'info',
    `${papers.length - wrong} of ${counted(papers.length, 'paper')} whole${repaired > 0 ? `, ${repaired} of them repaired` : ''}`,
    { papers: papers.length, wrong, repaired },
  );
  if (wrong > 0) process.exitCode = EXIT.someFailed;
}

interface Row {
  readonly id: string;
  readonly file: string;
  readonly state: VerifiedPaper['state'];
  readonly origin: string;
  readonly reason: string | null;
}

function rowOf({ paper: { id, file, origin }, state, reason }: VerifiedPaper): Row {
  return { id, file, state, origin, reason };
}

const COLUMNS: readonly Column<Row>[] = [
  { title: 'id', value: ({ id }) => id.slice(0, 8) },
  { title: 'file', value: ({ file }) => file, flexible: true },
  { title: 'state', value: ({ state }) => state },
  { title: 'origin', value: ({ origin }) => origin, flexible: true },
  { title: 'reason', value: ({ reason }) => reason, flexible: true },
];
