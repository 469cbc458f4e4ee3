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

/** "April to September", "Jul-Sep": the year is not printed. */
export const yearlessMonthRange: PeriodForm = {
  name: 'yearless-month-range',
  needs: ['month'],
  pattern: `(?<m1>${MONTH})(?:\\s*-\\s*|\\s+to\\s+)(?<m2>${MONTH})`,
  read: ({ m1, m2 }) => ({
    kind: 'relative',
    relation: { to: 'month-range', from: monthNumber(m1!), until: monthNumber(m2!) },
  }),
};
