import {
  addDays,
  addMonths,
  calendarYear,
  dateParts,
  daysInMonth,
  financialQuarter,
  financialYear,
  financialYearOf,
  type Interval,
  isoDate,
  monthEnd,
  monthStart,
  monthsLong,
  monthsTo,
  shift,
} from './calendar.ts';
import type { PeriodExpression, Relation } from './expression.ts';

/** What relative periods of a paper stand on. */
export interface PeriodContext {
  /** The paper's own date; null where it does not tell. */
  readonly paperDate: string | null;
  /** The last day that the paper's figures reach; null where nothing in the paper tells. */
  readonly reportingEnd: string | null;
  /** The paper's reporting period as it states it; null where it does not. */
  readonly reportingPeriod: Interval | null;
  /** What all figures compare unless they say otherwise; null where the paper sets no such rule. */
  readonly usual: { readonly period: Interval; readonly baseline: Interval } | null;
  /** The year that the paper calls "last year", where it names the one before; null elsewhere. */
  readonly lastYear: Interval | null;
  /** The paper compares with the year before, and with nothing nearer: so do changes that do not say with what. */
  readonly comparesYears: boolean;
  /** The length of most periods the paper prints, in months; null where it prints none of three months or more. */
  readonly usualMonths: number | null;
}

/** A resolved period, or the reason why there is none. */
export type Resolution =
  | { readonly interval: Interval; readonly notes: readonly string[] }
  | { readonly interval: null; readonly notes: readonly string[] };

/**
 * Resolves a printed period to an interval.
 *
 * @param of the period of the words before, which "the same period last year" and "the last report" stand on
 */
export function resolvePeriod(expression: PeriodExpression, context: PeriodContext, of: Interval | null): Resolution {
  if (expression.kind === 'interval') return known(expression.interval, expression.note);
  if (expression.kind === 'date') return known(dateInterval(expression.date, expression.grain));
  const interval = resolveRelation(expression.relation, context, of);
  return interval ? known(interval) : unresolved(expression.relation.to);
}

/** A month's name means the month; a day means that day. */
function dateInterval(date: string, grain: 'day' | 'month'): Interval {
  const { year, month } = dateParts(date);
  return grain === 'day' ? { start: date, end: date } : { start: monthStart(year, month), end: date };
}

function known(interval: Interval, note?: string): Resolution {
  return { interval, notes: note ? [note] : [] };
}

function unresolved(relation: string): Resolution {
  return {
    interval: null,
    notes: [`period-unresolved: "${relation}" stands on a period that the paper does not tell`],
  };
}

function resolveRelation(relation: Relation, context: PeriodContext, of: Interval | null): Interval | null {
  const end = context.reportingEnd;
  switch (relation.to) {
    case 'this-quarter':
      return end ? reportingQuarter(context) : null;
    case 'reporting-period':
      return context.reportingPeriod ?? (end ? reportingQuarter(context) : null);
    case 'quarter-before':
      return end ? shift(of && monthsLong(of) === 3 ? of : reportingQuarter(context)!, -3) : null;
    case 'year-to-date':
      return end ? { start: financialYear(financialYearOf(end)).start, end } : null;
    case 'financial-year-to-date':
      return end
        ? { start: financialYear(relation.year).start, end: yearsLater(end, relation.year - financialYearOf(end)) }
        : null;
    case 'first-months-of-year':
      return firstMonthsOfYear(relation.months, context);
    case 'this-year':
      return yearOf(context, 0);
    case 'last-year':
      return context.lastYear ?? (of ? shift(of, -12) : yearOf(context, -1));
    case 'year-before':
      return of ? shift(of, -12) : yearOf(context, -1);
    case 'years-before':
      return yearsBefore(relation.years, of, context);
    case 'same-period-year-before':
      return of ? shift(of, -12) : end ? shift(reportingQuarter(context)!, -12) : null;
    case 'period-before':
      return of ? shift(of, -Math.max(monthsLong(of), 1)) : null;
    case 'same-period':
      return of ?? context.reportingPeriod;
    case 'open-ended':
      return null;
    case 'past-months':
      return [of, context.reportingPeriod].find((told) => told && monthsLong(told) === relation.months) ?? null;
    case 'same-part-of-year':
      return samePartOfYear(relation, of ?? reportingQuarter(context));
    case 'calendar-year':
      return end ? calendarYear(dateParts(end).year) : null;
    case 'last-report':
      return of ? shift(of, -3) : null;
    case 'months-to-date':
      return end ? monthsTo(end, relation.months) : null;
    case 'months-to-month':
      return monthsToMonth(relation, context);
    case 'day-range':
      return dayRange(relation, context);
    case 'week-of':
      return weekOf(relation, context);
    case 'since':
      return sinceMonth(relation.month, context);
    case 'quarter-of-year':
      return quarterOfYear(relation, context);
    case 'month-range':
      return monthRange(relation, context);
  }
}

/** So many years before the period of the words before, else before the one reported on. */
function yearsBefore(
  years: number,
  of: Interval | null,
  { reportingPeriod, reportingEnd }: PeriodContext,
): Interval | null {
  const base = of ?? reportingPeriod ?? (reportingEnd ? monthsTo(reportingEnd, 12) : null);
  return base && shift(base, -12 * years);
}

function firstMonthsOfYear(months: number, { reportingEnd, paperDate }: PeriodContext): Interval | null {
  const date = reportingEnd ?? paperDate;
  if (!date) return null;
  const { start } = financialYear(financialYearOf(date));
  return { start, end: addDays(addMonths(start, months), -1) };
}

/** The same day of another year; a month's last day stays one. */
function yearsLater(date: string, years: number): string {
  return shift({ start: monthStart(dateParts(date).year, dateParts(date).month), end: date }, 12 * years).end;
}

/** The quarter the paper reports on: its stated period where that is a quarter, else the three months to its last day. */
function reportingQuarter({ reportingPeriod, reportingEnd }: PeriodContext): Interval | null {
  if (reportingPeriod && monthsLong(reportingPeriod) === 3) return reportingPeriod;
  return reportingEnd ? monthsTo(reportingEnd, 3) : null;
}

function samePartOfYear(
  { year, of: kind }: Extract<Relation, { to: 'same-part-of-year' }>,
  of: Interval | null,
): Interval | null {
  if (!of) return null;
  const current = kind === 'financial' ? financialYearOf(of.start) : dateParts(of.end).year;
  return shift(of, 12 * (year - current));
}

function yearOf(context: PeriodContext, years: number): Interval | null {
  const date = context.paperDate ?? context.reportingEnd;
  return date ? financialYear(financialYearOf(date) + years) : null;
}

/** The last such month that had ended by the paper's date; one day of grace is not given. */
function monthsToMonth(
  relation: Extract<Relation, { to: 'months-to-month' }>,
  context: PeriodContext,
): Interval | null {
  const date = context.paperDate ?? context.reportingEnd;
  if (!date) return null;
  const end = lastEndOf(relation.month, relation.day, date);
  if (!end) return null;
  return relation.months === null ? { start: end, end } : monthsTo(end, relation.months);
}

function dayRange({ from, until }: Extract<Relation, { to: 'day-range' }>, context: PeriodContext): Interval | null {
  const date = context.paperDate ?? context.reportingEnd;
  const end = date && lastEndOf(until.month, until.day, date);
  if (!end) return null;
  const year = dateParts(end).year - (from.month > until.month ? 1 : 0);
  const start = isoDate(year, from.month, from.day);
  return start && start <= end ? { start, end } : null;
}

function weekOf({ month, day }: Extract<Relation, { to: 'week-of' }>, context: PeriodContext): Interval | null {
  const date = context.paperDate ?? context.reportingEnd;
  const start = date && lastEndOf(month, day, date);
  return start ? { start, end: addDays(start, 6) } : null;
}

function lastEndOf(month: number, day: number | null, date: string): string | null {
  const year = dateParts(date).year;
  for (const candidate of [year, year - 1]) {
    const end = day
      ? isoDate(candidate, month, Math.min(day, daysInMonth(candidate, month)))
      : monthEnd(candidate, month);
    if (end && end <= date) return end;
  }
  return null;
}

function sinceMonth(month: number, context: PeriodContext): Interval | null {
  const date = context.paperDate ?? context.reportingEnd;
  if (!date) return null;
  const { year, month: now } = dateParts(date);
  return { start: monthStart(month <= now ? year : year - 1, month), end: date };
}

function quarterOfYear(
  relation: Extract<Relation, { to: 'quarter-of-year' }>,
  context: PeriodContext,
): Interval | null {
  const date = context.reportingEnd ?? context.paperDate;
  if (!date) return null;
  const asked = ((relation.quarter - 1 + 8) % 4) + 1;
  const yearsBack = relation.quarter < 1 ? 1 : 0;
  let quarter = financialQuarter(financialYearOf(date), asked);
  if (quarter.start > (context.paperDate ?? date)) quarter = shift(quarter, -12);
  quarter = shift(quarter, -12 * yearsBack);
  return relation.at === 'end' ? { start: quarter.end, end: quarter.end } : quarter;
}

function monthRange(relation: Extract<Relation, { to: 'month-range' }>, context: PeriodContext): Interval | null {
  const date = context.paperDate ?? context.reportingEnd;
  const told = relation.lastYear ? `${dateParts(date ?? '0001-01-01').year - 1}-12-31` : null;
  const end = date && lastEndOf(relation.until, null, told && told < date ? told : date);
  if (!end) return null;
  const months = ((relation.until - relation.from + 12) % 12) + 1;
  return monthsTo(end, months);
}

/** The default baseline of a change over a year or more: the same length, one year earlier. */
export function yearEarlier(interval: Interval): Interval {
  return shift(interval, -12);
}
