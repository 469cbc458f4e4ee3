import type { Command } from 'commander';
import { contextOf, withExistingStore } from '../context.ts';
import { CommandError } from '../exit-codes.ts';

const EXAMPLES = `
Example:
  $ scrutineer show 4f1c                              the beginning of an id, as \`observations\` prints it`;

export function define(command: Command): void {
  command.argument('<id>', 'an observation, by the beginning of its id').addHelpText('after', EXAMPLES).action(show);
}

async function show(id: string, _: unknown, command: Command): Promise<void> {
  const context = contextOf(command);
  const { listPapers, observationById } = await import('@scrutineer/store');
  const { print } = await import('../output/print.ts');
  const { observationSheet } = await import('../observation-sheet.ts');
  const { readContext } = await import('../read-context.ts');
  await withExistingStore(context, async (store) => {
    const observation = await observationById(store, id.toLowerCase());
    if (!observation) throw new CommandError(`the store holds no observation whose id starts with "${id}"`);
    const paper = (await listPapers(store)).find((candidate) => candidate.id === observation.paper)!;
    const figure = await readContext(context, observation, paper);
    await print([observationSheet(observation, paper, figure)]);
  });
}
