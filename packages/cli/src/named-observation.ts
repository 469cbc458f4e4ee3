import type { Observation } from '@scrutineer/model';
import { listPapers, observationById, type Store, type StoredPaper } from '@scrutineer/store';
import { CommandError } from './exit-codes.ts';

/**
 * The observation that a person names by the beginning of its id, and its paper.
 *
 * @throws CommandError where the store holds none
 */
export async function namedObservation(
  store: Store,
  id: string,
): Promise<{ readonly observation: Observation; readonly paper: StoredPaper }> {
  const observation = await observationById(store, id.toLowerCase());
  if (!observation) throw new CommandError(`the store holds no observation whose id starts with "${id}"`);
  const paper = (await listPapers(store)).find((candidate) => candidate.id === observation.paper)!;
  return { observation, paper };
}
