import type { Observation } from '@scrutineer/model';

/** An observation as one line that a statistician can check: `+7.9 percent change | Robbery | Kent | 2018/… <- 2017/…`. */
export function readable(observation: Observation): string {
  const { statistic, value, unit, measure, area, breakdown, period, baseline, qualifier, outOf } = observation;
  const parts = [
    `${qualifier ? `${qualifier} ` : ''}${value} ${unit}${statistic === 'level' ? '' : ` ${statistic}`}${outOf ? ` of ${outOf}` : ''}`,
    [measure.label, ...breakdown.map((part) => `${part.dimension} ${part.value}`)].join(', '),
    area?.label ?? '-',
    `${period ?? '-'}${baseline ? ` <- ${baseline}` : ''}`,
  ];
  return parts.join(' | ');
}
