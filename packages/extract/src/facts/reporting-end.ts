import { leafText } from '@scrutineer/model';
import type { Passage } from '../document.ts';
import { sentencesOf } from '../narrative/sentences.ts';
import {
  addDays,
  addMonths,
  dateParts,
  daysInMonth,
  financialYear,
  formatInterval,
  type Interval,
  monthsLong,
  parseInterval,
} from '../periods/calendar.ts';
import { findPeriods } from '../periods/find.ts';
import { pairOf, resolveMentions } from '../periods/pick.ts';
import { type PeriodContext, yearEarlier } from '../periods/resolve.ts';

/**
 * The last day that the paper's figures reach: the end of its reporting period where it states one, else the day on
 * which most of the periods it prints end, not after the paper's own date nor more than a year before it.
 */
export function reportingEnd(
  passages: readonly Passage[],
  paperDate: string | null,
  reportingPeriod: Interval | null,
): string | null {
  if (reportingPeriod) return reportingPeriod.end;
  const compared = paperDate === null ? endByComparison(passages) : null;
  if (compared) return compared;
  const counts = new Map<string, number>();
  for (const end of passages.flatMap(periodEnds)) {
    const early = paperDate !== null && end < addMonths(paperDate, -12);
    const late = paperDate !== null && end > paperDate;
    if (!early && !late) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]?.[0] ?? null;
}

/** "in quarters one and two set against the same period in 2018/19": the first half of the year after that one. */
function endByComparison(passages: readonly Passage[]): string | null {
  for (const sentence of passages.flatMap(sentencesIn)) {
    const relations = findPeriods(sentence).flatMap(({ expression }) =>
      expression.kind === 'relative' ? [expression.relation] : [],
    );
    const before = relations.find((relation) => relation.to === 'same-part-of-year');
    const part = relations.find(({ to }) => to === 'first-months-of-year' || to === 'quarter-of-year');
    if (before?.of !== 'financial' || !part) continue;
    const { start } = financialYear(before.year + 1);
    if (part.to === 'first-months-of-year') return addDays(addMonths(start, part.months), -1);
    if (part.to === 'quarter-of-year' && part.quarter > 0) return addDays(addMonths(start, 3 * part.quarter), -1);
  }
  return null;
}

/** The periods that a paper says all its figures compare "unless stated otherwise"; null where it says no such thing. */
export function usualPair(
  passages: readonly Passage[],
  context: Omit<PeriodContext, 'usual'>,
): { period: Interval; baseline: Interval } | null {
  for (const sentence of passages.flatMap(sentencesIn)) {
    if (!/\bunless\b[^.]{0,30}\b(?:stated|noted|shown|specified)\b|\bunless otherwise\b/i.test(sentence)) continue;
    const { intervals } = resolveMentions(findPeriods(sentence), { ...context, usual: null }, null);
    const { period, baseline } = pairOf(intervals);
    if (period && baseline && monthsLong(period) === monthsLong(baseline)) return { period, baseline };
  }
  return null;
}

function sentencesIn(passage: Passage): string[] {
  return passage.kind === 'text'
    ? sentencesOf(passage.text).map(({ start, end }) => passage.text.slice(start, end))
    : [];
}

/**
 * Whether the comparisons that a paper words or sets side by side are with the year before, and none with the quarter
 * or month before.
 */
export function comparesYears(passages: readonly Passage[]): boolean {
  const forms = passages.flatMap(textsOf).flatMap((text) =>
    findPeriods(text)
      .filter(
        ({ form, start }) => (form !== 'last-report' && form !== 'year-before') || SINCE.test(text.slice(0, start)),
      )
      .map(({ form }) => form),
  );
  const years = forms.filter((form) => YEAR_BEFORE.has(form)).length;
  const nearer = forms.filter((form) => form === 'quarter-before' || form === 'last-report').length;
  return (years > 0 || passages.some(setsYearsSideBySide)) && nearer === 0;
}

/** "April - July 2010 | April - July 2011": a table of one part of two years. */
function setsYearsSideBySide(passage: Passage): boolean {
  if (passage.kind === 'text') return false;
  const intervals = new Map<string, Interval>();
  for (const { expression } of textsOf(passage).flatMap(findPeriods))
    if (expression.kind === 'interval') intervals.set(formatInterval(expression.interval), expression.interval);
  const [one, other] = [...intervals.values()].sort((a, b) => a.start.localeCompare(b.start));
  if (intervals.size !== 2 || !one || !other || monthsLong(other) >= 12) return false;
  return formatInterval(yearEarlier(other)) === formatInterval(one);
}

/** "since the last report", "compared with the previous report"; "the previous report had shown" compares nothing. */
const SINCE =
  /\b(?:since|compared|with|to|on|than|against|from|at|in)\s+(?:the\s+|our\s+)?(?:time\s+of\s+(?:the\s+)?)?$/i;

const YEAR_BEFORE = new Set(['year-before', 'same-period-year-before', 'same-part-of-year']);

/** The length of most periods that a paper prints, in months; null where it prints none of three months or more. */
export function usualMonths(passages: readonly Passage[]): number | null {
  const counts = new Map<number, number>();
  for (const { expression } of passages.flatMap((passage) => textsOf(passage)).flatMap(findPeriods)) {
    const months = expression.kind === 'interval' ? monthsLong(expression.interval) : 0;
    if (months >= 3 && months <= 12) counts.set(months, (counts.get(months) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

function textsOf(passage: Passage): string[] {
  return passage.kind === 'text' ? [passage.text] : passage.table.children.map(leafText);
}

function periodEnds(passage: Passage): string[] {
  return textsOf(passage)
    .flatMap(findPeriods)
    .flatMap(({ expression }) => {
      if (expression.kind === 'interval') return monthsLong(expression.interval) >= 3 ? [expression.interval.end] : [];
      return expression.kind === 'date' && isMonthEnd(expression.date) ? [expression.date] : [];
    });
}

function isMonthEnd(date: string): boolean {
  const { year, month, day } = dateParts(date);
  return day === daysInMonth(year, month);
}

/** The stated reporting period as an interval. */
export function statedInterval(period: string | null | undefined): Interval | null {
  return period ? parseInterval(period) : null;
}
