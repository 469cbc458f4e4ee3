import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { Interval } from '../periods/calendar.ts';
import type { PeriodPair } from '../periods/pick.ts';
import { draftFigure } from './draft-figure.ts';
import { groupsOf } from './groups.ts';
import { type NamedMeasure, nameFigure } from './measure.ts';
import { isMemorable, keysOf, type Memory } from './memory.ts';
import { attachMentions } from './period-mentions.ts';
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
  const mentions = attachMentions(scan, groups);
  const drafts: Draft[] = [];
  const fallbacks = new Map<Draft, PeriodPair>();
  let { previous, periods, passage: passageState } = memory;
  const periodOf = new Map(memory.periodOf);
  let earlier: Interval | null = null;
  scan.figures.forEach((figure, index) => {
    const role = roles[index]!;
    const measure = nameFigure({
      scan,
      index,
      role,
      passage,
      context,
      previous,
      mentioned: memory.mentioned,
      above: memory.above,
    });
    const own = mentions.byGroup.get(groups[index]!) ?? [];
    const told = periodsFor({
      scan,
      role,
      own,
      sentence: mentions.sentence,
      context,
      state: periods,
      measure,
      periodOf,
      sharesGroup: groups.some((group, other) => group === groups[index] && !roles[other]!.earlier),
      index,
    });
    if (told.period && isMemorable(told.period) && !told.notes.includes('period-of-last-report')) {
      if (role.earlier) earlier = told.period;
      periods = role.earlier
        ? { ...periods, baseline: told.period }
        : { period: told.period, baseline: told.baseline ?? earlier };
      if (!role.earlier) for (const key of keysOf(measure)) periodOf.set(key, told);
      if (role.statistic !== 'target') passageState = periods;
    }
    previous = measure;
    const draft = draftFigure({
      scan,
      index,
      figure,
      role,
      measure,
      told,
      passage,
      context,
      before: drafts.at(-1) ?? null,
    });
    const fallback = told.period ? null : fallbackFor(told, scan, role, measure, passageState, context);
    if (fallback) fallbacks.set(draft, fallback);
    drafts.push(draft);
  });
  const told = withPeriodOfBracket(drafts, fallbacks, roles);
  if (scan.figures.length === 0 && mentions.sentence.length > 0)
    periods = sentenceState(mentions.sentence, scan, context, periods);
  const mentioned = spokenOf(scan) ?? memory.mentioned;
  return {
    drafts: told,
    fallbacks,
    groups,
    memory: {
      headings: memory.headings,
      previous,
      mentioned,
      above: mentioned ?? memory.above,
      periods,
      passage: passageState,
      periodOf,
    },
  };
}

/** A list under "Looking ahead" or "we aim to" tells plans. */
function isPlan({ role, leadIn, headings }: TextPassage): boolean {
  const words = `${leadIn ?? ''} ${headings.at(-1) ?? ''}`;
  return (
    role === 'item' &&
    /\b(?:looking ahead|next steps|targets?|aims?|objectives?|we will|will be to|plans?|ambitions?|priorities for|commitments?|the year ahead|next (?:quarter|year))\b/i.test(
      words,
    )
  );
}

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
