import type { Statistic } from '@scrutineer/model';
import type { Draft } from '../draft.ts';
import type { Figure } from '../figures/figure.ts';
import { findNumbers, findNumbersBesidePeriods } from '../figures/find.ts';
import { type Signed, signOfChange } from '../figures/signs.ts';
import { defaultBaseline } from '../periods/pick.ts';
import { normalise } from '../text/normalise.ts';
import { unitOf } from './cell-unit.ts';
import type { Column } from './column.ts';
import { columnPeriods, partOfYear } from './column-periods.ts';
import { changePeriods, type TableColumns } from './columns.ts';
import { type GridCell, isBareNumber } from './grid.ts';
import { nameMeasure } from './measure.ts';
import type { CellReading } from './reading.ts';

export function readCell(reading: CellReading): Draft[] {
  const { cell } = reading;
  const figures =
    rankFigure(reading) ??
    (isBareNumber(normalise(cell.text)) ? findNumbers(cell.text) : findNumbersBesidePeriods(cell.text)).figures;
  const drafts: Draft[] = [];
  let signed: Signed | null = null;
  for (const figure of figures) {
    const isOutOf = figures.some((other) => other.outOf === figure.value && other !== figure);
    if (isOutOf) continue;
    const change = isChange(reading, figure, drafts);
    signed = change ? signOfChange(cell.text, figure, signed, null) : null;
    drafts.push(cellDraft(reading, figure, change, signed, drafts));
  }
  return drafts;
}

const RANK_OF = /^\s*(\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:\/|\(?(?:out\s+)?of)\s*(\d{1,2})\)?\s*$/i;

/** "4/8" in a column of ranks: the fourth of eight. */
function rankFigure({ column, cell }: CellReading): Figure[] | null {
  const match = column.role === 'rank' ? RANK_OF.exec(cell.text) : null;
  const figure = match && findNumbers(match[1]!).figures[0];
  if (!match || !figure) return null;
  const start = cell.text.indexOf(match[1]!);
  return [{ ...figure, start, end: start + match[1]!.length, unitEnd: cell.text.length, outOf: Number(match[2]) }];
}

/** A change by its column, by its sign, or by a word of direction in the cell; a second figure goes with the first. */
function isChange({ column, columns, cell, label }: CellReading, figure: Figure, before: readonly Draft[]): boolean {
  if (figure.form === 'ordinal' || column.role === 'rank') return false;
  if (column.role === 'change') return true;
  if (column.role === 'percent') return columns.percentIsChange;
  if (/\b(?:change|variance|difference)\b/i.test(label.name)) return true;
  if (before.some((draft) => draft.statistic === 'change')) return true;
  const words = normalise(cell.text).slice(0, figure.start);
  return (
    /\b(?:increas\w*|decreas\w*|reduc\w*|up|down|ris\w+|fall\w*|rose|fell)\b/i.test(words) ||
    (figure.sign === '+' && column.role === 'level') ||
    (figure.sign !== null && figure.unit === 'percent' && before.length > 0)
  );
}

function cellDraft(
  reading: CellReading,
  figure: Figure,
  change: boolean,
  signed: Signed | null,
  before: readonly Draft[],
): Draft {
  const { passage, column, columns, cell, row, label } = reading;
  const statistic = statisticOf(column, figure, change);
  const unit = unitOf(reading, figure, change, before);
  const share =
    !change &&
    unit === 'percent' &&
    (column.role === 'share' || column.role === 'percent' || before.some((draft) => draft.unit !== 'percent'));
  const levels = columns.list.filter(({ role, residue }) => role === 'level' && residue !== '');
  const rankedBy = levels.length === 1 ? levels[0]!.name : null;
  const measure = nameMeasure(
    { ...reading, rankedBy },
    {
      share,
      percentLevel: unit === 'percent',
      money: unit === 'GBP',
      rank: statistic === 'rank',
      count: unit === 'count' && statistic === 'level' && figure.value > 100,
    },
  );
  const periods = periodsOf(reading, change);
  const scaled =
    figure.unit === null || (figure.unit === 'GBP' && !/[mkb]/i.test(figure.text))
      ? figure.value * scaleOf(reading, unit)
      : figure.value;
  const bracketed = isNegativeInBrackets(cell.text) && (change || unit === 'GBP');
  const sign = bracketed ? -1 : change ? (signed?.sign ?? column.direction ?? 1) : figure.sign === '-' ? -1 : 1;
  return {
    leaf: cell.cell,
    figure,
    quote: cell.text.trim(),
    headings: passage.headings,
    table: {
      index: passage.index,
      row,
      col: cell.cell.column,
      rowHeader: label.text.trim() ? [label.text.trim()] : [],
      columnHeader: [...column.header],
    },
    measure: measure.measure,
    area: label.area ?? column.area ?? reading.topic.area ?? reading.context.area,
    breakdown: measure.breakdown,
    statistic,
    value: sign * clean(scaled),
    unit,
    qualifier: figure.qualifier,
    period: periods.period,
    baseline: change ? periods.baseline : null,
    outOf: figure.outOf,
    method: `table/${statistic === 'level' && share ? 'share' : statistic}-cell`,
    confidence: confidenceOf(measure.known, columns, periods.period !== null),
    notes: [
      ...periods.notes,
      ...(signed?.notes ?? []),
      ...(change && !periods.baseline && !column.isVariance ? ['baseline-not-stated'] : []),
      ...repairNotes(cell),
    ],
  };
}

/** Accounts print a negative figure alone in brackets: "(1,250)". */
function isNegativeInBrackets(text: string): boolean {
  return /^\s*\(\s*£?[\d,.]+\s*[mk%]?\s*\)\s*$/i.test(text);
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}

function statisticOf(column: Column, figure: Figure, change: boolean): Statistic {
  if (change) return 'change';
  if (figure.form === 'ordinal' || column.role === 'rank') return 'rank';
  if (column.role === 'target') return 'target';
  return column.role === 'forecast' ? 'forecast' : 'level';
}

function scaleOf({ column, topic }: CellReading, unit: string): number {
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'rank') return 1;
  return column.scale !== 1 ? column.scale : unit === 'GBP' ? topic.scale : 1;
}

function periodsOf(reading: CellReading, change: boolean) {
  const { column, columns, context, rowPeriod } = reading;
  const year = rowPeriod ?? (column.periods.length === 0 ? reading.topic.period : null);
  const part = year && column.header.length > 0 ? partOfYear(column.header.at(-1)!, year) : null;
  if (part) return { period: part, baseline: null, notes: [] };
  if (change) {
    const found = changePeriods(columns, column, context.periods);
    const period = found.period ?? rowPeriod ?? reading.topic.period;
    return {
      period,
      baseline: found.baseline ?? (column.isVariance ? null : defaultBaseline(period)),
      notes: found.notes,
    };
  }
  if (column.role === 'total' && columns.span) return { period: rowPeriod ?? columns.span, baseline: null, notes: [] };
  if (column.role === 'target')
    return { period: columnPeriods(column, context.periods).period, baseline: null, notes: [] };
  const own = columnPeriods(column, context.periods);
  return { ...own, period: own.period ?? rowPeriod ?? columns.fallback(column) ?? reading.topic.period };
}

function confidenceOf(known: boolean, columns: TableColumns, period: boolean): number {
  return 0.97 - (known ? 0 : 0.07) - (period ? 0 : 0.12) - (columns.headed ? 0 : 0.1);
}

function repairNotes(cell: GridCell): string[] {
  return cell.cell.repairs?.includes('row-joined-over-break') ? ['row-split-by-page'] : [];
}
