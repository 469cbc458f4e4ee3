import type { Observation, PaperRecord } from '@scrutineer/model';
import type { Context } from './context.ts';
import { contextOfFigure, type FigureContext } from './figure-context.ts';
import { storedTree } from './stored-tree.ts';

/** Reads a paper again from the archive and finds a figure in it; null where it is no longer to be had, with a warning. */
export async function readContext(
  context: Context,
  observation: Observation,
  paper: PaperRecord,
): Promise<FigureContext | null> {
  const tree = await storedTree(context, paper);
  const figure = tree && contextOfFigure(tree, observation.source);
  if (!figure) context.log('warning', `the figure is not found in ${paper.file}: its stored quote is shown`);
  return figure;
}
