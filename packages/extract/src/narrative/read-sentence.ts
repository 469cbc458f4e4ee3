import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { Interval } from '../periods/calendar.ts';
import type { PeriodPair } from '../periods/pick.ts';
import { labelOf } from '../registry/label.ts';
import { draftFigure } from './draft-figure.ts';
import { groupsOf } from './groups.ts';
import { asPartOfWhole, nameFigure } from './measure.ts';
import { isMemorable, keysOf, type Memory, NO_STATE, type SectionPeriod } from './memory.ts';
import type { NamedMeasure } from './named-measure.ts';
import { type AttachedMentions, attachMentions } from './period-mentions.ts';
import type { PeriodState } from './periods.ts';
import type { Role } from './role.ts';
import { rolesOf } from './roles.ts';
import { bracketAt, type Scan } from './scan.ts';
import { fallbackFor, PERIOD_COMPARED, periodsFor, sentenceState } from './told-periods.ts';

/** The figures of a sentence, and what it leaves for those after it. */
export interface SentenceReading {
  readonly figures: readonly FigureOfSentence[];
  readonly memory: Memory;
}

/** A figure as its sentence alone tells it. */
export interface FigureOfSentence {
  readonly draft: Draft;
  /** The period it has where nothing else tells one. */
  readonly fallback: PeriodPair | null;
  /** The number of its group: the figures that state one thing. */
  readonly group: number;
  /** It belongs to the earlier of two periods. */
  readonly earlier: boolean;
}

/** Reads the figures of a sentence, each in the light of those before. */
export function readSentence(scan: Scan, passage: TextPassage, context: PaperContext, memory: Memory): SentenceReading {
  const roles = rolesOf(scan, { planned: isPlan(passage) });
  const groups = groupsOf(scan, roles);
  const goesOn = GOES_ON.test(scan.text) || /^[^,;.]{0,40},\s+the\s+(?:figure|rate)\b/i.test(scan.text);
  const sentence: Sentence = {
    scan,
    passage,
    context:
      goesOn && memory.area !== undefined && scan.areas.length === 0 ? { ...context, area: memory.area } : context,
    memory,
    roles,
    groups,
    mentions: attachMentions(scan, groups),
  };
  const figures: FigureOfSentence[] = [];
  let state = begin(memory);
  for (const index of scan.figures.keys()) {
    const {
      draft,
      fallback,
      state: after,
    } = readFigure(sentence, index, state, figures.at(-1)?.draft ?? (goesOn ? memory.level : null));
    figures.push({ draft, fallback, group: groups[index]!, earlier: roles[index]!.earlier });
    state = after;
  }
  const area = figures.length > 0 ? figures.at(-1)!.draft.area : memory.area;
  const level = figures.findLast(({ draft }) => draft.statistic === 'level')?.draft ?? memory.level;
  return { figures, memory: { ...remember(sentence, state), area, level } };
}

/** "That is 2,672 additional crimes": what it says is of the area just spoken of. */
const GOES_ON = /^\s*(?:that|this|these|those|it|they|of (?:this|these|those|which))\b/i;

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
  /** What the sentence itself has told. */
  readonly stated: PeriodState;
}

function begin({ previous, periods, passage, periodOf }: Memory): State {
  return { previous, periods, passage, periodOf, earlier: null, stated: NO_STATE };
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
    stated: state.stated,
    measure,
    periodOf: state.periodOf,
    sharesGroup: groups.some((group, other) => group === groups[index] && !roles[other]!.earlier),
    index,
  });
  const after = isAside(sentence, index) ? { ...state, previous: measure } : learn(state, role, measure, told, context);
  const figure = scan.figures[index]!;
  return {
    draft: draftFigure({
      scan,
      index,
      figure,
      role,
      measure: asPartOfWhole({ scan, index, role }, measure),
      told,
      passage,
      context,
      before,
    }),
    fallback: told.period
      ? null
      : fallbackFor(
          told,
          scan,
          role,
          measure,
          comparesWithYearBefore(scan) ? after.periods : after.passage,
          context,
          sectionPeriod(memory),
          after.periods,
        ),
    state: after,
  };
}

/** "rose to 42,153 (12M Sep-19: 42,063), while …": a period in a bracket, before its figure, is of that figure alone. */
function isAside({ scan, mentions, groups }: Sentence, index: number): boolean {
  const bracket = bracketAt(scan, scan.figures[index]!.start);
  const own = mentions.byGroup.get(groups[index]!) ?? [];
  return (
    bracket !== null &&
    own.some(({ mention }) => mention.start > bracket.start && mention.end <= scan.figures[index]!.start)
  );
}

/** The period that the section, or the nearest above it, says its data are of; null where none does. */
function sectionPeriod({ headings, sections }: Memory): SectionPeriod | null {
  const trail = headings.split('\n');
  for (let depth = trail.length; depth > 0; depth -= 1) {
    const period = sections.get(trail.slice(0, depth).join('\n'));
    if (period) return period;
  }
  return null;
}

/** "554 crimes against 519 the year before": both stand on the period that the section told. */
function comparesWithYearBefore({ periods }: Scan): boolean {
  return periods.some(({ form }) => form === 'year-before' || form === 'same-period-year-before');
}

/** Periods that can be of the figures to come are remembered; those of the last report are not. */
function learn(state: State, role: Role, measure: NamedMeasure, told: PeriodPair, context: PaperContext): State {
  const { period, baseline } = told;
  if (told.notes.includes(PERIOD_COMPARED))
    return { ...state, previous: measure, periods: { ...state.periods, baseline: period } };
  if (!period || !isMemorable(period, context.periods) || told.notes.includes('period-of-last-report'))
    return { ...state, previous: measure, stated: period ? { period, baseline } : state.stated };
  const earlier = role.earlier ? period : state.earlier;
  const periods: PeriodState = role.earlier
    ? { ...state.periods, baseline: period }
    : { period, baseline: baseline ?? earlier };
  const known = role.earlier ? [] : keysOf(measure).map((key) => [key, told] as const);
  return {
    previous: measure,
    periods,
    stated: periods,
    passage: role.statistic === 'target' ? state.passage : periods,
    periodOf: known.length > 0 ? new Map([...state.periodOf, ...known]) : state.periodOf,
    earlier,
  };
}

/** "In the last quarter, performance missed its target.": the one period of a sentence without figures is of those to come. */
function opensPassage({ sentence }: AttachedMentions): boolean {
  return sentence.length === 1 && sentence[0]!.mention.form !== 'yearless-date';
}

function remember({ scan, context, memory, mentions }: Sentence, state: State): Omit<Memory, 'area' | 'level'> {
  const silent = scan.figures.length === 0 && mentions.sentence.length > 0;
  const mentioned = spokenOf(scan) ?? memory.mentioned;
  const told = silent ? sentenceState(mentions.sentence, scan, context, state.periods) : null;
  return {
    headings: memory.headings,
    previous: state.previous,
    mentioned,
    above: mentioned ?? memory.above,
    periods: told ?? state.periods,
    passage: told && told !== state.periods && opensPassage(mentions) ? told : state.passage,
    periodOf: state.periodOf,
    lead: memory.lead,
    sections: memory.sections,
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
    return { measure: first.entry, label: labelOf(first.entry, scan.text.slice(first.start, first.end)), by: 'name' };
  return other ? { measure: null, label: other.entry, by: 'words' } : null;
}
