import type { Draft } from '../draft.ts';
import type { Interval } from '../periods/calendar.ts';
import { defaultBaseline, type PeriodPair, usualBaseline } from '../periods/pick.ts';
import type { PeriodContext } from '../periods/resolve.ts';
import type { FigureOfSentence } from './read-sentence.ts';

/**
 * Gives the figures of one sentence that were printed without a period the one that the others tell: the two halves of
 * a bracket are one change, a level beside a change is of its period, and "from 787" is of its baseline. What nothing
 * in the sentence tells has the figure's fallback.
 */
export function withSharedPeriods(figures: readonly FigureOfSentence[], context: PeriodContext): Draft[] {
  const steps = [
    withGroupPeriod,
    withNeighbourPeriod,
    withChangeToLevel,
    withLevelOfChange,
    withFallback,
    withEarlierPeriod,
  ];
  let shared = figures;
  for (const step of steps)
    shared = shared.map((figure, index) => ({ ...figure, draft: step(figure, index, shared, context) }));
  return shared.map(({ draft }) => draft);
}

type Step = (
  figure: FigureOfSentence,
  index: number,
  all: readonly FigureOfSentence[],
  context: PeriodContext,
) => Draft;

/** What another printing told of one half of a bracket holds for the other. */
const withGroupPeriod: Step = ({ draft, group }, _index, all) => {
  if (draft.period || draft.statistic !== 'change') return draft;
  const partner = all.findLast((other) => other.group === group && isDatedChange(other.draft))?.draft;
  return partner ? withPeriod(draft, partner, 'period-of-its-pair') : draft;
};

/** A change is of the period of the other changes of its sentence, where another printing told theirs. */
const withNeighbourPeriod: Step = ({ draft }, _index, all) => {
  if (draft.period || draft.statistic !== 'change' || isUnresolved(draft)) return draft;
  const neighbour = all.find(
    (other) => isDatedChange(other.draft) && other.draft.notes.includes('period-from-another-printing'),
  )?.draft;
  return neighbour ? withPeriod(draft, neighbour, 'period-from-passage') : draft;
};

/** "6,214 (up 4% on the same quarter last year)", "up 5.4%, to 1,576": the level is of the period of its change. */
const withLevelOfChange: Step = ({ draft, earlier, fallback }, index, all) => {
  if (draft.period || draft.statistic !== 'level' || earlier) return draft;
  const change = [all[index + 1], all[index - 1]].find(
    (other) => other?.draft.statistic === 'change' && isSameMeasure(other.draft, draft),
  );
  if (!change) return draft;
  const { draft: beside } = change;
  if (beside.period && distance(draft, beside) < BESIDE) return { ...draft, period: beside.period };
  const told = beside.period ?? (isFromReport(change.fallback) ? null : change.fallback?.period);
  return told && isFromReport(fallback)
    ? { ...draft, period: told, notes: [...draft.notes, 'period-of-its-pair'] }
    : draft;
};

/** "increased 1.7% to 36,412 in 2020/21": the change is of the period of the level it led to. */
const withChangeToLevel: Step = ({ draft }, index, all) => {
  const level = all[index + 1];
  if (draft.period || draft.statistic !== 'change' || isUnresolved(draft) || !level || level.earlier) return draft;
  const { statistic, period } = level.draft;
  const follows = statistic === 'level' && period && isSameMeasure(level.draft, draft);
  if (!follows || distance(draft, level.draft) > BESIDE) return draft;
  return withPeriod(draft, { period, baseline: defaultBaseline(period) }, 'period-of-its-pair');
};

/** What the passage or the paper told stands in where neither the sentence nor another printing did. */
const withFallback: Step = ({ draft, fallback }) => {
  if (draft.period || !fallback?.period) return draft;
  const [note = ''] = fallback.notes;
  return withPeriod(draft, fallback, note);
};

/** "rose from 24 to 32": the earlier level is of the baseline of the change, or of a year before the later level. */
const withEarlierPeriod: Step = ({ draft, earlier }, _index, all, context) => {
  if (draft.period || !earlier || isUnresolved(draft)) return draft;
  const partners = all.map((other) => other.draft).filter((other) => isSameMeasure(other, draft));
  const period = baselineOf(partners, context);
  return period ? { ...draft, period, notes: [...draft.notes, 'period-of-its-pair'] } : draft;
};

function baselineOf(partners: readonly Draft[], context: PeriodContext): Interval | null {
  const change = partners.find(isDatedChange);
  if (change) return change.baseline;
  return usualBaseline(
    partners.find(({ statistic, period }) => statistic === 'level' && period)?.period ?? null,
    context,
  );
}

function withPeriod(draft: Draft, { period, baseline }: Pick<PeriodPair, 'period' | 'baseline'>, note: string): Draft {
  const own = draft.notes.filter((other) => !other.startsWith('baseline-not-stated') || baseline === null);
  return {
    ...draft,
    period,
    baseline: draft.statistic === 'change' ? (draft.baseline ?? baseline) : null,
    notes: note ? [...own, note] : own,
  };
}

function isDatedChange({ statistic, period }: Draft): boolean {
  return statistic === 'change' && period !== null;
}

/** Two names of one measure of the registry are one. */
function isSameMeasure({ measure: one }: Draft, { measure: other }: Draft): boolean {
  return one.id !== null ? one.id === other.id : one.label.toLowerCase() === other.label.toLowerCase();
}

/** "at the last report": words tell a period, but not which. */
function isUnresolved({ notes }: Draft): boolean {
  return notes.some((note) => note.startsWith('period-unresolved'));
}

function isFromReport(fallback: PeriodPair | null): boolean {
  return fallback?.notes.includes('period-of-report') ?? false;
}

/** How many characters lie between two figures of a sentence. */
function distance(a: Draft, b: Draft): number {
  return Math.max(a.figure.start, b.figure.start) - Math.min(a.figure.end, b.figure.end);
}

/** How far a change may stand from the level it is a change of, in characters. */
const BESIDE = 24;
