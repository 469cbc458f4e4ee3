import { dateParts, type Interval, monthsLong, monthsTo, shift } from '../periods/calendar.ts';
import { defaultBaseline, NO_PERIOD, type PeriodPair, pairOf, usualBaseline } from '../periods/pick.ts';
import { type PeriodContext, resolvePeriod } from '../periods/resolve.ts';
import { misnamedQuarter, spelledOut } from '../periods/spelled-out.ts';
import type { AttachedMention } from './period-mentions.ts';
import type { Role } from './role.ts';

/** What the words before a figure have told of periods. */
export interface PeriodState {
  readonly period: Interval | null;
  readonly baseline: Interval | null;
}

/** The year to the last day the paper reaches, for a change that is called annual and names no period. */
export function annualPeriods(sentence: string, context: PeriodContext): PeriodPair | null {
  if (!ANNUAL.test(sentence) || !context.reportingEnd) return null;
  const period = monthsTo(context.reportingEnd, 12);
  return { period, baseline: defaultBaseline(period), notes: ['period-from-words: annual'] };
}

/** Words that make a change one over a year ("the annual increase was 9% at the end of June"). */
const ANNUAL = /\bannual|\byear[- ]on[- ]year|\b12[- ]months?|\btwelve[- ]months?|\brolling\b/i;

interface Reading {
  readonly mentions: readonly AttachedMention[];
  readonly role: Role;
  readonly sentence: string;
  readonly context: PeriodContext;
  readonly state: PeriodState;
  /** The mentions belong to later figures too. */
  readonly sharesGroup: boolean;
}

/** Period and baseline of a figure from the mentions that belong to it; null where they tell none. */
export function readPeriods(reading: Reading): PeriodPair {
  const lastReport = reading.mentions.find(({ mention }) => mention.form === 'last-report');
  if (lastReport) return asOfLastReport(besideLastReport(reading, lastReport), lastReport);
  const stated = statedIntervals(reading);
  const { role } = reading;
  if (role.earlier) return { period: earlierPeriod(stated, reading), baseline: null, notes: stated.notes };
  if (role.statistic === 'change') return changePair(reading, stated);
  if (role.ofChange)
    return { period: stated.own.at(-1) ?? null, baseline: stated.compared[0] ?? null, notes: stated.notes };
  if (role.rule === 'from-to' && stated.own.length === 0 && stated.compared.length > 0) {
    const later = comparedPeriod(reading);
    const isLater = later !== null && later.end > stated.compared[0]!.end;
    return { period: isLater ? later : null, baseline: null, notes: stated.notes };
  }
  const { period } = pairOf(role.rule === 'from-to' ? [...stated.own, ...stated.compared] : stated.own);
  return { period, baseline: null, notes: stated.notes };
}

/** The earlier of two periods; a single one that later figures share is theirs, and a year later. */
function earlierPeriod({ own, compared }: Stated, { sharesGroup, context }: Reading): Interval | null {
  const all = [...own, ...compared];
  if (all.length > 1) return pairOf(all).baseline;
  if (compared[0]) return compared[0];
  return sharesGroup ? usualBaseline(own[0] ?? null, context) : (own[0] ?? null);
}

interface Stated {
  readonly own: readonly Interval[];
  readonly compared: readonly Interval[];
  readonly notes: readonly string[];
}

function statedIntervals(reading: Reading): Stated {
  const own: Interval[] = [];
  const compared: Interval[] = [];
  const notes: string[] = [];
  const inOrder = [...reading.mentions].sort(
    (a, b) => Number(a.compared) - Number(b.compared) || a.mention.start - b.mention.start,
  );
  const mentions = reading.mentions.map((attached) => attached.mention);
  for (const { mention, compared: isCompared } of inOrder) {
    const months = spelledOut(mention, mentions, reading.sentence);
    if (months) {
      notes.push(...misnamedQuarter(mention, months));
      continue;
    }
    const of = own.at(-1) ?? (isCompared && own.length === 0 ? comparedPeriod(reading) : reading.state.period);
    const resolution = resolvePeriod(mention.expression, reading.context, of);
    notes.push(...resolution.notes);
    if (!resolution.interval) continue;
    const interval = samePartOf(own.at(-1) ?? null, mention, asLongAs(mention, resolution.interval, reading));
    (isCompared ? compared : own).push(interval);
  }
  return { own, compared, notes };
}

/** "from 32 in April to June 2013 to 57 in 2014": the year's name stands for the same part of it. */
function samePartOf(before: Interval | null, { form }: AttachedMention['mention'], interval: Interval): Interval {
  const isPart = before !== null && form === 'calendar-year' && monthsLong(before) > 0 && monthsLong(before) < 12;
  const years = isPart ? dateParts(interval.end).year - dateParts(before.end).year : 0;
  return years === 0 ? interval : shift(before!, 12 * years);
}

/** "to June 2019" of a change ends a period whose length other words tell; "end of June" of a level is that day. */
function asLongAs(
  { form, text, expression }: AttachedMention['mention'],
  interval: Interval,
  { role, sentence, state, context }: Reading,
): Interval {
  const isEnd =
    expression.kind === 'date' ||
    (expression.kind === 'relative' &&
      expression.relation.to === 'months-to-month' &&
      expression.relation.months === null);
  if (!isEnd) return interval;
  const changes = role.statistic === 'change';
  if (changes) {
    const months = ANNUAL.test(sentence)
      ? 12
      : state.period && monthsLong(state.period) > 0
        ? monthsLong(state.period)
        : context.usualMonths;
    return months ? monthsTo(interval.end, months) : interval;
  }
  if (/end\s+of/i.test(text) || new RegExp(`end\\s+of\\s+(?:the\\s+)?${escapeText(text)}`, 'i').test(sentence))
    return { start: interval.end, end: interval.end };
  if (form !== 'yearless-date') return interval;
  return context.usualMonths ? monthsTo(interval.end, context.usualMonths) : { start: interval.end, end: interval.end };
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function changePair(reading: Reading, { own, compared, notes }: Stated): PeriodPair {
  const pair = pairOf(own);
  const baseline = compared[0] ?? pair.baseline;
  const period = pair.period ?? (compared.length > 0 ? comparable(baseline, comparedPeriod(reading), reading) : null);
  if (!period) return { period: null, baseline: baseline ?? null, notes };
  const [later, earlier] = baseline && baseline.end > period.end ? [baseline, period] : [period, baseline];
  return { period: later, baseline: earlier ?? usualBaseline(later, reading.context), notes };
}

/**
 * The period of a change of which only the baseline is told: the one of the words before, unless that is the baseline
 * itself or of another length; then as long a period to the last day the paper reaches.
 */
function comparable(baseline: Interval | null, period: Interval | null, { context }: Reading): Interval | null {
  const alike = !baseline || !period || monthsLong(baseline) === 0 || monthsLong(period) === monthsLong(baseline);
  if (alike && period?.end !== baseline?.end) return period;
  if (!baseline || !context.reportingEnd || context.reportingEnd <= baseline.end) return null;
  return monthsTo(context.reportingEnd, monthsLong(baseline));
}

/** What is compared with the quarter before is the quarter reported on; with anything else, the period of the words before. */
function comparedPeriod({ mentions, context, state }: Reading): Interval | null {
  const annual = mentions.some(({ mention }) => mention.form === 'period-before' && /12|twelve/i.test(mention.text));
  if (annual && context.reportingEnd && !(state.period && monthsLong(state.period) === 12))
    return monthsTo(context.reportingEnd, 12);
  const quarterly = mentions.some(({ mention }) => mention.form === 'quarter-before' || /quarter/i.test(mention.text));
  if (!quarterly) return state.period ?? context.reportingPeriod;
  if (state.period && monthsLong(state.period) === 3) return state.period;
  return resolvePeriod({ kind: 'relative', relation: { to: 'this-quarter' } }, context, null).interval;
}

/** What else the words tell goes before what the words before them told. */
function besideLastReport(reading: Reading, lastReport: AttachedMention): Reading {
  const others = reading.mentions.filter((mention) => mention !== lastReport && !mention.compared);
  const period = statedIntervals({ ...reading, mentions: others }).own.at(-1);
  return period ? { ...reading, state: { period, baseline: null } } : reading;
}

/** The last report was one quarter earlier: its figures are about the same periods, a quarter back. */
function asOfLastReport({ role, state }: Reading, { compared }: AttachedMention): PeriodPair {
  if (!state.period) {
    const note = compared
      ? 'baseline-not-stated: "the last report"'
      : 'period-unresolved: the last report is not at hand';
    return { ...NO_PERIOD, notes: [note] };
  }
  if (compared && role.rule !== 'as-last-report')
    return { period: state.period, baseline: null, notes: ['baseline-not-stated: "the last report"'] };
  const back = shift(state.period, -3);
  return {
    period: back,
    baseline: state.baseline ? shift(state.baseline, -3) : defaultBaseline(back),
    notes: ['period-of-last-report'],
  };
}
