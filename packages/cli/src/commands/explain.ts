import type { Command } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';

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
  const { namedObservation } = await import('../named-observation.ts');
  const { explain } = await import('@scrutineer/extract');
  const { explanationSheet } = await import('../explanation-sheet.ts');
  const { print } = await import('../output/print.ts');
  await withStoreToRead(context, async (store) => {
    const { observation, paper } = await namedObservation(store, id);
    await print([explanationSheet(observation, paper, explain(observation))]);
  });
}
