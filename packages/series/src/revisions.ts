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

/** The revisions among the values given for one period, in the order of publication. */
export function revisionsOf(vintages: readonly Vintage[]): Revision[] {
  return vintages.flatMap((to, index) => {
    const from = vintages[index - 1];
    if (!from || from.paper.id === to.paper.id || meets(from.interval, to.interval)) return [];
    const size = Number((to.value - from.value).toPrecision(12));
    const percent = from.value === 0 ? null : Number(((100 * size) / Math.abs(from.value)).toFixed(2));
    return [{ from, to, size, percent }];
  });
}
