import { financialYear, type Interval, shift } from '../calendar.ts';
import { FINANCIAL_YEAR, financialYearStart } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

const HALF = '(?:h(?:alf)?\\s?(?<h>[12])|(?<o>first|second|1st|2nd)\\s+half)';

/** "H1 2019/20", "the second half of 2018/19": six months from April or from October. */
export const halfOfFinancialYear: PeriodForm = {
  name: 'half-of-financial-year',
  needs: ['digit'],
  pattern: `(?:the\\s+)?${HALF}\\s*,?\\s*(?:of\\s+)?(?:the\\s+)?(?:financial\\s+year\\s+)?(?:fy\\s?)?(?<y>${FINANCIAL_YEAR})`,
  read: ({ h, o, y }) => {
    const year = financialYearStart(y!);
    const isSecond = h === '2' || /^(?:second|2nd)$/i.test(o ?? '');
    return year === null ? null : { kind: 'interval', interval: halfYear(year, isSecond) };
  },
};

function halfYear(year: number, isSecond: boolean): Interval {
  const { start, end } = financialYear(year);
  return isSecond
    ? { start: shift({ start, end: start }, 6).start, end }
    : { start, end: shift({ start, end }, -6).end };
}
