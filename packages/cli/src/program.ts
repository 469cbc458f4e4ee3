import { Command } from 'commander';
import { COMMANDS } from './commands.ts';
import { defaultStore } from './data-folder.ts';
import { EXIT_CODES_HELP } from './exit-codes.ts';

const EXAMPLES = `
Examples:
  $ scrutineer ingest papers/                        read every paper in a folder
  $ scrutineer observations --measure burglary       what the papers say of burglary
  $ scrutineer show 4f1c                             the figure where it stands
  $ scrutineer audit --fail-on error                 figures that cannot all be right
  $ scrutineer extract report.docx --format jsonl    one paper, nothing stored

Data goes to standard output, everything else to standard error.
NO_COLOR turns colours off. SCRUTINEER_HOME names another data folder, SCRUTINEER_STORE another store,
SCRUTINEER_ARCHIVE another archive.`;

/** The whole command line; a command's own file is read when that command is called. */
export function createProgram(): Command {
  const program = new Command('scrutineer')
    .description(
      'Reads police and crime scrutiny papers and turns every figure they state into an observation that points back to where it was printed.',
    )
    .option('--store <path>', `SQLite file or postgres:// URL that keeps observations (default: ${defaultStore()})`)
    .option('--archive <folder>', 'folder or s3:// URL that keeps the papers themselves (default: beside the store)')
    .option('--json', 'write the log as one JSON object a line')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .showHelpAfterError('(--help explains)')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES_HELP}`)
    .exitOverride();
  for (const { name, summary } of COMMANDS) program.command(name).description(summary).copyInheritedSettings(program);
  return program.hook('preSubcommand', async (_, command) => {
    // Read here, so that a mistake in it is one sentence and not a fault of each reading thread.
    if (process.env.SCRUTINEER_REGISTRY) await import('@scrutineer/extract/registry');
    const entry = COMMANDS.find(({ name }) => name === command.name());
    if (entry) (await entry.load()).define(command);
  });
}
