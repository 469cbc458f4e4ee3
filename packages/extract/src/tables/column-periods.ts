import {
  addDays,
  dateParts,
  financialQuarter,
  type Interval,
  monthEnd,
  monthStart,
  monthsLong,
} from '../periods/calendar.ts';
import { MONTH, monthNumber } from '../periods/elements.ts';
import { type PeriodPair, pairOf, resolveMentions } from '../periods/pick.ts';
import type { PeriodContext } from '../periods/resolve.ts';
import { normalise } from '../text/normalise.ts';
import type { Column } from './column.ts';

const BARE_MONTH = new RegExp(`^(${MONTH})$`, 'i');
const BARE_QUARTER = /^q(?:uarter|tr)?\s?([1-4])$/i;

/** The period (and baseline) that a column's header states. */
export function columnPeriods(column: Column, context: PeriodContext): PeriodPair {
  const { intervals, notes } = resolveMentions(column.periods, context, null);
  const year = intervals.at(-1);
  const part = year && column.header.length > 1 ? partOfYear(column.header.at(-1)!, year) : null;
  if (part) return { period: part, baseline: null, notes };
  if (column.role === 'change') return { ...pairOf(intervals), notes: intervals.length > 0 ? [] : notes };
  return { period: intervals.at(-1) ?? null, baseline: null, notes: intervals.length > 0 ? [] : notes };
}

/** The part of a row's year that a column header names without a year ("Apr", "Q1"); null where it names none. */
export function partOfYear(header: string, year: Interval): Interval | null {
  const text = normalise(header).trim();
  const month = BARE_MONTH.exec(text)?.[1];
  if (month) return monthWithin(monthNumber(month), year);
  const quarter = BARE_QUARTER.exec(text)?.[1];
  return quarter && monthsLong(year) === 12 ? financialQuarter(dateParts(year.start).year, Number(quarter)) : null;
}

/** Whether a header names a month or quarter without its year. */
export function isPartOfYear(header: string): boolean {
  const text = normalise(header).trim();
  return BARE_MONTH.test(text) || BARE_QUARTER.test(text);
}

/**
 * "Apr | May | Jun" where no year is printed: the last of them that holds a figure is the last such month that had
 * ended by the paper's date, and each other the one before its neighbour. The columns as they are where other headers
 * tell periods, or where the paper tells no date.
 */
export function withYearlessMonths(
  columns: readonly Column[],
  isFilled: (column: Column) => boolean,
  context: PeriodContext,
): Column[] {
  const months = columns.filter((column) => BARE_MONTH.test(normalise(column.header.at(-1) ?? '').trim()));
  const filled = months.filter(isFilled);
  if (filled.length < FEWEST_MONTHS || columns.some(({ periods }) => periods.length > 0)) return [...columns];
  const dated = new Map<Column, Interval>();
  let before = context.reportingEnd ?? context.paperDate;
  for (const column of [...filled].reverse()) {
    const interval: Interval | null = before ? lastMonth(monthNumber(column.header.at(-1)!.trim()), before) : null;
    if (!interval) return [...columns];
    dated.set(column, interval);
    before = addDays(interval.start, -1);
  }
  return columns.map((column) => {
    const interval = dated.get(column);
    const text = column.header.at(-1)!;
    const mention = { start: 0, end: text.length, text, form: 'yearless-month' };
    return interval ? { ...column, periods: [{ ...mention, expression: { kind: 'interval', interval } }] } : column;
  });
}

/** Fewer months without a year than these tell no row of months. */
const FEWEST_MONTHS = 3;

/** The last such month that had ended by a date. */
function lastMonth(month: number, date: string): Interval | null {
  const { year } = dateParts(date);
  const end = [year, year - 1].map((each) => monthEnd(each, month)).find((each) => each <= date);
  return end ? { start: monthStart(dateParts(end).year, month), end } : null;
}

function monthWithin(month: number, year: Interval): Interval | null {
  for (const candidate of [dateParts(year.start).year, dateParts(year.end).year]) {
    const interval = { start: monthStart(candidate, month), end: monthEnd(candidate, month) };
    if (interval.start >= year.start && interval.end <= year.end) return interval;
  }
  return null;
}
