import { type Period, periodSchema } from '@scrutineer/model';
import { InvalidArgumentError } from 'commander';

const EXPECTED =
  'It must be a year, a financial year, a month, a date, or two dates with a slash between them, the earlier first.';

/**
 * The period that a person typed. A year, a financial year (2018/19 or 2018-19: April to March) and a month are short
 * for their days. 2011-12 is a month, as ISO 8601 has it, and 2011/12 the financial year.
 *
 * @throws InvalidArgumentError where it is none
 */
export function toPeriod(text: string): Period {
  const period = monthsOf(text) ?? text;
  const days = period.split('/');
  if (periodSchema.safeParse(period).success && days.every(isDate) && days[0]! <= days.at(-1)!) return period;
  throw new InvalidArgumentError(EXPECTED);
}

/** The days of a year, a financial year or a month; null where the text has none of these forms. */
function monthsOf(text: string): Period | null {
  const [, digits, sign, part] = /^(\d{4})(?:([-/])(\d{2}))?$/.exec(text) ?? [];
  if (!digits) return null;
  const year = Number(digits);
  if (!part) return daysOf(year, 1, 12);
  const month = Number(part);
  if (sign === '-' && month >= 1 && month <= 12) return daysOf(year, month, 1);
  return month === (year + 1) % 100 ? daysOf(year, 4, 12) : null;
}

/** The days of so many months from one on; months from 1. */
function daysOf(year: number, month: number, months: number): Period {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month - 1 + months, 0));
  return `${first.toISOString().slice(0, 10)}/${last.toISOString().slice(0, 10)}`;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
