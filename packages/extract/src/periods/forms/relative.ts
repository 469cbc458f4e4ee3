import { FINANCIAL_YEAR, financialYearStart, lengthInMonths, MONTH, monthNumber, NUMBER_WORDS } from '../elements.ts';
import type { PeriodForm, Relation } from '../expression.ts';

const form = (name: string, pattern: string, relation: Relation): PeriodForm => ({
  name,
  pattern,
  needs: ['word'],
  read: () => ({ kind: 'relative', relation }),
});

/** "the same period last year", "the equivalent quarter of the previous year", "same time last year". */
export const samePeriodYearBefore = form(
  'same-period-year-before',
  "(?:the\\s+)?(?:same|equivalent|corresponding|comparable)\\s+(?:time\\s+)?(?:12[\\s-]months?\\s+|three[\\s-]month\\s+|3[\\s-]month\\s+)?(?:period|quarter|time|months?|point|stage)?\\s*(?:in\\s+|of\\s+|the\\s+|during\\s+)*(?:last|previous|prior|preceding)\\s+(?:financial\\s+)?year(?:'s)?",
  { to: 'same-period-year-before' },
);

/** "over the same period", "in the same quarter": the period of the words before. */
export const samePeriod = form(
  'same-period',
  '(?:over|in|during|for|within)\\s+(?:(?:the\\s+|that\\s+|this\\s+)same\\s+(?:time\\s+)?(?:period|quarter|timeframe|time|year|months)|that\\s+(?:period|quarter|time|year|month))',
  { to: 'same-period' },
);

/** "the period up to March 2020": when it began is not told. */
export const openEnded = form(
  'open-ended',
  `(?:the\\s+)?period\\s+(?:up\\s+)?(?:to|until)\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:${MONTH})\\s+(?:20\\d{2})`,
  { to: 'open-ended' },
);

/** "the same quarter of 2017/18", "the same period in 2019": that part of another year. */
export const samePartOfYear: PeriodForm = {
  name: 'same-part-of-year',
  needs: ['digit'],
  pattern: `(?:the\\s+)?(?:same|equivalent|corresponding)\\s+(?:time\\s+)?(?:period|quarter|months?|weeks?|point|time|stage|dates?)\\s+(?:of|in|for|during)\\s+(?:(?<y>${FINANCIAL_YEAR})|(?<calendar>20\\d{2})(?![\\d/-]))`,
  read: ({ y, calendar }) => {
    if (calendar)
      return { kind: 'relative', relation: { to: 'same-part-of-year', year: Number(calendar), of: 'calendar' } };
    const year = financialYearStart(y!);
    return year === null ? null : { kind: 'relative', relation: { to: 'same-part-of-year', year, of: 'financial' } };
  },
};

/** "for the calendar year": the one reported on. */
export const calendarYearReported = form(
  'calendar-year-reported',
  '(?:for|in|over|during)\\s+the\\s+(?:full\\s+)?calendar\\s+year',
  { to: 'calendar-year' },
);

/** "last report", "the last quarterly report", "the last meeting": as the report before had it. */
export const lastReport = form(
  'last-report',
  '(?:last|previous)\\s+(?:quarterly\\s+)?(?:report|meeting|scrutiny(?:\\s+meeting)?|paper|update)\\b',
  { to: 'last-report' },
);

/** "last quarter", "this quarter", "the past quarter", "the reporting quarter": the quarter the paper reports on. */
export const thisQuarter = form(
  'this-quarter',
  '(?:in\\s+|during\\s+|over\\s+|for\\s+|within\\s+)?(?:the|this)\\s+(?:(?:last|past|latest|current|reporting|most\\s+recent)\\s+)?quarter\\b|(?:latest|current|reporting|past|in\\s+the\\s+last)\\s+quarter\\b',
  { to: 'this-quarter' },
);

/** "more than last quarter", "the previous quarter": the quarter before the one reported on. */
export const quarterBefore = form('quarter-before', '(?:the\\s+)?(?:previous|preceding|prior|last)\\s+quarter\\b', {
  to: 'quarter-before',
});

/** "the previous 12 months", "the previous 12-month period", "the previous year", "the preceding period". */
export const periodBefore = form(
  'period-before',
  '(?:the\\s+)?(?:previous|preceding|prior|comparative|equivalent)\\s+(?:(?:12|twelve|3|three|6|six)[\\s-]months?(?:\\s+period)?|period|equivalent\\s+period|reporting\\s+period)',
  { to: 'period-before' },
);

/** "last year", "the previous year", "the previous calendar year". */
export const yearBefore: PeriodForm = {
  name: 'year-before',
  needs: ['word'],
  pattern:
    "(?:the\\s+)?(?:(?<last>last)|previous|prior|preceding)\\s+(?:financial\\s+|calendar\\s+)?year(?:'s)?|the\\s+year\\s+before|(?:a|one)\\s+year\\s+(?:earlier|ago|before)|(?:12|twelve)\\s+months\\s+(?:earlier|ago|before)",
  read: ({ last }) => ({ kind: 'relative', relation: { to: last ? 'last-year' : 'year-before' } }),
};

/** "five years ago", "ten years earlier": the same period so many years before. */
export const yearsBefore: PeriodForm = {
  name: 'years-before',
  needs: ['word'],
  pattern: '(?<n>two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)\\s+years\\s+(?:ago|earlier|before|previously)',
  read: ({ n }) => ({
    kind: 'relative',
    relation: { to: 'years-before', years: NUMBER_WORDS[n!.toLowerCase()] ?? Number(n) },
  }),
};

/** "year to date", "FYTD", "so far this year". */
export const yearToDate = form(
  'year-to-date',
  '(?:financial\\s+)?year[\\s-]to[\\s-]date|so\\s+far\\s+this\\s+(?:financial\\s+)?year|\\bf?ytd\\b',
  {
    to: 'year-to-date',
  },
);

/** "this financial year", "the current financial year". */
export const thisYear = form('this-year', '(?:this|the\\s+current)\\s+(?:financial\\s+year)', { to: 'this-year' });

/** "the reporting period", "this period", "the current period". */
export const reportingPeriod = form(
  'reporting-period',
  '(?:the|this|current)\\s+(?:current\\s+)?(?:reporting|report|review)\\s+period',
  {
    to: 'reporting-period',
  },
);

/** "12 months to the end of the reporting period", "rolling 12 months", "current 12 months". */
export const monthsToReport: PeriodForm = {
  name: 'months-to-report',
  needs: ['word'],
  pattern:
    '(?<length>(?:(?:12|twelve|3|three|6|six)[\\s-]months?))\\s+(?:up\\s+)?to\\s+(?:the\\s+end\\s+of\\s+)?(?:the|this)\\s+(?:current\\s+)?(?:reporting\\s+period|quarter)|(?:rolling|latest|current|most\\s+recent)\\s+(?<rolling>(?:12|twelve)[\\s-]months?)(?:\\s+(?:rolling|period))*|(?<behind>(?:12|twelve)[\\s-]months?)\\s+rolling|(?<total>(?:12|twelve)[\\s-]months?)\\s+(?:total|figure|rate)|over\\s+the\\s+(?<year>year)(?!\\s+(?:to|ending|ended|before|from|20|19|[\\d,]))',
  read: ({ length, rolling, behind, total, year }) => ({
    kind: 'relative',
    relation: { to: 'months-to-date', months: lengthInMonths((length ?? rolling ?? behind ?? total ?? year)!)! },
  }),
};

/** "in the last 12 months": those that the paper names elsewhere, else nothing tells when they ended. */
export const pastMonths: PeriodForm = {
  name: 'past-months',
  needs: ['word'],
  pattern:
    '(?:in|over|during|within|for)\\s+the\\s+(?:last|past)\\s+(?<length>(?:12|twelve|3|three|6|six|18|24)[\\s-]months?|(?<=past\\s)year)',
  read: ({ length }) => ({ kind: 'relative', relation: { to: 'past-months', months: lengthInMonths(length!)! } }),
};

/** "since July": from that month on. */
export const since: PeriodForm = {
  name: 'since',
  needs: ['month'],
  pattern: `(?<=\\bsince\\s)(?<m>${MONTH})(?!\\s*'?\\d)`,
  read: ({ m }) => ({ kind: 'relative', relation: { to: 'since', month: monthNumber(m!) } }),
};
