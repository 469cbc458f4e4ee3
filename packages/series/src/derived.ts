import {
  minus,
  monthsIn,
  type Observation,
  type Printing,
  printedInterval,
  type ValueInterval,
} from '@scrutineer/model';
import type { DatedValue } from './dated-value.ts';

/**
 * Levels that papers do not print, but that follow from a change and the level at its other end in the same paper: the
 * later level less the change, or the earlier one and the change.
 */
export function derivedLevels(printings: readonly Printing[]): DatedValue[] {
  const byPaper = Map.groupBy(printings, ({ observation, paper }) => `${paper.id} ${thingKey(observation)}`);
  return [...byPaper.values()].flatMap((same) => {
    const levels = same.filter(({ observation }) => observation.statistic === 'level');
    const changes = same.filter(({ observation }) => observation.statistic === 'change');
    return changes.flatMap((change) => levels.flatMap((level) => derive(change, level)));
  });
}

function thingKey({ measure, area, breakdown }: Observation): string {
  return JSON.stringify([measure, area, breakdown]);
}

function derive({ observation: change, paper }: Printing, { observation: level }: Printing): DatedValue[] {
  const { period, baseline } = change;
  const unit = change.unit === 'percentage-point' ? 'percent' : change.unit;
  // A relative change gives no level at the printed rounding of a count.
  if (change.unit === 'percent' || unit !== level.unit || !period || !baseline) return [];
  if (monthsIn(period) !== monthsIn(baseline)) return [];
  const isLater = level.period === period;
  if (!isLater && level.period !== baseline) return [];
  const [known, moved] = [printedInterval(level), printedInterval(change)];
  const interval: ValueInterval = isLater
    ? minus(known, moved)
    : { low: known.low + moved.low, high: known.high + moved.high };
  const value = Number((isLater ? level.value - change.value : level.value + change.value).toPrecision(12));
  const derivedFrom = [level.id, change.id];
  return [
    {
      of: level,
      period: isLater ? baseline : period,
      vintage: {
        value,
        interval,
        kind: 'derived',
        figure: null,
        paper,
        observation: null,
        derivedFrom,
        line: change.source.line,
        page: change.source.page,
      },
    },
  ];
}
