/**
 * Calendar arithmetic on ISO dates (`YYYY-MM-DD`) as strings: no clock, no time zone.
 * A month is given as 1 to 12.
 */

/** An interval of days, both ends inclusive. */
export interface Interval {
  readonly start: string;
  readonly end: string;
}

/** The ISO date, or null where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return compose(year, month, day);
}

/** The number of days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first day of a month. */
export function monthStart(year: number, month: number): string {
  return compose(year, month, 1);
}

/** The last day of a month. */
export function monthEnd(year: number, month: number): string {
  return compose(year, month, daysInMonth(year, month));
}

/** The calendar month of `months` ago (negative) or ahead; day of month is clipped, and a month's last day stays one. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const last = daysInMonth(toYear, toMonth);
  const wasLast = day === daysInMonth(year, month);
  return compose(toYear, toMonth, wasLast ? last : Math.min(day, last));
}

/** The day `days` later (negative: earlier). */
export function addDays(date: string, days: number): string {
  const { year, month, day } = dateParts(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Year, month and day of an ISO date. */
export function dateParts(date: string): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year!, month: month!, day: day! };
}

/** The `months` months that end with the given day: whole ones where it ends a month, else from the day after the same day. */
export function monthsTo(end: string, months: number): Interval {
  const { year, month, day } = dateParts(end);
  if (day === daysInMonth(year, month)) {
    const first = dateParts(addMonths(monthStart(year, month), 1 - months));
    return { start: monthStart(first.year, first.month), end };
  }
  return { start: addDays(addMonths(end, -months), 1), end };
}

/** Both ends moved by whole months; a day stays one day. */
export function shift(interval: Interval, months: number): Interval {
  if (interval.start === interval.end) {
    const day = addMonths(interval.end, months);
    return { start: day, end: day };
  }
  const start = dateParts(
    addMonths(monthStart(dateParts(interval.start).year, dateParts(interval.start).month), months),
  );
  const startDay = dateParts(interval.start).day;
  return {
    start: compose(start.year, start.month, Math.min(startDay, daysInMonth(start.year, start.month))),
    end: addMonths(interval.end, months),
  };
}

/** Length in months, rounded to a whole number; at least 1 for anything of 15 days or more, else 0. */
export function monthsLong({ start, end }: Interval): number {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  return Math.round(days / 30.4375);
}

/** The financial year (April to March) that begins in the given year. */
export function financialYear(year: number): Interval {
  return { start: monthStart(year, 4), end: monthEnd(year + 1, 3) };
}

/** A quarter of the financial year that begins in the given year; the first is April to June. */
export function financialQuarter(year: number, quarter: number): Interval {
  return shift({ start: monthStart(year, 4), end: monthEnd(year, 6) }, 3 * (quarter - 1));
}

/** The year in which the financial year holding a date begins. */
export function financialYearOf(date: string): number {
  const { year, month } = dateParts(date);
  return month >= 4 ? year : year - 1;
}

/** The calendar year. */
export function calendarYear(year: number): Interval {
  return { start: monthStart(year, 1), end: monthEnd(year, 12) };
}

/** ISO 8601: `start/end`, or the one date of an interval of one day. */
export function formatInterval({ start, end }: Interval): string {
  return start === end ? start : `${start}/${end}`;
}

/** The reverse of `formatInterval`. */
export function parseInterval(period: string): Interval {
  const [start, end] = period.split('/');
  return { start: start!, end: end ?? start! };
}

function compose(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
