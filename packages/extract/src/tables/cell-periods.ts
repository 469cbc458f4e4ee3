import type { Figure } from '../figures/figure.ts';
import { type Interval, monthsLong, shift } from '../periods/calendar.ts';
import { findPeriods } from '../periods/find.ts';
import { type PeriodPair, resolveMentions, usualBaseline } from '../periods/pick.ts';
import { normalise } from '../text/normalise.ts';
import type { Cell } from './cell.ts';
import { partOfYear } from './line.ts';
import type { Role } from './roles.ts';

/** The period of a cell's figure, and whether nothing nearer than the paper as a whole told it. */
export interface CellPeriods extends PeriodPair {
  readonly isOfPaper: boolean;
}

/**
 * The period of a figure: what its own cell says, then its column and row, then the titles above, then the paper. A
 * change has the periods of the two levels it is between.
 */
export function cellPeriods(cell: Cell, figure: Figure, role: Role): CellPeriods {
  if (role === 'target' && cell.column.periods.length + cell.row.periods.length === 0)
    return { period: null, baseline: null, notes: [], isOfPaper: false };
  const near = nearPeriods(cell, figure, role);
  const { reading } = cell;
  if (near.period || near.baseline || near.notes.length > 0)
    return { ...withBaseline(near, cell, role), isOfPaper: false };
  const titled = reading.period ?? reading.topic.period;
  if (titled) {
    const baseline = reading.period ? null : reading.topic.baseline;
    return {
      ...withBaseline({ period: titled, baseline: near.baseline ?? baseline, notes: [] }, cell, role),
      isOfPaper: false,
    };
  }
  const { usual, reportingPeriod } = reading.context.periods;
  const period = usual?.period ?? reportingPeriod;
  if (!period || role === 'target') return { ...near, isOfPaper: false };
  const baseline = near.baseline ?? usual?.baseline ?? null;
  return { ...withBaseline({ period, baseline, notes: ['period-of-report'] }, cell, role), isOfPaper: true };
}

/** The same span a year before is what a change is against where nothing else is told, and its length allows it. */
function withBaseline(pair: PeriodPair, { reading, lineRole }: Cell, role: Role): PeriodPair {
  if (role !== 'change' || pair.baseline || !pair.period) return pair;
  const told = /\b(?:last year|previous year|year (?:before|earlier|ago)|year[- ]on[- ]year)\b/i;
  const words = [...reading.columns.values()].flatMap(({ headers }) => headers.map(({ text }) => text)).join(' ');
  const title = `${reading.passage.table.title ?? ''} ${reading.passage.before ?? ''}`;
  const yearBefore = told.test(words) || told.test(title) || lineRole.of !== null;
  const baseline =
    usualBaseline(pair.period, reading.context.periods) ??
    (yearBefore && monthsLong(pair.period) > 0 ? shift(pair.period, -12) : null);
  return { ...pair, baseline };
}

function nearPeriods(cell: Cell, figure: Figure, role: Role): PeriodPair {
  const own = ownPeriod(cell, figure);
  if (own) return { period: own, baseline: null, notes: [] };
  const { reading, row, column, lineRole, byRow } = cell;
  const ofColumn = reading.columnPeriods.of(column.index);
  const ofRow = reading.rowPeriods.of(row.index);
  if (role === 'change' && lineRole.of) {
    const along = byRow ? reading.rowPeriods : reading.columnPeriods;
    const stated = byRow ? ofRow : ofColumn;
    const [earlier, later] = [along.of(lineRole.of.earlier).period, along.of(lineRole.of.later).period];
    const laterLine = (byRow ? reading.rows : reading.columns).get(lineRole.of.later);
    if (earlier && !later && laterLine?.current) return { period: null, baseline: earlier, notes: [] };
    const pair = sorted(earlier, later);
    if (stated.period && stated.baseline) return stated;
    if (pair.period) return stated.period && !sameEnd(stated.period, pair.period) ? stated : pair;
  }
  const total = column.cues.has('total') && reading.columnPeriods.span && ofColumn.period === null;
  if (total && ofRow.period === null) return { period: reading.columnPeriods.span, baseline: null, notes: [] };
  const rowTotal = row.cues.has('total') && reading.rowPeriods.span && ofRow.period === null;
  if (rowTotal && ofColumn.period === null) return { period: reading.rowPeriods.span, baseline: null, notes: [] };
  return narrower(cell, ofRow, ofColumn);
}

/** "Q1" in a row under the year "2013/14"; of two whole periods the shorter. */
function narrower({ row, column }: Cell, ofRow: PeriodPair, ofColumn: PeriodPair): PeriodPair {
  if (ofRow.period && ofColumn.period) {
    const part =
      partOfYear(row.headers.at(-1)?.text ?? '', ofColumn.period) ??
      partOfYear(column.headers.at(-1)?.text ?? '', ofRow.period);
    if (part) return { period: part, baseline: null, notes: [] };
    if (!row.headers.some(({ isPeriod }) => isPeriod)) return ofColumn;
    return monthsLong(ofRow.period) <= monthsLong(ofColumn.period) ? ofRow : ofColumn;
  }
  if (ofColumn.period) {
    const part = partOfYear(row.headers.at(-1)?.text ?? '', ofColumn.period);
    return part ? { period: part, baseline: null, notes: [] } : ofColumn;
  }
  if (ofRow.period) {
    const part = partOfYear(column.headers.at(-1)?.text ?? '', ofRow.period);
    return part ? { period: part, baseline: null, notes: [] } : ofRow;
  }
  return { period: null, baseline: null, notes: [...ofRow.notes, ...ofColumn.notes] };
}

function sorted(one: Interval | null, other: Interval | null): PeriodPair {
  if (one && other && one.end > other.end) return { period: one, baseline: other, notes: [] };
  return { period: other ?? one, baseline: other ? one : null, notes: [] };
}

function sameEnd(one: Interval, other: Interval): boolean {
  return one.end === other.end;
}

/** "38% (December 2012)", "82% (90% last year)": the period that stands right behind a figure in its own cell. */
function ownPeriod({ cell, reading, column, row }: Cell, figure: Figure): Interval | null {
  const text = normalise(cell.text);
  const mentions = findPeriods(text);
  if (mentions.length === 0) return null;
  const mention = mentions.find(
    ({ start, end }) =>
      start >= figure.unitEnd &&
      !/^\s*[:=-]?\s*[£\d]/.test(text.slice(end)) &&
      /^\s*(?:\(\s*|[-,]\s*)?(?:in|at|to|as at)?\s*$/i.test(text.slice(figure.unitEnd, start)),
  );
  const before = mentions.find(
    ({ end }) => end <= figure.start && /^\s*(?::|-|=|was)?\s*$/.test(text.slice(end, figure.qualifierStart)),
  );
  const found = mention ?? before;
  if (!found) return null;
  const of =
    reading.columnPeriods.of(column.index).period ??
    reading.rowPeriods.of(row.index).period ??
    reading.period ??
    reading.topic.period ??
    reading.context.periods.reportingPeriod;
  return resolveMentions([found], reading.context.periods, of).intervals[0] ?? null;
}
