import {
  monthNumber,
  monthsIn,
  type Observation,
  type Period,
  type Printing,
  periodEnds,
  printedInterval,
} from '@scrutineer/model';
import type { DatedValue } from './dated-value.ts';
import { derivedLevels } from './derived.ts';
import { withGaps } from './gaps.ts';
import type { SeriesLine, SeriesRow } from './line.ts';
import { revisionsOf } from './revisions.ts';
import { inOrderOfPublication, type Vintage } from './vintage.ts';

/** Readings doubted more than this are no history. */
const SURE = 0.25;

/**
 * The lines of history that printings make: one for each measure, area, breakdown, statistic, unit and length of
 * period. Periods of different length are never mixed.
 *
 * @param printings of any measures, in any order; those without a period are left out
 * @param statistic of the values; for `level` also what changes and levels of one paper imply
 */
export function linesOf(printings: readonly Printing[], statistic: SeriesLine['statistic'] = 'level'): SeriesLine[] {
  const sure = printings
    .filter(({ observation }) => observation.confidence >= SURE && observation.period !== null)
    .toSorted(inReadingOrder);
  const stated = sure.filter(({ observation }) => observation.statistic === statistic);
  const values = [
    ...stated.map((printing) => ({
      of: printing.observation,
      period: printing.observation.period!,
      vintage: printed(printing),
    })),
    ...(statistic === 'level' ? derivedLevels(sure) : []),
  ];
  const lines = Map.groupBy(values, ({ of, period }) => lineKey(of, period));
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => lineOf(same, statistic));
}

/** Within a paper; so that the order in which printings come makes no difference. */
function inReadingOrder({ observation: a }: Printing, { observation: b }: Printing): number {
  return a.source.start - b.source.start || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function printed({ observation, paper }: Printing): Vintage {
  const { value, source, id } = observation;
  const { figure, line, page } = source;
  return {
    value,
    interval: printedInterval(observation),
    kind: 'reported',
    figure,
    paper,
    observation: id,
    derivedFrom: [],
    line,
    page,
  };
}

/** The label stands in it too, so that lines come in the order of their names. */
function lineKey(of: Observation, period: Period): string {
  const { measure, area, breakdown, unit } = of;
  const lengths = [lengthKey(period), comparedOver(of)];
  return JSON.stringify([measure.label, measure.id, area?.label ?? null, breakdown, unit, ...lengths]);
}

/** Months from the end of the baseline to that of the period: a change on the last quarter is none on the last year. */
function comparedOver({ statistic, period, baseline }: Observation): number | null {
  if (statistic !== 'change' || !period || !baseline) return null;
  return monthNumber(periodEnds(period).end) - monthNumber(periodEnds(baseline).end);
}

/** The same for periods that can be compared; longer ones sort after shorter ones. */
export function lengthKey(period: Period): string {
  const months = monthsOf(period);
  return months === null
    ? `days ${String(daysIn(period)).padStart(5, '0')}`
    : `months ${String(months).padStart(3, '0')}`;
}

function monthsOf(period: Period): number | null {
  return period.includes('/') ? monthsIn(period) : 0;
}

function daysIn(period: Period): number {
  const { start, end } = periodEnds(period);
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
}

function lineOf(values: readonly DatedValue[], statistic: SeriesLine['statistic']): SeriesLine {
  const { of, period } = values[0]!;
  const months = monthsOf(period);
  const rows = [...Map.groupBy(withComparisons(values), (value) => value.period)]
    .map(([each, same]) =>
      rowOf(
        each,
        same.map(({ vintage }) => vintage),
      ),
    )
    .sort((a, b) => (periodEnds(a.period).end < periodEnds(b.period).end ? -1 : 1));
  const { measure, area, breakdown, unit } = of;
  return {
    measure,
    area,
    breakdown,
    statistic,
    unit,
    months,
    length: [lengthOf(period), against(of)].filter(Boolean).join(' '),
    rows: withGaps(rows, months),
  };
}

/** What a paper prints for an earlier period than its last is what that is compared with. */
function withComparisons(values: readonly DatedValue[]): DatedValue[] {
  const last = new Map<string, string>();
  for (const { period, vintage } of values) {
    const { end } = periodEnds(period);
    if (end > (last.get(vintage.paper.id) ?? '')) last.set(vintage.paper.id, end);
  }
  return values.map((value) => {
    const isEarlier = periodEnds(value.period).end < last.get(value.vintage.paper.id)!;
    return isEarlier && value.vintage.kind === 'reported'
      ? { ...value, vintage: { ...value.vintage, kind: 'comparison' as const } }
      : value;
  });
}

function rowOf(period: Period, all: readonly Vintage[]): SeriesRow {
  const vintages = withoutRepeats(all.toSorted(inOrderOfPublication));
  return { kind: 'value', period, latest: latestOf(vintages), vintages, revisions: revisionsOf(vintages) };
}

/** What the last paper that prints the value says first of it; where none prints it, what the last one implies. */
function latestOf(vintages: readonly Vintage[]): Vintage {
  const printed = vintages.filter(({ kind }) => kind !== 'derived');
  const those = printed.length > 0 ? printed : vintages;
  return those.find(({ paper }) => paper.id === those.at(-1)!.paper.id)!;
}

/** A paper that gives one value several times gives it once; what it prints tells more than what it implies. */
function withoutRepeats(vintages: readonly Vintage[]): Vintage[] {
  const printedBy = new Set(vintages.filter(({ kind }) => kind !== 'derived').map(({ paper }) => paper.id));
  const seen = new Map<string, Vintage>();
  for (const vintage of vintages) {
    if (vintage.kind === 'derived' && printedBy.has(vintage.paper.id)) continue;
    const key = `${vintage.paper.id} ${vintage.value}`;
    if (!seen.has(key)) seen.set(key, vintage);
  }
  return [...seen.values()];
}

function against(of: Observation): string {
  const months = comparedOver(of);
  return months === null ? '' : `against ${months} ${months === 1 ? 'month' : 'months'} before`;
}

function lengthOf(period: Period): string {
  const months = monthsOf(period);
  if (months === 0) return 'at a point in time';
  if (months === null) return `${daysIn(period)} days`;
  return months === 1 ? '1 month' : `${months} months`;
}
