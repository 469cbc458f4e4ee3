import type { Command } from 'commander';
import { contextOf, withExistingStore } from '../context.ts';
import { CommandError } from '../exit-codes.ts';

const EXAMPLES = `
Examples:
  $ scrutineer acknowledge 4f1c --note "rounded by the publisher, asked on 3 March"
  $ scrutineer acknowledge 4f1c --withdraw

An acknowledged finding is no longer told by \`audit\`, and does not fail it. It stays so when the papers are read again.`;

interface Options {
  readonly note?: string;
  readonly withdraw?: boolean;
}

export function define(command: Command): void {
  command
    .argument('<finding>', "the beginning of a finding's id, as `audit` prints it")
    .option('--note <text>', 'what is to be said of it')
    .option('--withdraw', 'take back what was said of it')
    .addHelpText('after', EXAMPLES)
    .action(sayOfFinding);
}

async function sayOfFinding(prefix: string, { note, withdraw }: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  if ((note === undefined) === !withdraw) throw new CommandError('give either --note or --withdraw');
  if (note?.trim() === '') throw new CommandError('--note needs some words');
  const { acknowledge, findingIdOf, withdrawAcknowledgement } = await import('@scrutineer/store');
  await withExistingStore(context, async (store) => {
    const finding = await findingIdOf(store, prefix);
    if (note === undefined) await withdrawAcknowledgement(store, finding);
    else await acknowledge(store, { finding, note, acknowledgedAt: new Date().toISOString() });
    context.log('info', `finding ${finding.slice(0, 8)} ${note === undefined ? 'is told again' : 'acknowledged'}`);
  });
}
