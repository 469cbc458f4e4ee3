import { addDays, isoDate } from '../calendar.ts';
import { DAY, dayNumber, MONTH, monthNumber, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

/** "the week ending 11 April 2021": seven days. */
export const weekEnding: PeriodForm = {
  name: 'week-ending',
  needs: ['digit', 'month'],
  pattern: `week\\s+(?:ending|to)\\s+(?:[a-z]+day,?\\s+)?(?<d>${DAY})\\s+(?:of\\s+)?(?<m>${MONTH})\\s*,?\\s*(?<y>(?:19|20)\\d{2}|'\\d{2})`,
  read: ({ d, m, y }) => {
    const end = isoDate(yearNumber(y!), monthNumber(m!), dayNumber(d!));
    return end ? { kind: 'interval', interval: { start: addDays(end, -6), end } } : null;
  },
};

/** "week commencing 4 November 2019", "w/c 4th November": seven days from that one. */
export const weekCommencing: PeriodForm = {
  name: 'week-commencing',
  needs: ['digit', 'month'],
  pattern: `(?:week\\s+(?:commencing|beginning|of)|w/c)\\s+(?:[a-z]+day,?\\s+)?(?<d>${DAY})\\s+(?:of\\s+)?(?<m>${MONTH})(?:\\s*,?\\s*(?<y>(?:19|20)\\d{2}|'\\d{2}))?(?!\\s*'?\\d)`,
  read: ({ d, m, y }) => {
    if (!y) return { kind: 'relative', relation: { to: 'week-of', month: monthNumber(m!), day: dayNumber(d!) } };
    const start = isoDate(yearNumber(y!), monthNumber(m!), dayNumber(d!));
    return start ? { kind: 'interval', interval: { start, end: addDays(start, 6) } } : null;
  },
};
