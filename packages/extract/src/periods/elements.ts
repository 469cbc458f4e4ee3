import { monthEnd } from './calendar.ts';

/** Names of months as printed, in pattern syntax: "Jan", "January", "Sept.", "Sept'". */
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:\\.|')?";

/** A year in four digits, or in two with or without an apostrophe on either side. */
export const YEAR = "(?:(?:19|20)\\d{2}|'?\\d{2}(?!\\d|%|,\\d|\\.\\d|,\\s?(?:19|20)\\d{2}|\\s(?:19|20)\\d{2})'?)";

/** A day of the month with or without its ordinal ending. */
export const DAY = '(?:[0-3]?\\d)\\s?(?:st|nd|rd|th)?';

/** Words between the two ends of a range. */
export const TO = '\\s*(?:-+|to|until|till|through to|through|and)\\s*(?:the\\s+)?';

/** What may stand between a month and its year. */
export const GAP = '(?:\\s*,\\s*(?=(?:19|20)\\d{2})|\\s*|\\s*-\\s*|\\s+of\\s+)';

/** A financial year: "2018/19", "2018-19", "18/19", "2018/2019". */
export const FINANCIAL_YEAR =
  "(?:20\\d{2}\\s?[/-]\\s?(?:20)?\\d{2}|'?\\d{2}\\s?[/-]\\s?'?\\d{2})(?![\\d/%]|\\.\\d|-\\d)";

const MONTH_KEYS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 to 12 of a month's printed name. */
export function monthNumber(name: string): number {
  return MONTH_KEYS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

/** Years of two digits belong to 1970 to 2069. */
const CENTURY_TURN = 70;

/** The year of its printed digits. */
export function yearNumber(digits: string): number {
  const number = Number(digits.replace(/\D/g, ''));
  if (number >= 100) return number;
  return number >= CENTURY_TURN ? 1900 + number : 2000 + number;
}

/** The day of its printed form. */
export function dayNumber(day: string): number {
  return Number.parseInt(day, 10);
}

/** The year in which a printed financial year begins; null where the second is not the year after the first. */
export function financialYearStart(printed: string): number | null {
  const [first, second] = printed.split(/[/-]/).map((part) => yearNumber(part));
  return first !== undefined && second === first + 1 ? first : null;
}

/** The last day of a printed month. */
export function monthEndOf(month: string, year: string): string {
  return monthEnd(yearNumber(year), monthNumber(month));
}

/** The length of a period in months by its printed words: "12 months", "twelve month", "year", "quarter". */
export function lengthInMonths(words: string): number | null {
  const text = words.toLowerCase();
  const years = /^(\w+)[\s-]years?\b/.exec(text)?.[1] ?? '';
  if (/year|annual/.test(text)) return 12 * (Number(years) || (NUMBER_WORDS[years] ?? 1));
  if (/quarter/.test(text)) return 3;
  if (/half/.test(text)) return 6;
  const digits = /\d+/.exec(text);
  if (digits) return Number(digits[0]);
  return NUMBER_WORDS[text.split(/[\s-]/)[0]!] ?? null;
}

/** Lengths in words, as far as periods are named by them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
};

/** Words that give a period's length before "to" or "ending". */
export const LENGTH =
  '(?:(?:rolling|last|previous|past|preceding|full)\\s+)?(?:(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)[\\s-]?(?:months?|mths?|mnths?|m\\b)(?:\\s+(?:rolling|period))*|(?:two|three|four|five|2|3|4|5)[\\s-]years?(?:[\\s-]+period)?|(?:financial\\s+|calendar\\s+|rolling\\s+)?year(?:\\s+period)?|quarter|half[\\s-]year)';

const ORDINAL_QUARTERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 4,
};

/** 1 to 4 of a printed quarter's ordinal. */
export function quarterNumber(printed: string): number {
  return ORDINAL_QUARTERS[printed.toLowerCase()] ?? Number(printed.replace(/\D/g, ''));
}
