import { meets, type Observation, periodEnds, printedInterval } from '@scrutineer/model';
import type { Comparison, PaperCheck } from '../check.ts';
import type { PaperRelations } from '../relations/paper-relations.ts';
import { rowHeaderOf } from '../relations/tables.ts';
import { subject } from '../relations/thing.ts';

/** Two tables that print the same figures for two periods that end together: one of the headings is wrong. */
export const sameFiguresTwoPeriods: PaperCheck = {
  rule: 'same-figures-two-periods',
  severity: 'warning',
  needs: 'two tables whose rows share names and figures',
  about: 'The same figures cannot be those of the quarter and of the year to date.',
  *compare(paper) {
    for (const pairs of twins(paper).values()) {
      const amounts = pairs.filter(([{ unit }]) => unit !== 'percent');
      const rows = new Set(amounts.map(([a]) => a.source.table!.row));
      // One figure may be the same by chance, and percentages may truly be.
      if (rows.size < 2) continue;
      const [first, second] = pairs[0]!;
      const explain = `${subject(first)}: ${pairs.map(([a]) => a.source.figure).join(', ')} are printed for ${daysOf(first)} in one table and for ${daysOf(second)} in another.`;
      yield {
        observations: pairs.flat(),
        misfit: { expected: null, explain, verdict: 'inconsistent' },
      } satisfies Comparison;
    }
  },
};

function daysOf({ period }: Observation): string {
  return period!.replace('/', ' to ');
}

/** Figures of this many digits or more are hardly the same by chance. */
const DIGITS = 2;

/** Figures of two tables that are the same but for their period, by the tables and periods. */
function twins({ observations }: PaperRelations): Map<string, [Observation, Observation][]> {
  const amounts = observations.filter(
    ({ source, period, statistic, value }) =>
      source.table !== null &&
      period !== null &&
      statistic === 'level' &&
      value !== 0 &&
      source.figure.replace(/\D/g, '').length >= DIGITS,
  );
  const pairs = new Map<string, [Observation, Observation][]>();
  const byUnit = Map.groupBy(amounts, ({ unit, area }) => `${unit} ${area?.label}`);
  for (const same of byUnit.values()) {
    const sorted = same.toSorted((a, b) => a.value - b.value);
    for (const [index, a] of sorted.entries()) {
      for (
        let next = index + 1;
        next < sorted.length && meets(printedInterval(a), printedInterval(sorted[next]!));
        next += 1
      )
        note(pairs, a, sorted[next]!);
    }
  }
  return pairs;
}

function note(pairs: Map<string, [Observation, Observation][]>, a: Observation, b: Observation): void {
  const [first, second] = a.source.start < b.source.start ? [a, b] : [b, a];
  if (
    first.source.table!.index === second.source.table!.index ||
    !areRivals(first, second) ||
    !shareName(first, second)
  )
    return;
  const key = JSON.stringify([first.source.table!.index, second.source.table!.index, first.period, second.period]);
  pairs.set(key, [...(pairs.get(key) ?? []), [first, second]]);
}

/** Periods that end on one day and begin on different ones, of amounts that grow over time. */
function areRivals(a: Observation, b: Observation): boolean {
  const flows = a.unit === 'GBP' || (a.period!.includes('/') && b.period!.includes('/') && a.unit === 'count');
  const [one, other] = [periodEnds(a.period!), periodEnds(b.period!)];
  if (!(flows || a.unit === 'percent') || a.period === b.period || one.end !== other.end) return false;
  // "At 30 June" of an amount is the financial year to date.
  const isDay = [one, other].some(({ start, end }) => start === end);
  return !isDay || ![one, other].some(({ start, end }) => start !== end && start.endsWith('-04-01'));
}

/** Rows that share a telling word of their headers. */
function shareName(a: Observation, b: Observation): boolean {
  const words = (figure: Observation) =>
    new Set(
      rowHeaderOf(figure)
        .toLowerCase()
        .match(/[a-z]{4,}/g) ?? [],
    );
  const [one, other] = [words(a), words(b)];
  const shared = [...one].filter((word) => other.has(word));
  return shared.length > 0 && shared.length >= Math.min(one.size, other.size) / 2;
}
