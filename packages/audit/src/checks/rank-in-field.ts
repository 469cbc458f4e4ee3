import type { Observation } from '@scrutineer/model';
import type { Comparison, Misfit, PaperCheck } from '../check.ts';
import type { FigureTable } from '../relations/tables.ts';
import { subject } from '../relations/thing.ts';

/** A rank lies within the number of those ranked, and only equals share one. */
export const rankInField: PaperCheck = {
  rule: 'rank-in-field',
  severity: 'error',
  needs: 'a rank with the number of those ranked, or a column of ranks of several areas',
  about:
    'A rank cannot be beyond the number of those ranked, ranks follow the figures ranked, and only equals share one.',
  *compare({ observations, tables }) {
    for (const rank of observations) {
      if (rank.statistic === 'rank' && rank.outOf !== undefined) yield within(rank, rank.outOf);
    }
    for (const table of tables) yield* compareColumns(table);
  },
};

function within(rank: Observation, outOf: number): Comparison {
  const isWithin = rank.value >= 1 && rank.value <= outOf && Number.isInteger(rank.value);
  const explain = `${subject(rank)}: ${rank.source.figure} is printed as a rank among ${outOf}.`;
  return { observations: [rank], misfit: isWithin ? null : { expected: null, explain } };
}

/** Ranks of one measure in a column whose rows are areas. */
function* compareColumns(table: FigureTable): Generator<Comparison> {
  for (const column of table.columns.values()) {
    const ranks = column.filter(({ statistic }) => statistic === 'rank');
    const areas = new Set(ranks.map(({ area, source }) => area?.label ?? source.table!.rowHeader.join(' ')));
    const measures = new Set(ranks.map(({ measure }) => measure.label));
    if (ranks.length < 3 || areas.size < ranks.length || measures.size > 1) continue;
    yield* compareRanked(ranks, rankedFigures(table, ranks));
  }
}

/** The figure that is ranked in each row: that of the nearest column of levels before the ranks; null where there is none. */
function rankedFigures({ columns }: FigureTable, ranks: readonly Observation[]): (Observation | null)[] {
  const at = ranks[0]!.source.table!.col;
  const before = [...columns].filter(([column]) => column < at).reverse();
  const levels = before.map(([, figures]) => figures.filter(({ statistic }) => statistic === 'level'));
  const ranked = levels.find((figures) => figures.length >= ranks.length) ?? [];
  return ranks.map(({ source }) => ranked.find((figure) => figure.source.table!.row === source.table!.row) ?? null);
}

/** "=3", "3rd=", "joint 3rd": equals, said to be. */
const SAID_TO_BE_EQUAL = /=|joint|tied|equal/i;

function* compareRanked(
  ranks: readonly Observation[],
  figures: readonly (Observation | null)[],
): Generator<Comparison> {
  const direction = directionOf(ranks, figures);
  for (const [index, rank] of ranks.entries()) {
    const other = ranks.findIndex((one, at) => at > index && one.value === rank.value);
    const [own, its] = [figures[index] ?? null, figures[other] ?? null];
    const observations = [own, rank, its, ranks[other] ?? null].filter((figure) => figure !== null);
    const isTold = other < 0 || (own && its && own.value === its.value) || SAID_TO_BE_EQUAL.test(rank.source.quote);
    yield { observations, misfit: isTold ? null : shared(rank, ranks[other]!) };
    const beaten = direction && own ? outOfOrder(index, ranks, figures, direction) : -1;
    if (isTold && beaten >= 0) yield disordered([own!, rank], [figures[beaten]!, ranks[beaten]!]);
  }
}

/** Fewer pairs of rows than those of four rows tell no order. */
const FEWEST_PAIRS = 6;
/** Of ranks that are of other figures than those beside them more pairs than this are in no order. */
const MOST_DISORDERED = 0.2;

/** 1 where the highest figure has the highest rank number, -1 where it has the lowest; null where too many pairs of rows tell neither. */
function directionOf(ranks: readonly Observation[], figures: readonly (Observation | null)[]): 1 | -1 | null {
  const pairs = ranks.flatMap((rank, index) =>
    ranks.slice(index + 1).flatMap((other, step) => {
      const [own, its] = [figures[index], figures[index + 1 + step]];
      return own && its ? [Math.sign((its.value - own.value) * (other.value - rank.value))] : [];
    }),
  );
  const rising = pairs.filter((sign) => sign > 0).length;
  const falling = pairs.filter((sign) => sign < 0).length;
  if (pairs.length < FEWEST_PAIRS || Math.min(rising, falling) > MOST_DISORDERED * (rising + falling)) return null;
  return rising > falling ? 1 : -1;
}

/** The next row that is ranked against its figure; -1 where there is none. */
function outOfOrder(
  index: number,
  ranks: readonly Observation[],
  figures: readonly (Observation | null)[],
  direction: 1 | -1,
): number {
  return ranks.findIndex((rank, other) => {
    const [own, its] = [figures[index], figures[other]];
    if (other <= index || !own || !its) return false;
    return Math.sign(its.value - own.value) * direction * Math.sign(rank.value - ranks[index]!.value) < 0;
  });
}

function shared(rank: Observation, other: Observation): Misfit {
  const names = [rank, other].map(nameOf).join(' and ');
  const explain = `${rank.measure.label}: ${names} are both printed as number ${rank.value}, without a word that they are equal.`;
  return { severity: 'warning', expected: null, explain };
}

function disordered(one: readonly Observation[], other: readonly Observation[]): Comparison {
  const [figure, rank] = one;
  const [itsFigure, itsRank] = other;
  const explain = `${rank!.measure.label}: ${nameOf(rank!)} is number ${rank!.value} with ${figure!.source.figure} and ${nameOf(itsRank!)} number ${itsRank!.value} with ${itsFigure!.source.figure}, which is not the order of the others.`;
  return { observations: [...one, ...other], misfit: { expected: null, explain } };
}

function nameOf({ area, source }: Observation): string {
  return source.table!.rowHeader.join(' ') || (area?.label ?? 'a row');
}
