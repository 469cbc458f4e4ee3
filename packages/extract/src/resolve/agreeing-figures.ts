import type { Draft } from '../draft.ts';
import type { Interval } from '../periods/calendar.ts';

/** What marks figures whose reading arithmetic spoke for: that they agree proves nothing of the paper any more. */
const BY_ARITHMETIC = 'agrees-by-arithmetic';

/** What marks figures whose own words name no measure: it is that of the figure or sentence before. */
export const MEASURE_FROM_PASSAGE = 'measure-from-passage';

/** Two levels and their change, by their places among the figures of a sentence. */
interface Triple {
  readonly earlier: number;
  readonly later: number;
  readonly changes: readonly number[];
}

/**
 * Figures of one sentence that are two levels and the change between them are one measure of one area: "down by 7.8%, from
 * 268 collisions to 247". The change's own subject names it, else the best named of the three; the periods of each fill
 * those of the others. Nothing is taken where the arithmetic does not hold, so a misprint is never made to fit.
 *
 * @param drafts the figures of one sentence, in order
 */
export function agreeing(drafts: readonly Draft[]): Draft[] {
  const taken = new Set<number>();
  let all = [...drafts];
  for (let found = tripleOf(all, taken); found; found = tripleOf(all, taken)) {
    for (const member of [...found.changes, found.earlier, found.later]) taken.add(member);
    all = withTriple(all, found);
  }
  return all;
}

function withTriple(drafts: readonly Draft[], found: Triple): Draft[] {
  const members = [...found.changes, found.earlier, found.later];
  const namer = namerOf(drafts, found, members);
  const { measure, area, breakdown } = drafts[namer]!;
  const pair = periodsOf(drafts, found);
  return drafts.map((draft, index) => {
    if (!members.includes(index)) return draft;
    const isChange = found.changes.includes(index);
    const period = index === found.earlier ? (draft.period ?? pair.earlier) : (draft.period ?? pair.later);
    return {
      ...draft,
      unit: isChange ? unitBetween(drafts[found.earlier]!, drafts[found.later]!, draft) : draft.unit,
      measure,
      area,
      breakdown,
      period,
      baseline: isChange ? (draft.baseline ?? pair.earlier) : null,
      notes: [...draft.notes.filter((note) => !(note === 'baseline-not-stated' && pair.earlier)), BY_ARITHMETIC],
    };
  });
}

/** The change is named by its subject; where nothing but words names it, the best named of the three. */
function namerOf(drafts: readonly Draft[], { changes }: Triple, members: readonly number[]): number {
  const change = changes.find((index) => isNamed(drafts[index]!));
  return change ?? members.find((index) => isNamed(drafts[index]!)) ?? members[0]!;
}

/** Whether a figure's own words name it. */
function isNamed({ measure, notes }: Draft): boolean {
  return measure.id !== null || !notes.includes(MEASURE_FROM_PASSAGE);
}

function periodsOf(
  drafts: readonly Draft[],
  { earlier, later, changes }: Triple,
): { earlier: Interval | null; later: Interval | null } {
  const change = changes.map((index) => drafts[index]!).find(({ period }) => period !== null);
  return {
    earlier: drafts[earlier]!.period ?? change?.baseline ?? null,
    later: drafts[later]!.period ?? change?.period ?? null,
  };
}

/** The first two levels, of those that no triple has taken, whose difference, or whose difference in percent, a change beside them prints. */
function tripleOf(drafts: readonly Draft[], taken: ReadonlySet<number>): Triple | null {
  const levels = drafts.flatMap(({ statistic, figure }, index) =>
    statistic === 'level' && figure.text && !taken.has(index) ? [index] : [],
  );
  const changes = drafts.flatMap(({ statistic }, index) =>
    statistic === 'change' && !taken.has(index) ? [index] : [],
  );
  for (const earlier of levels) {
    for (const later of levels) {
      if (earlier === later || drafts[earlier]!.unit !== drafts[later]!.unit) continue;
      const fitting = changes.filter((change) => isBetween(drafts[earlier]!, drafts[later]!, drafts[change]!));
      if (fitting.length > 0 && isNear(drafts, [earlier, later, ...fitting]))
        return { earlier, later, changes: fitting };
    }
  }
  return null;
}

/** Smaller numbers agree by chance. */
const SMALLEST = 10;

function isBetween(earlier: Draft, later: Draft, change: Draft): boolean {
  const [from, to] = [earlier.value, later.value];
  const areSmall = Number.isInteger(from) && Number.isInteger(to) && Math.max(Math.abs(from), Math.abs(to)) < SMALLEST;
  if (areSmall || from === to) return false;
  if (isInPoints(earlier, later, change)) return true;
  if (change.unit === later.unit || change.unit === 'percentage-point')
    return change.unit !== 'percent' && Math.abs(to - from - change.value) <= roundingOf(from, to, change);
  if (change.unit !== 'percent' || from <= 0) return false;
  return Math.abs((to / from - 1) * 100 - change.value) <= halfDigit(change.figure.text) + 1e-9;
}

/** "a reduction of 2.2%, from 74.7% to 72.5%": points, whatever sign is printed. */
function isInPoints({ value: from, unit }: Draft, { value: to }: Draft, change: Draft): boolean {
  const isShare = unit === 'percent' && (change.unit === 'percent' || change.unit === 'percentage-point');
  return isShare && Math.abs(to - from - change.value) <= roundingOf(from, to, change);
}

function unitBetween(earlier: Draft, later: Draft, change: Draft): string {
  return isInPoints(earlier, later, change) ? 'percentage-point' : change.unit;
}

function roundingOf(from: number, to: number, change: Draft): number {
  return Number.isInteger(from) && Number.isInteger(to) ? 1e-9 : 1.5 * halfDigit(change.figure.text) + 1e-9;
}

/** Half of the worth of a figure's last printed decimal. */
function halfDigit(figure: string): number {
  const decimals = /\.(\d+)/.exec(figure)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

/** A sentence of many figures may hold a triple by chance: its members stand one behind the other. */
function isNear(drafts: readonly Draft[], members: readonly number[]): boolean {
  return Math.max(...members) - Math.min(...members) <= members.length && drafts.length > 0;
}
