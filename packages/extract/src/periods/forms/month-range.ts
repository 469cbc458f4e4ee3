import { monthEnd, monthStart } from '../calendar.ts';
import { GAP, MONTH, monthEndOf, monthNumber, TO, YEAR, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

/** "Oct '17 - Sep '18", "October 17'-Sept' '18", "Apr-13 to Mar-14", "April to September 2018", "Jul-Sep 19". */
export const monthRange: PeriodForm = {
  name: 'month-range',
  needs: ['digit', 'month'],
  pattern: `(?<m1>${MONTH})(?:${GAP}(?<y1>${YEAR}))?${TO}(?:end\\s+of\\s+)?(?<m2>${MONTH})${GAP}(?<y2>${YEAR})`,
  read: ({ m1, y1, m2, y2 }) => {
    const endYear = yearNumber(y2!);
    const wraps = monthNumber(m1!) > monthNumber(m2!);
    const startYear = y1 ? yearNumber(y1) : wraps ? endYear - 1 : endYear;
    const interval = { start: monthStart(startYear, monthNumber(m1!)), end: monthEnd(endYear, monthNumber(m2!)) };
    return interval.start < interval.end ? { kind: 'interval', interval } : null;
  },
};

/** "July to June 2019/20", "January to March 2018/19": each month in its part of the year named. */
export const monthRangeOfYears: PeriodForm = {
  name: 'month-range',
  needs: ['digit', 'month'],
  pattern: `(?<m1>${MONTH})${TO}(?<m2>${MONTH})${GAP}(?<y1>20\\d{2})\\s?[/-]\\s?(?:20)?(?<y2>\\d{2})(?!\\d)`,
  read: ({ m1, m2, y1, y2 }) => {
    const [first, last, year] = [monthNumber(m1!), monthNumber(m2!), yearNumber(y1!)];
    if ((year + 1) % 100 !== Number(y2)) return null;
    const startYear = first < FIRST_MONTH ? year + 1 : year;
    const endYear = last < first ? startYear + 1 : startYear;
    return { kind: 'interval', interval: { start: monthStart(startYear, first), end: monthEnd(endYear, last) } };
  },
};

/** The month in which a financial year begins. */
const FIRST_MONTH = 4;

/** "between April, 2010, and February this year": the year of the second month is the first in which it follows. */
export const monthRangeThisYear: PeriodForm = {
  name: 'month-range',
  needs: ['digit', 'month'],
  pattern: `(?<m1>${MONTH})\\s*,?\\s*(?<y1>(?:19|20)\\d{2})\\s*,?${TO}(?<m2>${MONTH})\\s*,?\\s*this\\s+year`,
  read: ({ m1, y1, m2 }) => {
    const [first, last] = [monthNumber(m1!), monthNumber(m2!)];
    const start = yearNumber(y1!);
    const end = last >= first ? start : start + 1;
    return { kind: 'interval', interval: { start: monthStart(start, first), end: monthEnd(end, last) } };
  },
};

/** "17 - Jul 18": a 12-month header that lost its first month; the month after the last one of a year before. */
export const truncatedMonthRange: PeriodForm = {
  name: 'truncated-month-range',
  needs: ['digit', 'month'],
  pattern: `'?(?<y1>\\d{2})'?\\s*(?:-+|to)\\s*(?<m2>${MONTH})\\s*(?<y2>'?\\d{2})`,
  read: ({ y1, m2, y2 }) => {
    if (yearNumber(y2!) !== yearNumber(y1!) + 1) return null;
    const month = monthNumber(m2!);
    const start = monthStart(yearNumber(y1!) + (month === 12 ? 1 : 0), (month % 12) + 1);
    return {
      kind: 'interval',
      interval: { start, end: monthEndOf(m2!, y2!) },
      note: 'period-start-inferred: the first month is not printed; read as 12 months',
    };
  },
};

/** "April to September", "Jul-Sep", "between April and December last year": the year is not printed. */
export const yearlessMonthRange: PeriodForm = {
  name: 'yearless-month-range',
  needs: ['month'],
  pattern: `(?:(?<m1>${MONTH})(?:\\s*-\\s*|\\s+to\\s+)(?<m2>${MONTH})|between\\s+(?<m3>${MONTH})\\s+and\\s+(?<m4>${MONTH}))(?!\\s*,?\\s*'?\\d)(?:\\s+(?<last>last\\s+year)|\\s+this\\s+year)?`,
  read: ({ m1, m2, m3, m4, last }) => ({
    kind: 'relative',
    relation: {
      to: 'month-range',
      from: monthNumber((m1 ?? m3)!),
      until: monthNumber((m2 ?? m4)!),
      lastYear: last !== undefined,
    },
  }),
};
