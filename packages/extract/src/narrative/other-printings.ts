import type { Draft } from '../draft.ts';

/**
 * Gives figures that a sentence prints without a period the one of the same figure printed elsewhere in the paper: same
 * measure, area, statistic, value and unit. Where the other printings disagree nothing is taken from them.
 *
 * @param others figures with their periods, as the paper's tables give them
 */
export function otherPrintings(drafts: readonly Draft[], others: readonly Draft[]): Draft[] {
  const byFigure = new Map<string, Draft[]>();
  for (const other of [...others, ...drafts]) {
    if (other.period) byFigure.set(key(other), [...(byFigure.get(key(other)) ?? []), other]);
  }
  const found = drafts.map((draft) =>
    draft.period || draft.statistic === 'target' ? draft : withPeriodOf(draft, byFigure.get(key(draft)) ?? []),
  );
  return found.map((draft) =>
    draft.period || draft.method !== LINE_LIST
      ? draft
      : withPeriodOf(draft, likeSiblings(draft, found, byFigure.get(key(draft)) ?? [])),
  );
}

const LINE_LIST = 'narrative/line-list';

/** Of several printings the one whose period the other lines of the same list have. */
function likeSiblings(draft: Draft, all: readonly Draft[], printings: readonly Draft[]): Draft[] {
  const siblings = all.filter((other) => other.leaf === draft.leaf && other.period);
  return printings.filter(
    ({ period }) =>
      siblings.length > 0 &&
      siblings.every((other) => other.period!.start === period!.start && other.period!.end === period!.end),
  );
}

function withPeriodOf(draft: Draft, printings: readonly Draft[]): Draft {
  const periods = new Set(printings.map(({ period }) => `${period!.start}/${period!.end}`));
  if (periods.size !== 1) return draft;
  const { period, baseline } = printings[0]!;
  const notes = draft.notes.filter(
    (note) => !note.startsWith('period-unresolved') && !(baseline && note.startsWith('baseline-not-stated')),
  );
  return {
    ...draft,
    period,
    baseline: draft.baseline ?? (draft.statistic === 'change' ? baseline : null),
    notes: [...notes, 'period-from-another-printing'],
  };
}

function key({ measure, area, statistic, value, unit }: Draft): string {
  return [
    measure.id ?? measure.label.toLowerCase().replace(/, share.*$/, ''),
    area?.label ?? '',
    statistic,
    Math.abs(value),
    unit,
  ].join('\u0000');
}
