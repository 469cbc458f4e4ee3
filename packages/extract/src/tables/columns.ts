import { findNumbers } from '../figures/find.ts';
import { dateParts, type Interval, monthEnd, monthsLong, monthsTo, shift } from '../periods/calendar.ts';
import { defaultBaseline, type PeriodPair } from '../periods/pick.ts';
import type { PeriodContext } from '../periods/resolve.ts';
import { normalise } from '../text/normalise.ts';
import { isDifference, isPercentChange, shareOf } from './arithmetic.ts';
import { type Column, readColumn } from './column.ts';
import { columnPeriods, isPartOfYear, withYearlessMonths } from './column-periods.ts';
import type { Grid } from './grid.ts';
import type { Section } from './rows.ts';

/** The columns of one section, and what they tell together. */
export interface TableColumns {
  readonly list: readonly Column[];
  readonly headed: boolean;
  /** The figures under a bare "%" are changes, not shares. */
  readonly percentIsChange: boolean;
  /** From the first to the last period of the level columns; null where there are fewer than two. */
  readonly span: Interval | null;
  /** The unit printed with the levels of a row, by row. */
  readonly levelUnits: ReadonlyMap<number, string>;
  /** The period of a level column whose header names none, from its neighbours. */
  readonly fallback: (column: Column) => Interval | null;
  readonly levels: readonly { readonly column: Column; readonly period: Interval }[];
  /** The first figure of a cell, signed; null where it has none. */
  readonly valueAt: (row: number, column: number) => number | null;
  /** Whether the figure of a cell is printed with its sign. */
  readonly isSigned: (row: number, column: number) => boolean;
  readonly rows: readonly number[];
}

/** Reads the columns of a section right of its labels. */
export function describeColumns(
  grid: Grid,
  section: Section,
  labels: number,
  context: PeriodContext,
  { yearEnd, dated }: { readonly yearEnd: { readonly month: number } | null; readonly dated: boolean },
): TableColumns {
  const read: Column[] = [];
  for (let index = labels; index < grid.columns; index++)
    read.push(endingIn(yearEnd, readColumn(index, headerTexts(grid, section.headers, index))));
  const valueAt = (row: number, column: number) => firstValue(grid.at(row, column)?.text ?? '');
  const isFilled = ({ index }: Column) => section.data.some((row) => valueAt(row, index) !== null);
  const list = dated ? read : withYearlessMonths(read, isFilled, context);
  const levels = list
    .filter((column) => ['level', 'forecast'].includes(column.role))
    .map((column) => ({ column, period: columnPeriods(column, context).period }))
    .filter((level): level is { column: Column; period: Interval } => level.period !== null);
  const isSigned = (row: number, column: number) => /^\s*[-+−–]\s*\d/.test(grid.at(row, column)?.text ?? '');
  const described = { list, levels, valueAt, isSigned, rows: section.data };
  return {
    ...described,
    headed: section.headers.length > 0,
    percentIsChange: percentIsChange(described),
    span: spanOf(levels.map((level) => level.period)),
    levelUnits: levelUnits(grid, section, list),
    fallback: (column) => neighbourPeriod(column, levels) ?? periodOfItsChange(column, list, levels),
  };
}

/** "2019" under "12 months to 31 March" is the year to March 2019. */
function endingIn(yearEnd: { readonly month: number } | null, column: Column): Column {
  if (!yearEnd) return column;
  const periods = column.periods.map((period) => {
    if (period.form !== 'calendar-year' || period.expression.kind !== 'interval') return period;
    const interval = monthsTo(monthEnd(dateParts(period.expression.interval.start).year, yearEnd.month), 12);
    return { ...period, expression: { kind: 'interval' as const, interval } };
  });
  return { ...column, periods };
}

function headerTexts(grid: Grid, headers: readonly number[], column: number): string[] {
  const texts: string[] = [];
  let last: unknown = null;
  for (const [index, row] of headers.entries()) {
    const cell = grid.at(row, column);
    if (cell && cell !== last && cell.text.trim() !== '') texts.push(cell.text.trim());
    else if (index < headers.length - 1) texts.push(...groupAbove(grid, headers, index, column));
    last = cell;
  }
  return texts;
}

/**
 * "| | Crimes recorded | | Movement | |" over "| Area | Q1 | Q2 | No. | % |": where a format has no merged cells, a blank
 * cell of an upper header row belongs to the name on its left.
 */
function groupAbove(grid: Grid, headers: readonly number[], index: number, column: number): string[] {
  const textAt = (row: number, at: number) => grid.at(row, at)?.text.trim() ?? '';
  const cell = grid.at(headers[index]!, column);
  const isBlank = cell !== null && textAt(headers[index]!, column) === '' && cell.cell.colSpan === 1;
  const isNamedBelow = textAt(headers[index + 1]!, column) !== '';
  if (!isBlank || !isNamedBelow) return [];
  for (let left = column - 1; left > 0; left -= 1) {
    const name = textAt(headers[index]!, left);
    if (name !== '') return [name];
  }
  return [];
}

function firstValue(text: string): number | null {
  const plain = normalise(text);
  const { figures } = findNumbers(plain);
  const figure = figures[0];
  if (!figure) return null;
  const down = /\b(?:decreas\w*|reduc\w*|down|fell|fall\w*)\b/i.test(plain.slice(0, figure.start));
  return (figure.sign === '-' || (down && figure.sign === null) ? -1 : 1) * figure.value;
}

type Described = Pick<TableColumns, 'list' | 'levels' | 'valueAt' | 'rows' | 'isSigned'>;

/** A bare "%" beside two levels is their change where its figures carry signs, or where the arithmetic says so. */
function percentIsChange({ list, levels, valueAt, rows, isSigned }: Described): boolean {
  const percent = list.find((column) => column.role === 'percent');
  const pair = lastPair(levels);
  if (!percent || !pair) return false;
  if (
    shareOf(
      rows.filter((row) => valueAt(row, percent.index) !== null),
      (row) => isSigned(row, percent.index),
    ) >= 0.6
  )
    return true;
  const holds = shareOf(
    rows.filter((row) => valueAt(row, percent.index) !== null),
    (row) => {
      const [from, to] = [valueAt(row, pair.earlier.column.index), valueAt(row, pair.later.column.index)];
      return from !== null && to !== null && isPercentChange(from, to, valueAt(row, percent.index)!);
    },
  );
  return holds >= 0.5;
}

interface LevelPair {
  readonly earlier: TableColumns['levels'][number];
  readonly later: TableColumns['levels'][number];
}

function lastPair(levels: TableColumns['levels']): LevelPair | null {
  const sorted = [...levels].sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
  const later = sorted.at(-1);
  const earlier = sorted.at(-2);
  return later && earlier ? { earlier, later } : null;
}

/**
 * Period and baseline of a change column: what its header states, else the two level columns whose difference or
 * percentage its figures are, else the last two.
 */
export function changePeriods(columns: TableColumns, column: Column, context: PeriodContext): PeriodPair {
  const stated = columnPeriods(column, context);
  if (stated.period && stated.baseline) return stated;
  const pair = pairOfChange(columns, column);
  if (stated.period) {
    const { period } = stated;
    const fitting =
      pair && pair.later.period.end === period.end && pair.later.period.start === period.start
        ? pair.earlier.period
        : null;
    return { ...stated, baseline: fitting ?? (column.isVariance ? null : defaultBaseline(period)) };
  }
  if (column.isVariance)
    return { period: stated.period ?? columns.levels[0]?.period ?? null, baseline: null, notes: [] };
  if (pair) return { period: pair.later.period, baseline: pair.earlier.period, notes: [] };
  const only = columns.levels[0];
  return { period: only?.period ?? null, baseline: only ? defaultBaseline(only.period) : null, notes: stated.notes };
}

function pairOfChange(columns: TableColumns, column: Column): LevelPair | null {
  const fallback = nearestPair(columns, column);
  const sorted = [...columns.levels].sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
  if (sorted.length <= 2) return fallback;
  const later = sorted.at(-1)!;
  let best: { pair: LevelPair; share: number } | null = null;
  for (const earlier of sorted.slice(0, -1).reverse()) {
    const share = fitOf(columns, column, earlier.column, later.column);
    if (share > (best?.share ?? 0.5)) best = { pair: { earlier, later }, share };
  }
  return best?.pair ?? fallback;
}

/** The levels right before a change column where they are two, else the last two of the table. */
function nearestPair(columns: TableColumns, column: Column): LevelPair | null {
  const before = columns.levels.filter((level) => level.column.index < column.index);
  return lastPair(columns.levels.length > 2 && before.length >= 2 ? before : columns.levels);
}

function fitOf(columns: TableColumns, change: Column, earlier: Column, later: Column): number {
  const rows = columns.rows.filter((row) => columns.valueAt(row, change.index) !== null);
  return shareOf(rows, (row) => {
    const [from, to] = [columns.valueAt(row, earlier.index), columns.valueAt(row, later.index)];
    const printed = columns.valueAt(row, change.index)!;
    return from !== null && to !== null && (isPercentChange(from, to, printed) || isDifference(from, to, printed));
  });
}

function spanOf(periods: readonly Interval[]): Interval | null {
  if (periods.length < 2) return null;
  const starts = periods.map((period) => period.start).sort();
  const ends = periods.map((period) => period.end).sort();
  return { start: starts[0]!, end: ends.at(-1)! };
}

/** By the columns of periods where there are any: a rate beside them is no level that the changes are between. */
function levelUnits(grid: Grid, section: Section, list: readonly Column[]): Map<number, string> {
  const units = new Map<number, string>();
  const plain = list.filter((column) => column.role === 'level' || column.role === 'total');
  const ofPeriods = plain.filter((column) => column.periods.length > 0 || column.previous);
  for (const row of section.data) {
    for (const column of ofPeriods.length > 0 ? ofPeriods : plain) {
      const unit = findNumbers(grid.at(row, column.index)?.text ?? '').figures[0]?.unit ?? column.unit;
      if (unit && !units.has(row)) units.set(row, unit);
    }
  }
  return units;
}

/** "Previous" beside a column with a period is the period before that one; "current" without one is told by nothing. */
function neighbourPeriod(column: Column, levels: TableColumns['levels']): Interval | null {
  if (levels.length === 0 || column.periods.length > 0 || isPartOfYear(column.header.at(-1) ?? '')) return null;
  const other = levels[0]!.period;
  if (column.previous)
    return shift(other, monthsLong(other) >= 11 || /year/i.test(column.header.join(' ')) ? -12 : -monthsLong(other));
  return column.role === 'share' || column.role === 'percent' || levels.length === 1 ? levels.at(-1)!.period : null;
}

/** "Solved rate" beside "Solved rate change": a level of the period that the change ends in. */
function periodOfItsChange(column: Column, list: readonly Column[], levels: TableColumns['levels']): Interval | null {
  const name = column.name.toLowerCase();
  const changes = list.some(
    (other) => other.role === 'change' && name !== '' && other.name.toLowerCase().startsWith(`${name} `),
  );
  return column.role === 'level' && column.periods.length === 0 && changes
    ? (lastPair(levels)?.later.period ?? null)
    : null;
}
