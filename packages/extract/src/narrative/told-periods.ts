import type { PaperContext } from '../context.ts';
import type { Interval } from '../periods/calendar.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { defaultBaseline, type PeriodPair, usualBaseline } from '../periods/pick.ts';
import { resolvePeriod } from '../periods/resolve.ts';
import { isMemorable, keysOf, type SectionPeriod } from './memory.ts';
import type { NamedMeasure } from './named-measure.ts';
import { type AttachedMention, asCompared, isCompared } from './period-mentions.ts';
import { annualPeriods, type PeriodState, readPeriods } from './periods.ts';
import type { Role } from './role.ts';
import { type Scan, withoutPeriods } from './scan.ts';

/** A figure with all that can tell its period. */
export interface PeriodReading {
  readonly scan: Scan;
  readonly role: Role;
  readonly own: readonly AttachedMention[];
  readonly sentence: readonly AttachedMention[];
  readonly context: PaperContext;
  readonly state: PeriodState;
  /** What the sentence's own figures have told so far. */
  readonly stated: PeriodState;
  readonly measure: NamedMeasure;
  readonly periodOf: ReadonlyMap<string, PeriodPair>;
  readonly sharesGroup: boolean;
  readonly index: number;
}

const NONE: PeriodPair = { period: null, baseline: null, notes: [] };

/** The clause first, then the sentence's own beginning, then what the sentences before said of the same thing. */
export function periodsFor({
  scan,
  role,
  own,
  sentence,
  context,
  state,
  stated,
  measure,
  periodOf,
  sharesGroup,
  index,
}: PeriodReading): PeriodPair {
  const behind = role.statistic === 'level' ? behindCompared(scan, index) : null;
  const named = behind && resolvePeriod(behind.expression, context.periods, stated.period ?? state.period).interval;
  if (named) return { period: named, baseline: null, notes: [PERIOD_COMPARED] };
  const read = (mentions: readonly AttachedMention[], shared = sharesGroup) =>
    readPeriods({
      mentions,
      role,
      sentence: scan.text,
      context: context.periods,
      state: stated.period ? stated : state,
      sharesGroup: shared,
    });
  if (role.statistic === 'target' && own.length === 0 && sentence.length === 0) return NONE;
  if (standsBetweenLevels(scan, index, role, own)) {
    if (role.earlier) return read(own, false);
    return sentence.length > 0 ? read([...sentence, ...own]) : NONE;
  }
  // "to June it stands at 72%, down 5% on the year before": what is compared is of the period that the sentence began with.
  const onlyCompared = own.length > 0 && own.every(({ compared }) => compared);
  const begun = onlyCompared && role.statistic === 'change' ? sentence.filter(({ compared }) => !compared) : [];
  const clause = [...begun, ...own];
  const told = clause.length > 0 ? read(clause) : sentence.length > 0 ? read(sentence, true) : NONE;
  if (told.period) return told;
  if (own.length > 0 && sentence.length > 0) {
    const both = read([...sentence, ...own]);
    if (both.period) return both;
  }
  if (role.statistic === 'target' || NOW.test(withoutPeriods(scan, 0, scan.text.length))) return told;
  const before = inherited({ scan, role, state, stated, measure, periodOf, index });
  return before
    ? { ...before, baseline: told.baseline ?? before.baseline, notes: [...told.notes, ...before.notes] }
    : told;
}

/** "rose from 308 in 2017/18 to 333": the one period that stands between the two levels is the earlier one's. */
function standsBetweenLevels(
  { figures, periods }: Scan,
  index: number,
  role: Role,
  own: readonly AttachedMention[],
): boolean {
  const [only, other] = own;
  if (role.rule !== 'from-to' || !only || other || only.compared) return false;
  const [earlier, later] = role.earlier ? [index, index + 1] : [index - 1, index];
  const between = periods.filter(
    ({ start, end }) => start >= (figures[earlier]?.unitEnd ?? 0) && end <= (figures[later]?.start ?? 0),
  );
  return between.length === 1 && between[0]!.start === only.mention.start;
}

/** What marks the level of what others are compared with: its period is its own alone. */
export const PERIOD_COMPARED = 'period-compared-with';

/** "than five years ago (205,686)", "than in 2015/16, when there were 129,449": the level of what was compared with. */
function behindCompared(scan: Scan, index: number): PeriodMention | null {
  const { qualifierStart } = scan.figures[index]!;
  const printed = scan.periods.findLast(({ end }) => end <= qualifierStart);
  if (!printed || !LEVEL_OF_COMPARED.test(scan.text.slice(printed.end, qualifierStart))) return null;
  const mention = asCompared(scan, printed);
  return isCompared(scan, mention) ? mention : null;
}

const LEVEL_OF_COMPARED =
  /^(?:\s*\(\s*|,?\s+when\s+(?:there\s+were|it\s+was|they\s+were|the\s+\w+\s+was|it\s+stood\s+at)\s+|\s+of\s+)$/i;

/** "now" and "currently" alone tell no period. */
const NOW = /\b(?:now|remains? at|currently|at present|to date|so far|at the time of)\b/i;
const CONTINUES = /^(?:[^,]{0,30},\s+)?(?:this|these|it|they|of (?:these|this|which)|the total|a further)\b/i;

function inherited({
  scan,
  role,
  state,
  stated,
  measure,
  periodOf,
  index,
}: Pick<PeriodReading, 'scan' | 'role' | 'state' | 'stated' | 'measure' | 'periodOf' | 'index'>): PeriodPair | null {
  const same = periodOf.get(keysOf(measure)[0]!);
  if (role.earlier) return earlierInSentence({ role, state: stated, index }, same !== undefined);
  if (role.statistic === 'change' && state.period && index > 0 && same)
    return { period: state.period, baseline: state.baseline ?? defaultBaseline(state.period), notes: [] };
  if (same)
    return {
      ...same,
      baseline: role.statistic === 'change' ? (same.baseline ?? state.baseline ?? defaultBaseline(same.period)) : null,
    };
  if (CONTINUES.test(scan.text) && state.period)
    return { period: state.period, baseline: role.statistic === 'change' ? state.baseline : null, notes: [] };
  const done = keysOf(measure)[1];
  return done ? (periodOf.get(done) ?? null) : null;
}

/** The earlier level of a pair is of the baseline that the sentence told, or of the year before its period. */
function earlierInSentence(
  { role, state, index }: Pick<PeriodReading, 'role' | 'state' | 'index'>,
  same: boolean,
): PeriodPair | null {
  if (role.rule === 'from-to' && !same) return null;
  if (!same && index === 0) return null;
  const period = state.baseline ?? defaultBaseline(state.period);
  return period ? { period, baseline: null, notes: [] } : null;
}

/** For figures whose clause tells no period: "annual" means the year reported on; else what the passage said last. */
export function fallbackFor(
  told: PeriodPair,
  scan: Scan,
  role: Role,
  measure: NamedMeasure,
  passage: PeriodState,
  context: PaperContext,
  section: SectionPeriod | null,
  said: PeriodState,
): PeriodPair | null {
  if (told.notes.some((note) => note.startsWith('period-unresolved'))) return null;
  if (role.statistic === 'target' || role.earlier) return null;
  const isOfData =
    section?.ofAll ||
    role.statistic === 'rank' ||
    scan.figures.every(({ unit }) => unit === 'percent' || unit === 'rank');
  if (section && !passage.period && isOfData)
    return {
      period: section.interval,
      baseline: role.statistic === 'change' ? usualBaseline(section.interval, context.periods) : null,
      notes: ['period-from-passage'],
    };
  if (role.statistic === 'rank') return ofItsLevel(passage, context);
  if (saysNow(scan)) return null;
  if (role.statistic === 'change') {
    const annual = annualPeriods(scan.text, context.periods);
    if (annual) return annual;
  }
  const shared = periodAtEnd(scan, context);
  if (shared && role.statistic === 'level')
    return { period: shared, baseline: null, notes: ['period-from-clause-end'] };
  if (!passage.period) return reportedOn(role, measure, context, said);
  if (role.statistic !== 'change' && measure.measure === null && !FLOWS.test(measure.label.split(' - ').at(-1)!))
    return null;
  const baseline =
    role.statistic === 'change' ? (passage.baseline ?? usualBaseline(passage.period, context.periods)) : null;
  return { period: passage.period, baseline, notes: ['period-from-passage'] };
}

/** "…; the average time is now 31 seconds": a clause that says "now" and names no period of its own. */
function saysNow(scan: Scan): boolean {
  const last = scan.figures.at(-1)!.start;
  const from = scan.text.lastIndexOf(';', last) + 1;
  const to = scan.text.indexOf(';', last);
  const end = to < 0 ? scan.text.length : to;
  return NOW.test(scan.text.slice(from, end)) && !scan.periods.some(({ start, end: at }) => start >= from && at <= end);
}

/** A rank is of the period of what is ranked, which the passage or else the paper tells. */
function ofItsLevel(passage: PeriodState, { periods }: PaperContext): PeriodPair | null {
  if (passage.period) return { period: passage.period, baseline: null, notes: ['period-from-passage'] };
  const period = periods.usual?.period ?? periods.reportingPeriod;
  return period ? { period, baseline: null, notes: ['period-of-report'] } : null;
}

/** The one period of a sentence of one clause, printed after all its figures. */
function periodAtEnd(scan: Scan, context: PaperContext): Interval | null {
  const [mention] = scan.periods;
  const last = scan.figures.at(-1)!;
  if (scan.periods.length !== 1 || !mention || mention.start < last.end) return null;
  const between = scan.text.slice(scan.figures[0]!.end, mention.start);
  const oneClause =
    !/[;:]|,\s+(?:and|but|while|whilst|whereas|with|which)\b|\band\b.*\b(?:was|were|has|have|will)\b|\b(?:from|than|since|compared|against|required|by)\b/i.test(
      between,
    );
  if (!oneClause) return null;
  if (mention.expression.kind === 'relative' || /\bon\s+$/i.test(scan.text.slice(0, mention.start))) return null;
  return resolvePeriod(mention.expression, context.periods, null).interval;
}

/** What a force counts and asks its public is of the period reported on; staff, money and plans may be of any time. */
function reportedOn(
  role: Role,
  { measure, label }: NamedMeasure,
  { periods }: PaperContext,
  said: PeriodState,
): PeriodPair | null {
  const flows =
    measure === null
      ? role.statistic === 'change' || FLOWS.test(label.split(' - ').at(-1)!)
      : !STOCKS.has(measure.group);
  if (!flows || (role.statistic !== 'level' && role.statistic !== 'change')) return null;
  if (periods.usual)
    return {
      ...periods.usual,
      baseline: role.statistic === 'change' ? periods.usual.baseline : null,
      notes: ['period-of-report'],
    };
  if (!periods.reportingPeriod) {
    if (!said.period) return null;
    const baseline = role.statistic === 'change' ? (said.baseline ?? usualBaseline(said.period, periods)) : null;
    return { period: said.period, baseline, notes: ['period-from-passage'] };
  }
  return {
    period: periods.reportingPeriod,
    baseline: role.statistic === 'change' ? usualBaseline(periods.reportingPeriod, periods) : null,
    notes: ['period-of-report'],
  };
}

/** What police forces count and ask about, in the words of names that the registry does not have. */
const FLOWS =
  /\b(?:crimes?|offences?|incidents?|calls?|burglar\w*|thefts?|robber\w+|assaults?|violence|damage|homicides?|murders?|rapes?|harassment|satisf\w+|confidence|arrests?|detect\w+|solved|outcomes?|rates?|collisions?|casualties|victims?|reports?|searches|agree\w*|response|abuse|stalking|fraud|asb|detections|emergency|visits?|targets)\b/i;

const STOCKS = new Set(['Workforce', 'Finance', 'Professional standards']);

/** What a sentence without figures tells those after it. */
export function sentenceState(
  mentions: readonly AttachedMention[],
  scan: Scan,
  context: PaperContext,
  state: PeriodState,
): PeriodState {
  const role: Role = { statistic: 'level', sign: null, earlier: false, rule: 'level', notes: [] };
  const told = readPeriods({ mentions, role, sentence: scan.text, context: context.periods, state, sharesGroup: true });
  return told.period && isMemorable(told.period, context.periods) ? { period: told.period, baseline: null } : state;
}
