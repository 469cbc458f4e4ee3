import type { Observation } from '@scrutineer/model';
import type { AuditedPaper } from './check.ts';

/** A change with the two levels it leads from and to. */
export interface Triple {
  readonly earlier: Observation;
  readonly change: Observation;
  readonly later: Observation;
}

/** What must agree for two observations to be about one thing. */
function key({ measure, area, breakdown }: Observation): string {
  return JSON.stringify([measure.id ?? measure.label.toLowerCase(), area?.label ?? null, breakdown]);
}

/** The unit of the levels that a change is between; null where it says nothing of it (a relative change). */
function levelUnit(change: Observation): string | null {
  if (change.unit === 'percentage-point') return 'percent';
  return change.unit === 'percent' ? null : change.unit;
}

/**
 * For each change of a paper the pairs of levels it can be between: same measure, area and breakdown, printed for the
 * change's period and baseline, in one unit. Levels of the same table row come alone where there are any.
 */
export function triplesOf({ observations }: AuditedPaper): Map<Observation, Triple[]> {
  const levels = new Map<string, Observation[]>();
  for (const level of observations) {
    if (level.statistic === 'level' && level.period) levels.set(key(level), [...(levels.get(key(level)) ?? []), level]);
  }
  const triples = new Map<Observation, Triple[]>();
  for (const change of observations) {
    if (change.statistic !== 'change' || !change.period || !change.baseline) continue;
    triples.set(change, pairs(change, levels.get(key(change)) ?? []));
  }
  return triples;
}

function pairs(change: Observation, levels: readonly Observation[]): Triple[] {
  const unit = levelUnit(change);
  const fitting = levels.filter((level) => (unit === null ? level.unit !== 'percent' : level.unit === unit));
  const all = fitting
    .filter((level) => level.period === change.baseline)
    .flatMap((earlier) =>
      fitting
        .filter((level) => level.period === change.period && level.unit === earlier.unit)
        .map((later) => ({ earlier, change, later })),
    );
  const own = all.filter(({ earlier, later }) => sameRow(earlier, change) && sameRow(later, change));
  return own.length > 0 ? own : all;
}

function sameRow(a: Observation, b: Observation): boolean {
  return (
    a.source.table !== null &&
    a.source.table.index === b.source.table?.index &&
    a.source.table.row === b.source.table.row
  );
}
