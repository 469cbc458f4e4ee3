import { isoDate } from '../calendar.ts';
import { TO, yearNumber } from '../elements.ts';
import type { PeriodForm } from '../expression.ts';

const DATE = (n: number) => `(?<d${n}>\\d{1,2})[/.](?<m${n}>\\d{1,2})[/.](?<y${n}>(?:20)?\\d{2})`;

/** "01/04/2018 to 31/03/2019", "1.7.20-30.9.20": day, month, year. */
export const numericDayRange: PeriodForm = {
  name: 'numeric-day-range',
  needs: ['digit'],
  pattern: `${DATE(1)}${TO}${DATE(2)}`,
  read: ({ d1, m1, y1, d2, m2, y2 }) => {
    const start = isoDate(yearNumber(y1!), Number(m1), Number(d1));
    const end = isoDate(yearNumber(y2!), Number(m2), Number(d2));
    return start && end && start <= end ? { kind: 'interval', interval: { start, end } } : null;
  },
};
