import type { Observation } from '@scrutineer/model';

/** Whether two figures stand in one sentence (or in one cell of a table). */
export function sameSentence(a: Observation, b: Observation): boolean {
  const [one, other] = [a.source.table, b.source.table];
  return (
    a.source.quote === b.source.quote &&
    one?.index === other?.index &&
    one?.row === other?.row &&
    one?.col === other?.col &&
    Math.abs(a.source.start - b.source.start) <= 2 * a.source.quote.length + 100
  );
}

/** The words between two figures of one sentence, the first printed first; null where they cannot be found. */
export function wordsBetween(first: Observation, second: Observation): string | null {
  const { quote, figure } = first.source;
  const start = quote.indexOf(figure);
  const end = start < 0 ? -1 : quote.indexOf(second.source.figure, start + figure.length);
  return end < 0 ? null : quote.slice(start + figure.length, end);
}

/** The sentences of a paper: runs of figures that stand in one, outside tables, in reading order. */
export function sentencesOf(observations: readonly Observation[]): Observation[][] {
  const sentences: Observation[][] = [];
  for (const observation of observations) {
    if (observation.source.table) continue;
    const last = sentences.at(-1);
    if (last && sameSentence(last[0]!, observation)) last.push(observation);
    else sentences.push([observation]);
  }
  return sentences;
}
