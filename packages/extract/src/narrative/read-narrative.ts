import type { Statistic } from '@scrutineer/model';
import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { Figure } from '../figures/figure.ts';
import { wordSign } from '../figures/signs.ts';
import { unitIn } from '../figures/units.ts';
import { type Interval, monthsLong } from '../periods/calendar.ts';
import { defaultBaseline, type PeriodPair } from '../periods/pick.ts';
import type { Measure } from '../registry/measures.ts';
import { areaOf } from './area.ts';
import { readCountedItem } from './counted-item.ts';
import { groupsOf } from './groups.ts';
import { type NamedMeasure, nameFigure } from './measure.ts';
import { readLineList } from './line-list.ts';
import { otherPrintings } from './other-printings.ts';
import { type AttachedMention, attachMentions } from './period-mentions.ts';
import { annualPeriods, type PeriodState, readPeriods } from './periods.ts';
import type { Role } from './role.ts';
import { rolesOf } from './roles.ts';
import { type Scan, scanSentence, withoutPeriods } from './scan.ts';
import { sentencesOf } from './sentences.ts';

/** What the sentences before have told, within one section. */
interface Memory {
  readonly headings: string;
  /** The measure of the last figure of the same passage. */
  readonly previous: NamedMeasure | null;
  /** The measure that the same passage spoke of last, first named in its sentence. */
  readonly mentioned: Measure | null;
  /** The measure that the section spoke of last. */
  readonly above: Measure | null;
  readonly periods: PeriodState;
  /** The periods told last in the same passage. */
  readonly passage: PeriodState;
  /** The period that was last told of each counted noun or measure. */
  readonly periodOf: ReadonlyMap<string, PeriodPair>;
}

const NO_STATE: PeriodState = { period: null, baseline: null };
const FORGETFUL = { previous: null, mentioned: null, above: null, periods: NO_STATE, passage: NO_STATE, periodOf: new Map<string, PeriodPair>() };

/**
 * Reads every figure of the sentences of a paper.
 *
 * @param tables what the paper's tables gave: a figure that a sentence prints without its period has that of the same
 *   figure in a table
 */
export function readNarrative(passages: readonly TextPassage[], context: PaperContext, tables: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  const fallbacks = new Map<Draft, PeriodPair>();
  let memory: Memory = { headings: '', ...FORGETFUL };
  for (const passage of passages) {
    const headings = passage.headings.join('\n');
    if (headings !== memory.headings) memory = { ...FORGETFUL, headings };
    const list = readLineList(passage, context, memory.above);
    if (list) {
      drafts.push(...list);
      continue;
    }
    const counted = readCountedItem(passage, context);
    if (counted) {
      drafts.push(counted);
      continue;
    }
    memory = { ...memory, previous: null, mentioned: null, passage: NO_STATE };
    for (const range of sentencesOf(passage.text)) {
      const scan = scanSentence(passage.text, range, context.acronyms);
      const read = readSentence(scan, passage, context, memory);
      drafts.push(...read.drafts);
      for (const [draft, fallback] of read.fallbacks) fallbacks.set(draft, fallback);
      memory = read.memory;
    }
  }
  return otherPrintings(drafts, tables).map((draft, index) => (draft.period ? draft : withFallback(draft, fallbacks.get(drafts[index]!) ?? null)));
}

/** What the passage said last stands in where neither the clause nor another printing told a period. */
function withFallback(draft: Draft, fallback: PeriodPair | null): Draft {
  if (!fallback?.period) return draft;
  const notes = draft.notes.filter((note) => !note.startsWith('baseline-not-stated') || fallback.baseline === null);
  return {
    ...draft,
    period: fallback.period,
    baseline: draft.statistic === 'change' ? (draft.baseline ?? fallback.baseline) : null,
    confidence: draft.confidence - FALLBACK_DOUBT,
    notes: [...notes, ...fallback.notes],
  };
}

/** How much less sure a period is that only the words around the clause told. */
const FALLBACK_DOUBT = 0.1;

interface SentenceReading {
  readonly drafts: readonly Draft[];
  readonly fallbacks: ReadonlyMap<Draft, PeriodPair>;
  readonly memory: Memory;
}

function readSentence(scan: Scan, passage: TextPassage, context: PaperContext, memory: Memory): SentenceReading {
  const roles = rolesOf(scan);
  const groups = groupsOf(scan, roles);
  const mentions = attachMentions(scan, groups);
  const drafts: Draft[] = [];
  const fallbacks = new Map<Draft, PeriodPair>();
  let { previous, periods, passage: passageState } = memory;
  const periodOf = new Map(memory.periodOf);
  let earlier: Interval | null = null;
  scan.figures.forEach((figure, index) => {
    const role = roles[index]!;
    const measure = nameFigure({ scan, index, role, passage, context, previous, mentioned: memory.mentioned, above: memory.above });
    const own = mentions.byGroup.get(groups[index]!) ?? [];
    const told = periodsFor({ scan, role, own, sentence: mentions.sentence, context, state: periods, measure, periodOf, sharesGroup: groups.some((group, other) => group === groups[index] && !roles[other]!.earlier), index });
    if (told.period && isMemorable(told.period) && !told.notes.includes('period-of-last-report')) {
      if (role.earlier) earlier = told.period;
      periods = role.earlier ? { ...periods, baseline: told.period } : { period: told.period, baseline: told.baseline ?? earlier };
      if (!role.earlier) for (const key of keysOf(measure)) periodOf.set(key, told);
      if (role.statistic !== 'target') passageState = periods;
    }
    previous = measure;
    const draft = toDraft({ scan, index, figure, role, measure, told, passage, context, before: drafts.at(-1) ?? null });
    const fallback = told.period ? null : fallbackFor(scan, role, measure, passageState, context);
    if (fallback) fallbacks.set(draft, fallback);
    drafts.push(draft);
  });
  const told = withPeriodOfBracket(drafts, fallbacks, roles);
  if (scan.figures.length === 0 && mentions.sentence.length > 0) periods = sentenceState(mentions.sentence, scan, context, periods);
  const mentioned = scan.measures[0]?.entry ?? memory.mentioned;
  return { drafts: told, fallbacks, memory: { headings: memory.headings, previous, mentioned, above: mentioned ?? memory.above, periods, passage: passageState, periodOf } };
}

/** "6,214 (up 4% on the same quarter last year)": the level is of the period that its bracket tells. */
function withPeriodOfBracket(drafts: readonly Draft[], fallbacks: Map<Draft, PeriodPair>, roles: readonly Role[]): Draft[] {
  return drafts.map((draft, index) => {
    const next = drafts[index + 1];
    const beside = next && roles[index + 1]!.statistic === 'change' && next.measure.label === draft.measure.label && next.figure.start - draft.figure.end < BESIDE;
    if (draft.period || draft.statistic !== 'level' || roles[index]!.earlier || !beside || !next.period) return draft;
    fallbacks.delete(draft);
    return { ...draft, period: next.period };
  });
}

/** How far a change may stand from the level it is a change of, in characters. */
const BESIDE = 24;

/** Points in time and the years of plans are periods of one figure only. */
function isMemorable(period: Interval): boolean {
  const months = monthsLong(period);
  return months > 0 && months <= LONGEST_PERIOD;
}

/** Figures are reported for a year and a half at most, in months. */
const LONGEST_PERIOD = 18;

/** What a period is remembered by: the measure, and what was counted and done ("referrals received"). */
function keysOf(measure: NamedMeasure): string[] {
  const done = / - (?:.* )?(\w+ \w+(?:ed|en|de|ld))$/i.exec(measure.label)?.[1];
  return done ? [measure.label, `done:${done.toLowerCase()}`] : [measure.label];
}

interface PeriodReading {
  readonly scan: Scan;
  readonly role: Role;
  readonly own: readonly AttachedMention[];
  readonly sentence: readonly AttachedMention[];
  readonly context: PaperContext;
  readonly state: PeriodState;
  readonly measure: NamedMeasure;
  readonly periodOf: ReadonlyMap<string, PeriodPair>;
  readonly sharesGroup: boolean;
  readonly index: number;
}

const NONE: PeriodPair = { period: null, baseline: null, notes: [] };

/** The clause first, then the sentence's own beginning, then what the sentences before said of the same thing. */
function periodsFor({ scan, role, own, sentence, context, state, measure, periodOf, sharesGroup, index }: PeriodReading): PeriodPair {
  const read = (mentions: readonly AttachedMention[]) => readPeriods({ mentions, role, sentence: scan.text, context: context.periods, state, sharesGroup });
  if (role.statistic === 'target' && own.length === 0 && sentence.length === 0) return NONE;
  const told = own.length > 0 ? read(own) : sentence.length > 0 ? read(sentence) : NONE;
  if (told.period) return told;
  if (own.length > 0 && sentence.length > 0) {
    const both = read([...sentence, ...own]);
    if (both.period) return both;
  }
  if (role.statistic === 'target' || NOW.test(withoutPeriods(scan, 0, scan.text.length))) return told;
  const before = inherited({ scan, role, state, measure, periodOf, index });
  return before ? { ...before, baseline: told.baseline ?? before.baseline, notes: [...told.notes, ...before.notes] } : told;
}

/** "now" and "currently" alone tell no period. */
const NOW = /\b(?:now|currently|at present|to date|so far|at the time of)\b/i;
const CONTINUES = /^(?:[^,]{0,30},\s+)?(?:this|these|it|they|of (?:these|this|which)|the total|a further)\b/i;

function inherited({ scan, role, state, measure, periodOf, index }: Pick<PeriodReading, 'scan' | 'role' | 'state' | 'measure' | 'periodOf' | 'index'>): PeriodPair | null {
  const same = periodOf.get(measure.label);
  if (role.earlier) return state.baseline && (same || index > 0) && !(role.rule === 'from-to' && !same) ? { period: state.baseline, baseline: null, notes: [] } : null;
  if (role.statistic === 'change' && state.period && index > 0 && same) return { period: state.period, baseline: state.baseline ?? defaultBaseline(state.period), notes: [] };
  if (same) return { ...same, baseline: role.statistic === 'change' ? (same.baseline ?? state.baseline ?? defaultBaseline(same.period)) : null };
  if (CONTINUES.test(scan.text) && state.period) return { period: state.period, baseline: role.statistic === 'change' ? state.baseline : null, notes: [] };
  const done = keysOf(measure)[1];
  return done ? (periodOf.get(done) ?? null) : null;
}

/** For figures whose clause tells no period: "annual" means the year reported on; else what the passage said last. */
function fallbackFor(scan: Scan, role: Role, measure: NamedMeasure, passage: PeriodState, context: PaperContext): PeriodPair | null {
  if (role.statistic === 'target' || role.earlier || NOW.test(withoutPeriods(scan, 0, scan.text.length))) return null;
  if (role.statistic === 'change') {
    const annual = annualPeriods(scan.text, context.periods);
    if (annual) return annual;
  }
  if (!passage.period) return reportedOn(role, measure, context);
  if (role.statistic !== 'change' && measure.measure === null) return null;
  const baseline = role.statistic === 'change' ? (passage.baseline ?? defaultBaseline(passage.period)) : null;
  return { period: passage.period, baseline, notes: ['period-from-passage'] };
}

/** What a force counts and asks its public is of the period reported on; staff, money and plans may be of any time. */
function reportedOn(role: Role, { measure, by }: NamedMeasure, { periods }: PaperContext): PeriodPair | null {
  const flows = measure !== null && by === 'name' && !STOCKS.has(measure.group);
  if (!flows || !periods.reportingPeriod || (role.statistic !== 'level' && role.statistic !== 'change')) return null;
  return { period: periods.reportingPeriod, baseline: role.statistic === 'change' ? defaultBaseline(periods.reportingPeriod) : null, notes: ['period-of-report'] };
}

const STOCKS = new Set(['Workforce', 'Finance', 'Professional standards']);

function sentenceState(mentions: readonly AttachedMention[], scan: Scan, context: PaperContext, state: PeriodState): PeriodState {
  const role: Role = { statistic: 'level', sign: null, earlier: false, rule: 'level', notes: [] };
  const told = readPeriods({ mentions, role, sentence: scan.text, context: context.periods, state, sharesGroup: true });
  return told.period && isMemorable(told.period) ? { period: told.period, baseline: null } : state;
}

interface DraftParts {
  readonly scan: Scan;
  readonly index: number;
  readonly figure: Figure;
  readonly role: Role;
  readonly measure: NamedMeasure;
  readonly told: PeriodPair;
  readonly passage: TextPassage;
  readonly context: PaperContext;
  readonly before: Draft | null;
}

function toDraft({ scan, index, figure, role, measure, told, passage, context, before }: DraftParts): Draft {
  const changes = role.statistic === 'change' || role.ofChange === true;
  const unit = unitOf(scan, figure, role, measure, before, changes);
  const sign = changes && role.sign ? (wordSign(role.sign.direction, measure.measure?.good ?? null) ?? 1) : figure.sign === '-' ? -1 : 1;
  const raw = passage.text.slice(scan.offset + figure.start, scan.offset + figure.end);
  return {
    leaf: passage.leaf,
    figure: { start: scan.offset + figure.start, end: scan.offset + figure.end, text: raw },
    quote: passage.text.slice(scan.offset, scan.offset + scan.text.length).replace(/\s+/g, ' '),
    headings: passage.headings,
    table: null,
    measure: { id: measure.measure?.id ?? null, label: measure.label },
    area: areaOf(scan, index, role, context),
    breakdown: [],
    statistic: role.statistic,
    value: sign * figure.value,
    unit,
    qualifier: qualifierOf(scan, index, role),
    period: told.period,
    baseline: changes ? told.baseline : null,
    outOf: figure.outOf,
    method: `narrative/${role.rule}`,
    confidence: confidenceOf(role.statistic, measure, told),
    notes: [...role.notes, ...told.notes, ...(changes && !told.baseline ? ['baseline-not-stated'] : [])],
  };
}

/** "over 400 schools and 100 partners": a bound on the first of two counts is one on the second; "up to 345" of a target is none. */
function qualifierOf(scan: Scan, index: number, role: Role): Draft['qualifier'] {
  const figure = scan.figures[index]!;
  if (figure.qualifier === 'up-to' && role.statistic === 'target' && /\b(?:bring|take|raise|increase)/i.test(scan.text.slice(0, figure.start))) return null;
  if (figure.qualifier !== null || index === 0) return figure.qualifier;
  const first = scan.figures[index - 1]!;
  const between = scan.text.slice(first.unitEnd, figure.qualifierStart);
  const joined = /^\s+[a-z'-]+(?:\s+[a-z'-]+)?\s+and\s+$/i.test(between) && first.unit === null && figure.unit === null;
  return joined && role.statistic === 'level' ? first.qualifier : null;
}

/** "per 1,000 population (118.2 against an average of 92.4)": a rate named before its figures. */
function rateUnit(scan: Scan, figure: Figure): string | null {
  const before = /\bper\s+1[\s\S]*$/i.exec(scan.text.slice(0, figure.start))?.[0];
  return before && before.length < RATE_REACH && /\(/.test(before) ? unitIn(before) : null;
}

/** How far a rate's name reaches over the figures that follow it, in characters. */
const RATE_REACH = 80;

/** A change of a percentage is in points: by the measure's own unit, or by the level printed beside it. */
function unitOf(scan: Scan, figure: Figure, role: Role, measure: NamedMeasure, before: Draft | null, changes: boolean): string {
  if (figure.form === 'ordinal') return 'rank';
  const unit = figure.unit ?? rateUnit(scan, figure) ?? 'count';
  if (unit !== 'percent' || !changes) return unit;
  const beside = before !== null && before.statistic === 'level' && before.unit === 'percent' && before.measure.label === measure.label;
  return measure.measure?.unit === 'percent' || beside ? 'percentage-point' : 'percent';
}

const BY_MEASURE: Readonly<Record<NamedMeasure['by'], number>> = { name: 0.92, before: 0.82, heading: 0.72, words: 0.7 };

function confidenceOf(statistic: Statistic, measure: NamedMeasure, told: PeriodPair): number {
  return BY_MEASURE[measure.by] - (told.notes.some((note) => note.startsWith('period-unresolved')) ? 0.1 : 0) - (statistic === 'forecast' || statistic === 'rank' ? 0.07 : 0);
}
