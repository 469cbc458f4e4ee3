import { meets, type Observation, printedInterval, sumOf } from '@scrutineer/model';
import type { Comparison, PaperCheck } from '../check.ts';
import { clean, number, relativeDifference } from '../numbers.ts';
import { isTotal } from '../relations/parts.ts';
import { columnHeaderOf, rowHeaderOf } from '../relations/tables.ts';
import { subject } from '../relations/thing.ts';

/** Adult and child make all; high, medium and standard risk make 100%. */
export const breakdownAndWhole: PaperCheck = {
  rule: 'breakdown-and-whole',
  severity: 'error',
  needs: 'all parts of a known division (adult and child; high, medium and standard) for one period',
  about: 'The parts of a division must make the whole.',
  *compare({ observations, tables }) {
    for (const { columns } of tables) for (const column of columns.values()) yield* compareShares(column);
    const levels = observations.filter(({ statistic, period }) => statistic === 'level' && period !== null);
    for (const same of Map.groupBy(levels, ({ area, period, unit }) =>
      JSON.stringify([area?.label, period, unit]),
    ).values())
      for (const division of DIVISIONS) yield* compareDivision(same, division);
  },
};

/** Words for the parts of divisions that leave nothing over. */
const DIVISIONS: readonly (readonly RegExp[])[] = [
  [/\badults?\b/, /\bchild(?:ren)?\b/],
  [/\bmales?\b/, /\bfemales?\b/],
  [/\bhigh\b/, /\bmedium\b/, /\bstandard\b/],
  [/\bhigh\b/, /\bmedium\b/, /\blow\b/],
  [/\bfatal\b/, /\bserious\b/, /\bslight\b/],
];

function* compareDivision(levels: readonly Observation[], division: readonly RegExp[]): Generator<Comparison> {
  const rest = (level: Observation) =>
    division
      .reduce((label, part) => label.replace(part, ''), nameOf(level))
      .replace(/\W+/g, ' ')
      .trim();
  const parts = levels.filter((level) => division.some((part) => part.test(nameOf(level))));
  for (const [name, group] of Map.groupBy(parts, rest)) {
    const each = division.map((part) => group.filter((level) => part.test(nameOf(level))));
    if (each.some(({ length }) => length !== 1)) continue;
    const figures = each.map(([figure]) => figure!);
    if (figures[0]!.unit === 'percent') yield compareWithAll(figures);
    else {
      const whole = levels.find(
        (level) => !group.includes(level) && nameOf(level).replace(/\W+/g, ' ').trim() === name,
      );
      if (whole && /^(?:count|GBP)$/.test(whole.unit)) yield compareWithWhole(figures, whole);
    }
  }
}

/** "Share of contacts": a column of the shares of one whole, without a row for the whole. */
function* compareShares(column: readonly Observation[]): Generator<Comparison> {
  const shares = column.filter(({ statistic, unit }) => statistic === 'level' && unit === 'percent');
  const isDivision = shares.length >= 3 && shares.every((share) => OF_ONE_WHOLE.test(columnHeaderOf(share)));
  const isListed = shares.length === column.length && !shares.some((share) => isTotal(rowHeaderOf(share)));
  if (isDivision && isListed) yield compareWithAll(shares, OF_SEVERAL);
}

const OF_ONE_WHOLE = /\bshare of\b|\b(?:%|percentage|proportion) of (?:all|the|total)\b|\bsplit\b/i;

function nameOf({ measure, breakdown }: Observation): string {
  const values = breakdown
    .map(({ value }) => value)
    .filter((value) => !measure.label.toLowerCase().includes(value.toLowerCase()));
  return [measure.label, ...values].join(' ').toLowerCase();
}

/** Percentages that are of something else do not come near a hundred. */
const NEAR_ALL = 8;
/** Of answers of which each person may give several, the shares come to far more. */
const OF_SEVERAL = 15;

function compareWithAll(parts: readonly Observation[], near = NEAR_ALL): Comparison {
  const sum = parts.reduce((whole, { value }) => whole + value, 0);
  const fits = meets(sumOf(parts.map(printedInterval)), { low: 100, high: 100 });
  if (fits || Math.abs(sum - 100) > near) return { observations: fits ? parts : [], misfit: null };
  const explain = `${subject(parts[0]!)}: ${parts.map(({ source }) => source.figure).join(', ')} add up to ${number(sum)}% and not to 100%.`;
  return { observations: parts, misfit: { expected: 100, explain } };
}

/** Parts further from their whole than this are parts of another. */
const OF_ANOTHER = 0.2;

function compareWithWhole(parts: readonly Observation[], whole: Observation): Comparison {
  const observations = [...parts, whole];
  const expected = clean(parts.reduce((sum, { value }) => sum + value, 0));
  const fits = meets(sumOf(parts.map(printedInterval)), printedInterval(whole));
  if (fits || relativeDifference(expected, whole.value) > OF_ANOTHER)
    return { observations: fits ? observations : [], misfit: null };
  const explain = `${subject(whole)}: ${parts.map(({ source }) => source.figure).join(' and ')} make ${number(expected)}, but ${whole.source.figure} is printed for all.`;
  return { observations, misfit: { expected, explain } };
}
