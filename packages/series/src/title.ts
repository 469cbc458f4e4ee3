import type { SeriesLine } from './line.ts';

/** "Hate Crime, Lancashire (12 months, count)": what a line is of. */
export function titleOf({ measure, area, breakdown, statistic, length, unit }: SeriesLine): string {
  const parts = breakdown.map(({ value }) => value).filter((value) => !measure.label.includes(value));
  const name = [measure.label, ...parts, area?.label].filter(Boolean).join(', ');
  return `${name} (${[statistic === 'level' ? null : statistic, length, unit].filter(Boolean).join(', ')})`;
}
