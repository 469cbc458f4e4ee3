import { isoDate } from '../calendar.ts';
import { DAY, dayNumber, GAP, MONTH, monthEndOf, monthNumber, YEAR, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

/** "30 September 2019", "at 31st March 2015", "Thursday, 21st of November 2019". */
export const dayDate: PeriodForm = {
  name: 'day-date',
  needs: ['digit', 'month'],
  pattern: `(?:(?<d>${DAY})\\s+(?:of\\s+)?(?<m>${MONTH})\\s*,?\\s*(?<y>(?:19|20)\\d{2}|'\\d{2})|(?<d2>[0-3]?\\d)-(?<m2>${MONTH})-(?<y2>(?:20)?\\d{2}))`,
  read: ({ d, m, y, d2, m2, y2 }) => {
    const date = isoDate(yearNumber((y ?? y2)!), monthNumber((m ?? m2)!), dayNumber((d ?? d2)!));
    return date ? { kind: 'date', date, grain: 'day' } : null;
  },
};

/** "October 1, 2018", "March 31 2013": the month first. */
export const monthDayDate: PeriodForm = {
  name: 'day-date',
  needs: ['digit', 'month'],
  pattern: `(?<m>${MONTH})\\s+(?<d>${DAY})\\s*,?\\s+(?<y>(?:19|20)\\d{2})`,
  read: ({ d, m, y }) => {
    const date = isoDate(yearNumber(y!), monthNumber(m!), dayNumber(d!));
    return date ? { kind: 'date', date, grain: 'day' } : null;
  },
};

/** "30/9/19", "01.04.2018": day, month, year. */
export const numericDate: PeriodForm = {
  name: 'numeric-date',
  needs: ['digit'],
  pattern: '(?<d>\\d{1,2})(?<s>[/.])(?<m>\\d{1,2})\\k<s>(?<y>(?:20)?\\d{2})(?!\\d)',
  read: ({ d, m, y }) => {
    const date = isoDate(yearNumber(y!), Number(m), Number(d));
    return date ? { kind: 'date', date, grain: 'day' } : null;
  },
};

/** "September 2019", "end of July 2019", "Sep-19", "Nov '19": the month, or its end where it ends a period. */
export const monthDate: PeriodForm = {
  name: 'month-date',
  needs: ['digit', 'month'],
  pattern: `(?<m>${MONTH})${GAP}(?<y>${YEAR})`,
  read: ({ m, y }) => ({ kind: 'date', date: monthEndOf(m!, y!), grain: 'month' }),
};

/** "to 30th September", "end of June": the year is not printed. */
export const yearlessDate: PeriodForm = {
  name: 'yearless-date',
  needs: ['month'],
  pattern: `(?:(?<=\\bto\\s)|(?<=\\buntil\\s)|(?<=\\bto\\sthe\\s)|(?<end>(?:the\\s+)?end\\s+of\\s+))(?:(?<d>${DAY})\\s+(?:of\\s+)?)?(?<m>${MONTH})(?:\\s+this\\s+year)?(?!\\s*'?\\d)`,
  read: ({ d, m }) => ({
    kind: 'relative',
    relation: { to: 'months-to-month', months: null, month: monthNumber(m!), day: d ? dayNumber(d) : null },
  }),
};

/** "in July", "during June": the last such month. */
export const yearlessMonth: PeriodForm = {
  name: 'yearless-month',
  needs: ['month'],
  pattern: `(?<=\\b(?:in|during|for)\\s)(?<m>${MONTH})(?!\\s*'?\\d|[a-z]|\\s+and\\b|\\s+to\\b|\\s*-)`,
  read: ({ m }) => ({
    kind: 'relative',
    relation: { to: 'months-to-month', months: 1, month: monthNumber(m!), day: null },
  }),
};

/** "27th November", "Monday 4th November": a day without a year, in words that say no period of figures. */
export const dayOfMonth: PeriodForm = {
  name: 'day-of-month',
  needs: ['digit', 'month'],
  pattern: `(?<d>${DAY})\\s+(?:of\\s+)?(?<m>${MONTH})(?![a-z])`,
  read: ({ d, m }) => ({
    kind: 'relative',
    relation: { to: 'months-to-month', months: null, month: monthNumber(m!), day: dayNumber(d!) },
  }),
};
