import { meets } from '@scrutineer/model';
import type { Vintage } from './vintage.ts';

/** A later paper gives another value for the same period, by more than rounding. */
export interface Revision {
  readonly from: Vintage;
  readonly to: Vintage;
  /** The later value less the earlier one, in the unit of the series. */
  readonly size: number;
  /** The size in percent of the earlier value; null where that is zero. */
  readonly percent: number | null;
}

/**
 * The revisions among the values given for one period, from each paper to the next that gives one.
 *
 * @param vintages in the order of publication; where a paper gives several values, one that stands is no revision
 */
export function revisionsOf(vintages: readonly Vintage[]): Revision[] {
  const byPaper = [...Map.groupBy(vintages, ({ paper }) => paper.id).values()];
  return byPaper.flatMap((later, index) => {
    const earlier = byPaper[index - 1];
    if (!earlier || later.some((to) => earlier.some((from) => meets(from.interval, to.interval)))) return [];
    return [revision(earlier[0]!, later[0]!)];
  });
}

function revision(from: Vintage, to: Vintage): Revision {
  const size = Number((to.value - from.value).toPrecision(12));
  const percent = from.value === 0 ? null : Number(((100 * size) / Math.abs(from.value)).toFixed(2));
  return { from, to, size, percent };
}
