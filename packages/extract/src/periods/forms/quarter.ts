import { financialQuarter } from '../calendar.ts';
import { FINANCIAL_YEAR, financialYearStart, quarterNumber, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

const QUARTER = '(?:q(?:uarter|tr)?\\s?(?<q>[1-4])|(?<o>first|second|third|fourth|final|1st|2nd|3rd|4th)\\s+quarter)';

/** "Q2 2019-20", "Q2 18-19", "second quarter of 2019/20": the financial year runs from April. */
export const quarterOfFinancialYear: PeriodForm = {
  name: 'quarter-of-financial-year',
  needs: ['digit', 'quarter'],
  pattern: `${QUARTER}\\s*,?\\s*(?:of\\s+)?(?:the\\s+)?(?:financial\\s+year\\s+)?\\(?(?:fy\\s?)?(?<y>${FINANCIAL_YEAR})`,
  read: ({ q, o, y }) => {
    const year = financialYearStart(y!);
    return year === null ? null : { kind: 'interval', interval: financialQuarter(year, quarterNumber((q ?? o)!)) };
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

/** "Q3 2019": a quarter of the financial year that begins in that year. */
export const quarterOfYear: PeriodForm = {
  name: 'quarter-of-year',
  needs: ['digit', 'quarter'],
  pattern: `${QUARTER}\\s*,?\\s*(?:of\\s+)?(?<y>20\\d{2})(?![/-]\\d)`,
  read: ({ q, o, y }) => ({
    kind: 'interval',
    interval: financialQuarter(yearNumber(y!), quarterNumber((q ?? o)!)),
    note: 'period-read-as-financial-quarter: the year is printed as one number',
  }),
};

/** "the end of the first quarter", "Q3", "Q2 last year": a quarter of the current financial year. */
export const bareQuarter: PeriodForm = {
  name: 'bare-quarter',
  needs: ['quarter'],
  pattern: `(?<end>end\\s+of\\s+(?:the\\s+)?)?${QUARTER}(?!\\s*,?\\s*(?:of\\s+)?\\d)(?:\\s+(?:of\\s+)?(?:the\\s+)?(?<when>last|this)\\s+year)?`,
  read: ({ end, q, o, when }) => {
    const quarter = quarterNumber((q ?? o)!) - (when === 'last' ? 4 : 0);
    return { kind: 'relative', relation: { to: 'quarter-of-year', quarter, at: end ? 'end' : 'whole' } };
  },
};
