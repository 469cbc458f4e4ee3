import { isoDate } from '../calendar.ts';
import { DAY, dayNumber, MONTH, monthNumber, TO, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

/** "1 July - 30 September 2020", "the 1 October 2017 to 31 December 2017", "between 1 July and 30 September 2020". */
export const dayRange: PeriodForm = {
  name: 'day-range',
  needs: ['digit', 'month'],
  pattern: `(?<d1>${DAY})\\s+(?:of\\s+)?(?<m1>${MONTH})(?:\\s*,?\\s*(?<y1>(?:19|20)\\d{2}))?${TO}(?<d2>${DAY})\\s+(?:of\\s+)?(?<m2>${MONTH})\\s*,?\\s*(?<y2>(?:19|20)\\d{2})`,
  read: ({ d1, m1, y1, d2, m2, y2 }) => {
    const endYear = yearNumber(y2!);
    const wraps = monthNumber(m1!) > monthNumber(m2!);
    const start = isoDate(y1 ? yearNumber(y1) : wraps ? endYear - 1 : endYear, monthNumber(m1!), dayNumber(d1!));
    const end = isoDate(endYear, monthNumber(m2!), dayNumber(d2!));
    return start && end && start <= end ? { kind: 'interval', interval: { start, end } } : null;
  },
};

/** "between October 1, 2018, and September 30, 2019", "April 01 2012 to March 31 2013": the months first. */
export const monthDayRange: PeriodForm = {
  name: 'day-range',
  needs: ['digit', 'month'],
  pattern: `(?<m1>${MONTH})\\s+(?<d1>${DAY})\\s*,?\\s+(?<y1>(?:19|20)\\d{2})\\s*,?${TO}(?<m2>${MONTH})\\s+(?<d2>${DAY})\\s*,?\\s+(?<y2>(?:19|20)\\d{2})`,
  read: ({ d1, m1, y1, d2, m2, y2 }) => {
    const start = isoDate(yearNumber(y1!), monthNumber(m1!), dayNumber(d1!));
    const end = isoDate(yearNumber(y2!), monthNumber(m2!), dayNumber(d2!));
    return start && end && start <= end ? { kind: 'interval', interval: { start, end } } : null;
  },
};

/** "1st April to 18th August": the last such days before the paper's date. */
export const yearlessDayRange: PeriodForm = {
  name: 'yearless-day-range',
  needs: ['digit', 'month'],
  pattern: `(?<d1>${DAY})\\s+(?:of\\s+)?(?<m1>${MONTH})\\s*(?:-|to|until)\\s*(?:the\\s+)?(?<d2>${DAY})\\s+(?:of\\s+)?(?<m2>${MONTH})(?!\\s*,?\\s*'?\\d)`,
  read: ({ d1, m1, d2, m2 }) => ({
    kind: 'relative',
    relation: {
      to: 'day-range',
      from: { month: monthNumber(m1!), day: dayNumber(d1!) },
      until: { month: monthNumber(m2!), day: dayNumber(d2!) },
    },
  }),
};
