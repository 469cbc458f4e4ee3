import { addDays, dateParts, type Interval, monthEnd, monthsLong, monthsTo, shift } from '../periods/calendar.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { type PeriodPair, pairOf, resolveMentions } from '../periods/pick.ts';
import type { PeriodContext } from '../periods/resolve.ts';
import { bareMonth, isPartOfYear, type Line, partOfYear } from './line.ts';

/** The periods of an axis, by the index of the line. */
export interface AxisPeriods {
  readonly of: (index: number) => PeriodPair;
  /** From the first to the last period of the axis; null where there are fewer than two. */
  readonly span: Interval | null;
}

const NONE: PeriodPair = { period: null, baseline: null, notes: [] };

/**
 * Resolves the periods that the headers of an axis state.
 *
 * @param yearEnd the month on which years end by the table's title ("12 months to 31 March"); null where it tells none
 * @param borrows lines without a period have the latest of the others ("2018/19 | 2019/20 | Solved rate")
 * @param isFilled whether a line holds a figure: months that are still to come do not
 * @param within the year that months and quarters without one belong to; null where nothing tells
 */
export function periodsOf(
  lines: readonly Line[],
  context: PeriodContext,
  yearEnd: number | null,
  within: Interval | null,
  borrows = false,
  isFilled: (index: number) => boolean = () => true,
): AxisPeriods {
  const isAbsolute =
    (context.usual?.period ?? context.reportingPeriod) !== null ||
    lines.some((line) => line.periods.some((mention) => !isRelative(mention)));
  const restated = restatedYears(lines);
  const stated = new Map(
    lines.map((line) => {
      const told = isAbsolute ? withoutRelative(line) : line;
      const periods = told.periods.map((mention) => restated.get(mention.text) ?? mention);
      return [line.index, statedBy({ ...told, periods }, context, yearEnd, within)];
    }),
  );
  const year = within ? null : yearOfMonths(lines, stated);
  for (const line of year ? lines : []) {
    const month = partOfYear(line.headers.at(-1)?.text ?? '', year!);
    if (month) stated.set(line.index, { period: month, baseline: null, notes: [] });
  }
  for (const [index, interval] of yearlessMonths(
    lines.filter(({ index }) => isFilled(index)),
    stated,
    context,
  ))
    stated.set(index, { period: interval, baseline: null, notes: [] });
  for (const line of lines) {
    if (stated.get(line.index)!.period === null) {
      const told = relativeToOthers(line, lines, stated, context);
      if (told) stated.set(line.index, { period: told, baseline: null, notes: [] });
    }
  }
  const latest = borrows ? latestOf([...stated.values()].flatMap(({ period }) => period ?? [])) : null;
  for (const line of latest ? lines : [])
    if (
      stated.get(line.index)!.period === null &&
      line.periods.length === 0 &&
      !line.cues.has('total') &&
      !line.current
    )
      stated.set(line.index, { period: latest, baseline: null, notes: [] });
  const levels = lines.flatMap((line) =>
    line.cues.has('change') || line.cues.has('total') ? [] : (stated.get(line.index)!.period ?? []),
  );
  return { of: (index) => stated.get(index) ?? NONE, span: spanOf(levels) };
}

/** "2016/17 (between 1 Oct 2016 - 30 Sep 2017)": what a table says that its years are, wherever it names them. */
function restatedYears(lines: readonly Line[]): ReadonlyMap<string, PeriodMention> {
  const known = new Map<string, PeriodMention>();
  for (const { periods } of lines) {
    const [year, span, other] = periods;
    if (!year || !span || other || year.expression.kind !== 'interval' || span.expression.kind !== 'interval') continue;
    const [named, told] = [year.expression.interval, span.expression.interval];
    const overlaps = named.start <= told.end && told.start <= named.end;
    if (monthsLong(named) === 12 && monthsLong(told) === 12 && overlaps && named.start !== told.start)
      known.set(year.text, span);
  }
  return known;
}

function statedBy(line: Line, context: PeriodContext, yearEnd: number | null, within: Interval | null): PeriodPair {
  const mentions = line.periods.map((mention) => {
    if (yearEnd === null || mention.form !== 'calendar-year' || mention.expression.kind !== 'interval') return mention;
    const interval = monthsTo(monthEnd(dateParts(mention.expression.interval.start).year, yearEnd), 12);
    return { ...mention, expression: { kind: 'interval' as const, interval } };
  });
  const { intervals, notes } = resolveMentions(mentions, context, null);
  const last = line.headers.at(-1)?.text ?? '';
  const part = partOfYear(last, intervals.at(-1) ?? within ?? NO_YEAR);
  if (part) return { period: part, baseline: null, notes: [] };
  if (intervals.length === 0) return { ...NONE, notes };
  if (line.cues.has('change') || line.cues.has('variance')) return { ...pairOf(intervals), notes: [] };
  return { period: intervals.at(-1)!, baseline: null, notes: [] };
}

/** "Last year" beside "July 2010 to June 2011" is the year before that one, whatever the paper's own is. */
function isRelative({ form }: PeriodMention): boolean {
  return /^(?:year-before|same-period-year-before|period-before|quarter-before|this-quarter|reporting-period|this-year)$/.test(
    form,
  );
}

function withoutRelative(line: Line): Line {
  return { ...line, periods: line.periods.filter((mention) => !isRelative(mention)) };
}

const NO_YEAR: Interval = { start: '0001-01-01', end: '0001-01-01' };

/** "This year", "Last year", "Previous" beside a period, or beside the paper's own. */
function relativeToOthers(
  line: Line,
  lines: readonly Line[],
  stated: ReadonlyMap<number, PeriodPair>,
  context: PeriodContext,
): Interval | null {
  if (!line.previous && !line.current) return null;
  if (isPartOfYear(line.headers.at(-1)?.text ?? '') || line.cues.has('change')) return null;
  const other = lines.find(
    ({ index, cues }) => index !== line.index && !cues.has('change') && (stated.get(index)!.period ?? null) !== null,
  );
  const period = other ? stated.get(other.index)!.period! : null;
  if (line.previous && !line.current) {
    const of = period ?? context.usual?.period ?? context.reportingPeriod;
    if (period === null && context.usual) return context.usual.baseline;
    return (
      of && shift(of, monthsLong(of) >= 11 || /year/i.test(line.headers.at(-1)?.text ?? '') ? -12 : -monthsLong(of))
    );
  }
  return period === null ? (context.usual?.period ?? context.reportingPeriod) : null;
}

/** "Apr | May | Jun | Year to date": the year of months is that of the longer period beside them, of its last twelve months. */
function yearOfMonths(lines: readonly Line[], stated: ReadonlyMap<number, PeriodPair>): Interval | null {
  const months = lines.filter((line) => bareMonth(line.headers.at(-1)?.text ?? '') !== null);
  if (months.length < FEWEST_MONTHS || months.some(({ index }) => stated.get(index)?.period)) return null;
  const [only, other] = lines.flatMap(({ index }) => stated.get(index)?.period ?? []);
  return only && !other && monthsLong(only) >= FEWEST_MONTHS ? monthsTo(only.end, 12) : null;
}

/** Fewer months without a year than these tell no row of months. */
const FEWEST_MONTHS = 3;

/**
 * "Apr | May | Jun" where no year is printed: the last of them is the last such month that had ended by the paper's
 * date, and each other the one before its neighbour. Nothing where other headers tell periods.
 */
function yearlessMonths(
  lines: readonly Line[],
  stated: ReadonlyMap<number, PeriodPair>,
  context: PeriodContext,
): [number, Interval][] {
  const months = lines.filter((line) => bareMonth(line.headers.at(-1)?.text ?? '') !== null);
  const isDated = [...stated.values()].some(({ period }) => period !== null);
  if (months.length < FEWEST_MONTHS || isDated) return [];
  const dated: [number, Interval][] = [];
  let before = context.reportingEnd ?? context.paperDate;
  for (const line of [...months].reverse()) {
    const interval: Interval | null = before ? lastMonth(bareMonth(line.headers.at(-1)!.text)!, before) : null;
    if (!interval) return [];
    dated.push([line.index, interval]);
    before = addDays(interval.start, -1);
  }
  return dated;
}

/** The last such month that had ended by a date. */
function lastMonth(month: number, date: string): Interval | null {
  const { year } = dateParts(date);
  const end = [year, year - 1].map((each) => monthEnd(each, month)).find((each) => each <= date);
  return end ? monthsTo(end, 1) : null;
}

function latestOf(periods: readonly Interval[]): Interval | null {
  return periods.reduce<Interval | null>((last, one) => (last && last.end >= one.end ? last : one), null);
}

function spanOf(periods: readonly Interval[]): Interval | null {
  if (periods.length < 2) return null;
  const starts = periods.map((period) => period.start).sort();
  const ends = periods.map((period) => period.end).sort();
  return { start: starts[0]!, end: ends.at(-1)! };
}
