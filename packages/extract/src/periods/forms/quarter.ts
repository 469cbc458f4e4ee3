import { addDays, addMonths, financialQuarter, financialYear, type Interval } from '../calendar.ts';
import { FINANCIAL_YEAR, financialYearStart, lengthInMonths, quarterNumber, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

const QUARTER =
  '(?:q(?:uarter|tr)?\\s?(?<q>[1-4])|quarter\\s(?<w>one|two|three|four)|(?<o>first|second|third|fourth|final|1st|2nd|3rd|4th)\\s+quarter)';

/** "Q2 2019-20", "Q2 18-19", "second quarter of 2019/20": the financial year runs from April. */
export const quarterOfFinancialYear: PeriodForm = {
  name: 'quarter-of-financial-year',
  needs: ['digit', 'quarter'],
  pattern: `${QUARTER}\\s*[,-]?\\s*(?:(?:performance\\s+)?(?:report|update|figures|data|results|statistics)\\s+)?(?:of\\s+|in\\s+|for\\s+)?(?:the\\s+)?(?:financial\\s+year\\s+)?\\(?(?:fy\\s?)?(?<y>${FINANCIAL_YEAR})`,
  read: ({ q, w, o, y }) => {
    const year = financialYearStart(y!);
    return year === null ? null : { kind: 'interval', interval: financialQuarter(year, quarterNumber((q ?? w ?? o)!)) };
  },
};

/** "2019/20 Q2", "2018-19 quarter 4". */
export const financialYearQuarter: PeriodForm = {
  name: 'financial-year-quarter',
  needs: ['digit', 'quarter'],
  pattern: `(?<y>${FINANCIAL_YEAR})\\s*,?\\s*-?\\s*q(?:uarter|tr)?\\s?(?<q>[1-4])`,
  read: ({ q, y }) => {
    const year = financialYearStart(y!);
    return year === null ? null : { kind: 'interval', interval: financialQuarter(year, Number(q)) };
  },
};

/** "Q3 2019", "2018 Q3": a quarter of the financial year that begins in that year. */
export const quarterOfYear: PeriodForm = {
  name: 'quarter-of-year',
  needs: ['digit', 'quarter'],
  pattern: `(?:${QUARTER}\\s*,?\\s*(?:of\\s+)?(?<y>20\\d{2})(?![/-]\\d)|(?<before>20\\d{2})\\s*,?\\s*q(?:uarter|tr)?\\s?(?<number>[1-4]))`,
  read: ({ q, w, o, y, before, number }) => ({
    kind: 'interval',
    interval: financialQuarter(yearNumber((y ?? before)!), quarterNumber((q ?? w ?? o ?? number)!)),
    note: 'period-read-as-financial-quarter: the year is printed as one number',
  }),
};

/** "the end of the first quarter", "Q3", "Q2 last year": a quarter of the current financial year. */
export const bareQuarter: PeriodForm = {
  name: 'bare-quarter',
  needs: ['quarter'],
  pattern: `(?<end>end\\s+of\\s+(?:the\\s+)?)?${QUARTER}(?!\\s*(?:of\\s+)?\\d|\\s*,\\s*(?:of\\s+)?(?:(?:19|20)\\d{2}|'?\\d{2}\\s?[/-])(?!,))(?:\\s+(?:of\\s+)?(?:the\\s+)?(?<when>last|this)\\s+year)?`,
  read: ({ end, q, w, o, when }) => {
    const quarter = quarterNumber((q ?? w ?? o)!) - (when === 'last' ? 4 : 0);
    return { kind: 'relative', relation: { to: 'quarter-of-year', quarter, at: end ? 'end' : 'whole' } };
  },
};

const FIRST_PART =
  '(?:first\\s+(?<n>\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)\\s+months|quarters\\s+(?:one|1)\\s+(?:and|to|-)\\s+(?<k>two|three|2|3)|q1\\s?(?:-|to|and|&)\\s?q(?<j>[23]))';

/** "the first three months of 2014/15", "quarters one and two of 2018/19", "Q1-Q3 2019/20": from April on. */
export const firstPartOfFinancialYear: PeriodForm = {
  name: 'first-part-of-financial-year',
  needs: ['digit'],
  pattern: `(?:the\\s+)?${FIRST_PART}\\s*,?\\s*(?:of\\s+|in\\s+)?(?:the\\s+)?(?:financial\\s+year\\s+)?(?<y>${FINANCIAL_YEAR})`,
  read: ({ n, k, j, y }) => {
    const year = financialYearStart(y!);
    return year === null ? null : { kind: 'interval', interval: firstMonths(year, monthsOf(n, k, j)) };
  },
};

/** "the first two months of the financial year", "quarters one and two": of the year reported on. */
export const firstPartOfThisYear: PeriodForm = {
  name: 'first-part-of-this-year',
  needs: ['word'],
  pattern: `(?:the\\s+)?${FIRST_PART}(?:\\s+of\\s+(?:the|this)\\s+(?:current\\s+)?(?:financial\\s+)?year)?(?!\\s*,?\\s*(?:of\\s+)?\\d)`,
  read: ({ n, k, j }) => ({
    kind: 'relative',
    relation: { to: 'first-months-of-year', months: monthsOf(n, k, j) },
  }),
};

/** "2013-14: Month 2", "Month 10 2019/20", "P6 2018/19": from April to that month of the financial year. */
export const monthOfFinancialYear: PeriodForm = {
  name: 'month-of-financial-year',
  needs: ['digit'],
  pattern: `(?:(?<y>${FINANCIAL_YEAR})\\s*[:,-]?\\s*(?:month|period)\\s+(?<m>\\d{1,2})|(?:month|period)\\s+(?<m2>\\d{1,2})\\s*[:,-]?\\s*(?:of\\s+)?(?<y2>${FINANCIAL_YEAR}))`,
  read: ({ y, m, y2, m2 }) => {
    const year = financialYearStart((y ?? y2)!);
    const months = Number(m ?? m2);
    return year === null || months < 1 || months > 12
      ? null
      : { kind: 'interval', interval: firstMonths(year, months) };
  },
};

function monthsOf(n: string | undefined, k: string | undefined, j: string | undefined): number {
  if (n) return Number(n) || (lengthInMonths(n) ?? 12);
  return 3 * (Number(j ?? k) || (k === 'three' ? 3 : 2));
}

function firstMonths(year: number, months: number): Interval {
  const { start } = financialYear(year);
  return { start, end: addDays(addMonths(start, months), -1) };
}
