import type { Command } from 'commander';
import { contextOf, withStoreToRead } from '../context.ts';

const EXAMPLES = `
Example:
  $ scrutineer show 4f1c                              the beginning of an id, as \`observations\` prints it`;

export function define(command: Command): void {
  command.argument('<id>', 'an observation, by the beginning of its id').addHelpText('after', EXAMPLES).action(show);
}

async function show(id: string, _: unknown, command: Command): Promise<void> {
  const context = contextOf(command);
  const { namedObservation } = await import('../named-observation.ts');
  const { print } = await import('../output/print.ts');
  const { observationSheet } = await import('../observation-sheet.ts');
  const { readContext } = await import('../read-context.ts');
  await withStoreToRead(context, async (store) => {
    const { observation, paper } = await namedObservation(store, id);
    const figure = await readContext(context, observation, paper);
    await print([observationSheet(observation, paper, figure)]);
  });
}
