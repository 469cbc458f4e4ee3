import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { Interval } from '../periods/calendar.ts';
import type { PeriodPair } from '../periods/pick.ts';
import { draftFigure } from './draft-figure.ts';
import { groupsOf } from './groups.ts';
import { nameFigure } from './measure.ts';
import { isMemorable, keysOf, type Memory } from './memory.ts';
import type { NamedMeasure } from './named-measure.ts';
import { type AttachedMentions, attachMentions } from './period-mentions.ts';
import type { PeriodState } from './periods.ts';
import type { Role } from './role.ts';
import { rolesOf } from './roles.ts';
import type { Scan } from './scan.ts';
import { fallbackFor, periodsFor, sentenceState } from './told-periods.ts';

/** The figures of a sentence, and what it leaves for those after it. */
export interface SentenceReading {
  readonly drafts: readonly Draft[];
  /** Periods for figures that nothing else tells one of. */
  readonly fallbacks: ReadonlyMap<Draft, PeriodPair>;
  /** For each figure the number of the group that states one thing. */
  readonly groups: readonly number[];
  readonly memory: Memory;
}

/** Reads the figures of a sentence, each in the light of those before. */
export function readSentence(scan: Scan, passage: TextPassage, context: PaperContext, memory: Memory): SentenceReading {
  const roles = rolesOf(scan, { planned: isPlan(passage) });
  const groups = groupsOf(scan, roles);
  const sentence: Sentence = { scan, passage, context, memory, roles, groups, mentions: attachMentions(scan, groups) };
  const fallbacks = new Map<Draft, PeriodPair>();
  const drafts: Draft[] = [];
  let state = begin(memory);
  for (const index of scan.figures.keys()) {
    const read = readFigure(sentence, index, state, drafts.at(-1) ?? null);
    if (read.fallback) fallbacks.set(read.draft, read.fallback);
    drafts.push(read.draft);
    state = read.state;
  }
  return {
    drafts: withPeriodOfBracket(drafts, fallbacks, roles),
    fallbacks,
    groups,
    memory: remember(sentence, state),
  };
}

interface Sentence {
  readonly scan: Scan;
  readonly passage: TextPassage;
  readonly context: PaperContext;
  readonly memory: Memory;
  readonly roles: readonly Role[];
  readonly groups: readonly number[];
  readonly mentions: AttachedMentions;
}

/** What the figures read so far have told. */
interface State extends Pick<Memory, 'previous' | 'periods' | 'passage' | 'periodOf'> {
  /** The earlier of two periods that the sentence told. */
  readonly earlier: Interval | null;
}

function begin({ previous, periods, passage, periodOf }: Memory): State {
  return { previous, periods, passage, periodOf, earlier: null };
}

interface FigureResult {
  readonly draft: Draft;
  readonly fallback: PeriodPair | null;
  readonly state: State;
}

function readFigure(sentence: Sentence, index: number, state: State, before: Draft | null): FigureResult {
  const { scan, passage, context, memory, roles, groups, mentions } = sentence;
  const role = roles[index]!;
  const { mentioned, above } = memory;
  const measure = nameFigure({ scan, index, role, passage, context, previous: state.previous, mentioned, above });
  const told = periodsFor({
    scan,
    role,
    own: mentions.byGroup.get(groups[index]!) ?? [],
    sentence: mentions.sentence,
    context,
    state: state.periods,
    measure,
    periodOf: state.periodOf,
    sharesGroup: groups.some((group, other) => group === groups[index] && !roles[other]!.earlier),
    index,
  });
  const after = learn(state, role, measure, told);
  const figure = scan.figures[index]!;
  return {
    draft: draftFigure({ scan, index, figure, role, measure, told, passage, context, before }),
    fallback: told.period ? null : fallbackFor(told, scan, role, measure, after.passage, context),
    state: after,
  };
}

/** Periods that can be of the figures to come are remembered; those of the last report are not. */
function learn(state: State, role: Role, measure: NamedMeasure, told: PeriodPair): State {
  const { period, baseline } = told;
  if (!period || !isMemorable(period) || told.notes.includes('period-of-last-report'))
    return { ...state, previous: measure };
  const earlier = role.earlier ? period : state.earlier;
  const periods: PeriodState = role.earlier
    ? { ...state.periods, baseline: period }
    : { period, baseline: baseline ?? earlier };
  const known = role.earlier ? [] : keysOf(measure).map((key) => [key, told] as const);
  return {
    previous: measure,
    periods,
    passage: role.statistic === 'target' ? state.passage : periods,
    periodOf: known.length > 0 ? new Map([...state.periodOf, ...known]) : state.periodOf,
    earlier,
  };
}

function remember({ scan, context, memory, mentions }: Sentence, state: State): Memory {
  const silent = scan.figures.length === 0 && mentions.sentence.length > 0;
  const mentioned = spokenOf(scan) ?? memory.mentioned;
  return {
    headings: memory.headings,
    previous: state.previous,
    mentioned,
    above: mentioned ?? memory.above,
    periods: silent ? sentenceState(mentions.sentence, scan, context, state.periods) : state.periods,
    passage: state.passage,
    periodOf: state.periodOf,
  };
}

/** A list under "Looking ahead" or "we aim to" tells plans. */
function isPlan({ role, leadIn, headings }: TextPassage): boolean {
  const words = `${leadIn ?? ''} ${headings.at(-1) ?? ''}`;
  return role === 'item' && PLANS.test(words);
}

const PLANS =
  /\b(?:looking ahead|next steps|targets?|aims?|objectives?|we will|will be to|plans?|ambitions?|priorities for|commitments?|the year ahead|next (?:quarter|year))\b/i;

/** What a sentence speaks of: the first measure that it names, be it only in the name of something else ("Hate Crime referrals"). */
function spokenOf(scan: Scan): NamedMeasure | null {
  const [first, other] = [scan.measures[0], scan.modified[0]];
  if (first && !(other && other.start < first.start))
    return { measure: first.entry, label: first.entry.label, by: 'name' };
  return other ? { measure: null, label: other.entry, by: 'words' } : null;
}

/** "6,214 (up 4% on the same quarter last year)": the level is of the period that its bracket tells. */
function withPeriodOfBracket(
  drafts: readonly Draft[],
  fallbacks: Map<Draft, PeriodPair>,
  roles: readonly Role[],
): Draft[] {
  return drafts.map((draft, index) => {
    const next = drafts[index + 1];
    const beside =
      next &&
      roles[index + 1]!.statistic === 'change' &&
      next.measure.label === draft.measure.label &&
      next.figure.start - draft.figure.end < BESIDE;
    if (draft.period || draft.statistic !== 'level' || roles[index]!.earlier || !beside || !next.period) return draft;
    fallbacks.delete(draft);
    return { ...draft, period: next.period };
  });
}

/** How far a change may stand from the level it is a change of, in characters. */
const BESIDE = 24;
