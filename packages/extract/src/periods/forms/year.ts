import { calendarYear, financialYear } from '../calendar.ts';
import { FINANCIAL_YEAR, financialYearStart, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

/** "2016/17", "2019-20", "the financial year 2018/19": April to March. Plans of several years ("2016-2021") are none. */
export const financialYearForm: PeriodForm = {
  name: 'financial-year',
  needs: ['digit'],
  pattern: `(?:(?:financial|fiscal)\\s+year\\s+|fy\\s?)?(?<y>${FINANCIAL_YEAR})(?:\\s+financial\\s+year)?`,
  read: ({ y }) => {
    const year = financialYearStart(y!);
    const twoDigits = !/\d{4}/.test(y!);
    if (year === null || (twoDigits && (year < 2000 || year > 2060 || !y!.includes('/')))) return null;
    return { kind: 'interval', interval: financialYear(year) };
  },
};

/** "2018/19 year to date", "YTD 2019-20": from April to the last day reported on, or that day of another year. */
export const financialYearToDate: PeriodForm = {
  name: 'financial-year-to-date',
  needs: ['digit'],
  pattern: `(?<y>${FINANCIAL_YEAR})\\s+(?:financial\\s+)?(?:year\\s+to\\s+date|ytd|to\\s+date)|(?:ytd|year\\s+to\\s+date)\\s+(?<z>${FINANCIAL_YEAR})`,
  read: ({ y, z }) => {
    const year = financialYearStart((y ?? z)!);
    return year === null ? null : { kind: 'relative', relation: { to: 'financial-year-to-date', year } };
  },
};

/** "2016-2021": the years of a plan, first to last. */
export const yearRange: PeriodForm = {
  name: 'year-range',
  needs: ['digit'],
  pattern: '(?<y1>20\\d{2})\\s?-\\s?(?<y2>20\\d{2})(?!\\d|[/-]\\d)',
  read: ({ y1, y2 }) => {
    const [first, last] = [Number(y1), Number(y2)];
    if (last <= first + 1) return null;
    return { kind: 'interval', interval: { start: calendarYear(first).start, end: calendarYear(last).end } };
  },
};

/** "2019": the calendar year. */
export const calendarYearForm: PeriodForm = {
  name: 'calendar-year',
  needs: ['digit'],
  pattern: `(?:calendar\\s+year\\s+)?(?<y>(?:19[7-9]|20[0-6])\\d)(?![,.]\\d|\\d|\\s?%|[/-]\\d)`,
  read: ({ y }) => ({ kind: 'interval', interval: calendarYear(yearNumber(y!)) }),
};
