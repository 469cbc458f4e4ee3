import type { Observation } from '@scrutineer/model';
import type { Command } from 'commander';
import { contextOf, withExistingStore } from '../context.ts';
import { CommandError } from '../exit-codes.ts';

const EXAMPLES = `
Example:
  $ scrutineer explain 4f1c                           the beginning of an id, as \`observations\` prints it`;

export function define(command: Command): void {
  command
    .argument('<id>', 'an observation, by the beginning of its id')
    .addHelpText('after', EXAMPLES)
    .action(printExplanation);
}

async function printExplanation(id: string, _: unknown, command: Command): Promise<void> {
  const context = contextOf(command);
  const { listPapers, observationById } = await import('@scrutineer/store');
  const { explain } = await import('@scrutineer/extract');
  const { explanationSheet } = await import('../explanation-sheet.ts');
  const { print } = await import('../output/print.ts');
  await withExistingStore(context, async (store) => {
    const observation: Observation | null = await observationById(store, id.toLowerCase());
    if (!observation) throw new CommandError(`the store holds no observation whose id starts with "${id}"`);
    const paper = (await listPapers(store)).find((candidate) => candidate.id === observation.paper)!;
    await print([explanationSheet(observation, paper, explain(observation))]);
  });
}
