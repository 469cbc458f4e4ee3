import { financialYear, financialYearOf, isoDate, monthsTo } from '../calendar.ts';
import {
  DAY,
  dayNumber,
  GAP,
  LENGTH,
  lengthInMonths,
  MONTH,
  monthEndOf,
  monthNumber,
  YEAR,
  yearNumber,
} from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

const LEAD = `(?<length>${LENGTH})\\s*,?\\s*(?:(?:up\\s+)?to|ending(?:\\s+(?:in|on))?|ended(?:\\s+(?:in|on))?|end)?\\s*(?:the\\s+)?(?:end\\s+(?:of\\s+)?)?(?:the\\s+)?`;

/** A range that follows ("12 month period Oct '17 - Sep '18") says it all itself. */
const NO_RANGE = `(?!\\s*(?:-|to)\\s*${MONTH})`;

/** "12 months to end of September 2019", "year ending 31st March 2015", "12M Mar-15", "quarter ending December 2018". */
export const monthsToDate: PeriodForm = {
  name: 'months-to-date',
  needs: ['digit', 'month'],
  pattern: `${LEAD}(?:(?<d>${DAY})\\s+(?:of\\s+)?)?(?<m>${MONTH})${GAP}(?<y>${YEAR})${NO_RANGE}`,
  read: ({ length, d, m, y }) => {
    const months = lengthInMonths(length!);
    const end = d ? isoDate(yearNumber(y!), monthNumber(m!), dayNumber(d)) : monthEndOf(m!, y!);
    return months && end ? { kind: 'interval', interval: monthsTo(end, months) } : null;
  },
};

/** "12 months to 30th September", "year to June this year": the year is not printed. */
export const monthsToMonth: PeriodForm = {
  name: 'months-to-month',
  needs: ['month'],
  pattern: `${LEAD}(?:(?<d>${DAY})\\s+(?:of\\s+)?)?(?<m>${MONTH})(?!\\s*'?\\d)(?:\\s+this\\s+year)?${NO_RANGE}`,
  read: ({ length, d, m }) => ({
    kind: 'relative',
    relation: {
      to: 'months-to-month',
      months: lengthInMonths(length!),
      month: monthNumber(m!),
      day: d ? dayNumber(d) : null,
    },
  }),
};

/** "the June 2019 baseline", "year ending June 2019 baseline": the year that ends with the month. */
export const baselineYear: PeriodForm = {
  name: 'baseline-year',
  needs: ['digit', 'month'],
  pattern: `(?<m>${MONTH})${GAP}(?<y>${YEAR})\\s+baseline(?:\\s+year)?`,
  read: ({ m, y }) => ({ kind: 'interval', interval: monthsTo(monthEndOf(m!, y!), 12) }),
};

/** "annual change to 30th June 2019", "annual increase to June 2019": a year up to that date. */
export const annualTo: PeriodForm = {
  name: 'annual-to',
  needs: ['month'],
  pattern: `(?:annual|annually|year-on-year|yearly)\\s+(?:\\w+\\s+){0,2}(?:up\\s+)?to\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:(?<d>${DAY})\\s+(?:of\\s+)?)?(?<m>${MONTH})(?:${GAP}(?<y>${YEAR})|\\s+this\\s+year)?`,
  read: ({ d, m, y }) => {
    const day = d ? dayNumber(d) : null;
    if (!y) return { kind: 'relative', relation: { to: 'months-to-month', months: 12, month: monthNumber(m!), day } };
    const end = day ? isoDate(yearNumber(y), monthNumber(m!), day) : monthEndOf(m!, y);
    return end ? { kind: 'interval', interval: monthsTo(end, 12) } : null;
  },
};

/** "to 30 September 2013 (Q2)": from April to the end of that quarter. */
export const yearToQuarterEnd: PeriodForm = {
  name: 'year-to-quarter-end',
  needs: ['digit', 'month'],
  pattern: `to\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:(?<d>${DAY})\\s+)?(?<m>${MONTH})${GAP}(?<y>${YEAR})\\s*\\((?:q|quarter\\s)(?<q>[1-4])\\)`,
  read: ({ m, y, q }) => {
    const end = monthEndOf(m!, y!);
    const year = financialYear(financialYearOf(end));
    return Number(q) === Math.floor(((monthNumber(m!) + 8) % 12) / 3) + 1
      ? { kind: 'interval', interval: { start: year.start, end } }
      : null;
  },
};
