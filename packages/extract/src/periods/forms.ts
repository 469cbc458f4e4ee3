import type { PeriodForm } from './expression.ts';
import { dayDate, dayOfMonth, monthDate, numericDate, yearlessDate, yearlessMonth } from './forms/date.ts';
import { dayRange } from './forms/day-range.ts';
import { halfOfFinancialYear } from './forms/half-year.ts';
import { monthRange, truncatedMonthRange, yearlessMonthRange } from './forms/month-range.ts';
import { annualTo, monthsToDate, monthsToMonth } from './forms/months-to.ts';
import { numericDayRange } from './forms/numeric-day-range.ts';
import { bareQuarter, financialYearQuarter, quarterOfFinancialYear, quarterOfYear } from './forms/quarter.ts';
import {
  calendarYearReported,
  lastReport,
  monthsToReport,
  openEnded,
  pastMonths,
  periodBefore,
  quarterBefore,
  reportingPeriod,
  samePartOfYear,
  samePeriod,
  samePeriodYearBefore,
  since,
  thisQuarter,
  thisYear,
  yearBefore,
  yearToDate,
} from './forms/relative.ts';
import { weekCommencing, weekEnding } from './forms/week-ending.ts';
import { calendarYearForm, financialYearForm, financialYearToDate, yearRange } from './forms/year.ts';

/** Every way of printing a period. Where two match at one place the longer wins, then the one named first. */
export const PERIOD_FORMS: readonly PeriodForm[] = [
  dayRange,
  numericDayRange,
  monthRange,
  truncatedMonthRange,
  monthsToDate,
  annualTo,
  monthsToMonth,
  monthsToReport,
  quarterOfFinancialYear,
  financialYearQuarter,
  quarterOfYear,
  bareQuarter,
  halfOfFinancialYear,
  financialYearToDate,
  financialYearForm,
  yearRange,
  weekEnding,
  weekCommencing,
  dayDate,
  numericDate,
  monthDate,
  yearlessDate,
  yearlessMonth,
  dayOfMonth,
  yearlessMonthRange,
  samePeriodYearBefore,
  samePartOfYear,
  calendarYearReported,
  samePeriod,
  openEnded,
  pastMonths,
  lastReport,
  thisQuarter,
  quarterBefore,
  periodBefore,
  yearBefore,
  yearToDate,
  thisYear,
  reportingPeriod,
  since,
  calendarYearForm,
];
