import type { Observation } from '@scrutineer/model';

/**
 * How sure a figure must be, on the scale of confidence (the share that was wholly right among figures of publishers that
 * nothing was fitted on), before a check stands on it.
 */

/** Below this, fewer than three figures in ten are read right: it proves nothing against another. */
export const LEAST_SURE = 0.3;
/** Figures of different papers are compared only where more than half of such figures are read right. */
export const SURE_ACROSS_PAPERS = 0.5;
/** Two in three are read right: a misprint explains a contradiction better than a misreading does. */
export const SURE = 0.65;

/** Whether arithmetic chose the reading of a figure: that it fits the others then proves nothing of the paper. */
export function isReadByArithmetic({ notes }: Observation): boolean {
  return notes.some((note) => note === 'agrees-by-arithmetic' || note === 'role-by-arithmetic');
}
