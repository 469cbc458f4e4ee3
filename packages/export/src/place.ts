import type { Observation } from '@scrutineer/model';
import type { ObservationRow } from './row.ts';

/** Where a figure stands in its paper, as far as the format tells: "page 3", "line 12". */
export function placeOf({ source }: Observation): string | null {
  if (source.page !== null) return `page ${source.page}`;
  return source.line === null ? null : `line ${source.line}`;
}

/** As `placeOf`, with the paper: "q2.pdf page 3". */
export function placeInFile({ observation, paper }: ObservationRow): string {
  return [paper.file, placeOf(observation)].filter((part) => part !== null).join(' ');
}
