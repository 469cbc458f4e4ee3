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

/** "2016-2021", "2013-17": the years of a plan, first to last. "2016 to 2017" is one financial year. */
export const yearRange: PeriodForm = {
  name: 'year-range',
  needs: ['digit'],
  pattern:
    '(?<y1>20\\d{2})\\s?(?:-|to)\\s?(?<y2>20\\d{2}|(?<!to\\s?)\\d{2})(?!\\d|[/-]\\d|%|,\\d|\\s+(?:crimes|offences|incidents|people|calls|reports)\\b)',
  read: ({ y1, y2 }) => {
    const [first, last] = [Number(y1), yearNumber(y2!)];
    if (last === first + 1 && y2!.length === 4) return { kind: 'interval', interval: financialYear(first) };
    if (last <= first + 1) return null;
    return { kind: 'interval', interval: { start: calendarYear(first).start, end: calendarYear(last).end } };
  },
};

/** "2019": the calendar year. */
export const calendarYearForm: PeriodForm = {
  name: 'calendar-year',
  needs: ['digit'],
  pattern: `(?:calendar\\s+year\\s+)?(?<![-+]|[-+]\\s)(?<y>(?:19[7-9]|20[0-6])\\d)(?![,.]\\d|\\d|\\s?%|[/-]\\d|\\s+(?:recorded\\s+|reported\\s+|more\\s+|fewer\\s+)?(?:offences|crimes|incidents|cases|victims|reports|arrests|officers|people|calls|searches|burglaries)\\b)`,
  read: ({ y }) => ({ kind: 'interval', interval: calendarYear(yearNumber(y!)) }),
};

/** "by the end of 2013/14", "at year end 2018-19": the last day of the financial year. */
export const endOfFinancialYear: PeriodForm = {
  name: 'end-of-financial-year',
  needs: ['digit'],
  pattern: `(?:the\\s+)?(?:end\\s+of|year\\s+end)\\s+(?:the\\s+)?(?:financial\\s+year\\s+)?(?<y>${FINANCIAL_YEAR})`,
  read: ({ y }) => {
    const year = financialYearStart(y!);
    return year === null ? null : { kind: 'date', date: financialYear(year).end, grain: 'day' };
  },
};
