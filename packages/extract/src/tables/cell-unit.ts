import type { Draft } from '../draft.ts';
import type { Figure } from '../figures/figure.ts';
import { nameMeasure } from './measure.ts';
import type { CellReading } from './reading.ts';

/** A change between two percentages is in points, whatever sign is printed. */
export function unitOf(reading: CellReading, figure: Figure, change: boolean, before: readonly Draft[]): string {
  const { column, label, columns, row } = reading;
  if (figure.form === 'ordinal' || column.role === 'rank') return 'rank';
  const levelUnit = change || column.periods.length > 0 ? (columns.levelUnits.get(row) ?? null) : null;
  const percentLevels =
    levelUnit === 'percent' ||
    (levelUnit === null &&
      nameMeasure(reading, { share: false, percentLevel: true, money: false, rank: false, count: false }).unit ===
        'percent');
  const printed = figure.unit ?? (column.role === 'percent' ? 'percent' : before.length === 0 ? column.unit : null);
  if (change && (printed === 'percent' || (printed === null && percentLevels)))
    return percentLevels ? 'percentage-point' : 'percent';
  if (printed) return printed;
  if (column.role === 'share') return 'percent';
  const known = label.unit ?? (levelUnit !== 'percent' ? levelUnit : null) ?? reading.topic.unit;
  if (known) return known;
  if (percentLevels && figure.value <= 100) return 'percent';
  return 'count';
}
