import type { Period } from '@scrutineer/model';

/** First and last day of a period; the same day for a point in time. */
export function periodEnds(period: Period): { readonly start: string; readonly end: string } {
  const [start = period, end = start] = period.split('/');
  return { start, end };
}
