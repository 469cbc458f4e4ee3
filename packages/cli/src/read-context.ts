import type { Observation, PaperRecord } from '@scrutineer/model';
import type { Context } from './context.ts';
import { contextOfFigure, type FigureContext } from './figure-context.ts';

/** Reads a paper again from the archive and finds a figure in it; null where it is no longer to be had, with a warning. */
export async function readContext(
  context: Context,
  observation: Observation,
  paper: PaperRecord,
): Promise<FigureContext | null> {
  const { openArchive } = await import('@scrutineer/ingest/archive');
  const bytes = await (await openArchive(context.archivePath)).get(observation.paper);
  if (!bytes) {
    context.log('warning', `${paper.file} is not in the archive ${context.archivePath}: its stored quote is shown`);
    return null;
  }
  const { readPaper } = await import('@scrutineer/ingest');
  const read = await readPaper(bytes, paper.file);
  const figure = read.status === 'failed' ? null : contextOfFigure(read.value, observation.source);
  if (!figure) context.log('warning', `the figure is no longer found in ${paper.file}: its stored quote is shown`);
  return figure;
}
