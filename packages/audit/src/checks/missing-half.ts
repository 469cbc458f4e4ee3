import type { Observation } from '@scrutineer/model';
import type { Comparison, PaperCheck } from '../check.ts';
import { clean, number } from '../numbers.ts';
import type { PaperRelations } from '../relations/paper-relations.ts';
import { columnHeaderOf, type FigureTable, rowHeaderOf } from '../relations/tables.ts';
import { subject, thingOf } from '../relations/thing.ts';

/** What is left blank where a figure belongs, and follows from others that are printed. */
export const missingHalf: PaperCheck = {
  rule: 'missing-half',
  severity: 'warning',
  needs: 'a bracket or a cell without its figure, and the levels it follows from',
  about: 'A change that is left blank or printed as a dash can be worked out from the levels beside it.',
  *compare(paper) {
    yield* emptyBrackets(paper);
    for (const table of paper.tables) yield* emptyCells(table);
  },
};

const BRACKET = /[([]([^()[\]]*)[)\]]/g;
/** What may stand where the first figure of a bracket is left out. */
const BEFORE_FIGURE = /^(?:up|down|an?|increase|decrease|rise|fall|reduction|[-+–])?$/;
/** What a bracket that is left empty stands behind, in its last characters. */
const FIGURE = /\d%?\s*$/;
const LONGEST_GAP = 20;

/** Whether a bracket lacks a figure: "(1%, )", "( , 257)", "6% ( )". */
function lacksHalf(quote: string): boolean {
  return [...quote.matchAll(BRACKET)].some(({ 1: inside = '', index }) => {
    const [first = '', ...others] = inside.split(/[,;]/);
    if (others.length === 0)
      return inside.trim() === '' && FIGURE.test(quote.slice(Math.max(0, index - LONGEST_GAP), index));
    const rest = others.join(',');
    if (/\d/.test(first)) return others.length === 1 && rest.trim() === '';
    return BEFORE_FIGURE.test(first.trim()) && /\d/.test(rest);
  });
}

function* emptyBrackets({ observations, triples }: PaperRelations): Generator<Comparison> {
  for (const [change, [triple]] of triples) {
    if (!lacksHalf(change.source.quote)) continue;
    const twins = observations.filter((other) => isOtherHalf(other, change));
    const { earlier, later } = triple ?? {};
    // Of nothing there is no percentage that could be missing.
    if (!earlier || !later || (change.unit !== 'percent' && earlier.value === 0)) continue;
    const expected = change.unit === 'percent' ? clean(later.value - earlier.value) : percent(earlier, later);
    const told = change.unit === 'percent' ? number(expected) : `${number(expected)}%`;
    const elsewhere = twins[0] ? `, as ${twins[0].source.figure} is printed elsewhere` : '';
    yield {
      observations: [earlier, change, later, ...twins.slice(0, 1)],
      misfit: {
        expected,
        explain: `${subject(change)}: beside ${change.source.figure} a figure is left out; from ${earlier.source.figure} to ${later.source.figure} it is ${told}${elsewhere}.`,
      },
    };
  }
}

/** The count of a percentage, or the percentage of a count, printed elsewhere. */
function isOtherHalf(other: Observation, change: Observation): boolean {
  return (
    other.statistic === 'change' &&
    other.unit !== change.unit &&
    thingOf(other) === thingOf(change) &&
    other.period === change.period &&
    other.baseline === change.baseline
  );
}

function percent(earlier: Observation, later: Observation): number {
  return Number((((later.value - earlier.value) / earlier.value) * 100).toFixed(1));
}

/** A column of changes in which a row has none, though both its levels are printed and differ. */
function* emptyCells({ rows, columns }: FigureTable): Generator<Comparison> {
  for (const [column, figures] of columns) {
    const changes = figures.filter(({ statistic }) => statistic === 'change');
    const pattern = changes[0] && levelColumns(rows.get(changes[0].source.table!.row) ?? []);
    if (changes.length < 2 || !pattern) continue;
    for (const row of rows.values()) {
      if (row.some(({ source }) => source.table!.col === column)) continue;
      const misfit = emptyCell(row, pattern, changes[0]!);
      if (misfit) yield misfit;
    }
  }
}

/** Where a row has its two levels, and in which unit. */
interface LevelColumns {
  readonly earlier: number;
  readonly later: number;
  readonly unit: string;
}

/** The columns of the two levels of a row; null where it has not two. */
function levelColumns(row: readonly Observation[]): LevelColumns | null {
  const change = row.find(({ statistic, baseline }) => statistic === 'change' && baseline !== null);
  const at = (period: string | null | undefined) =>
    row.find((level) => level.statistic === 'level' && level.period === period);
  const [earlier, later] = [at(change?.baseline), at(change?.period)];
  if (!earlier || !later) return null;
  return { earlier: earlier.source.table!.col, later: later.source.table!.col, unit: later.unit };
}

/** Counts that percentages are often left out of. */
const FEW = 30;

function emptyCell(row: readonly Observation[], pattern: LevelColumns, model: Observation): Comparison | null {
  const at = (column: number) =>
    row.find(({ source, statistic }) => statistic === 'level' && source.table!.col === column);
  const [earlier, later] = [at(pattern.earlier), at(pattern.later)];
  if (!earlier || !later || earlier.unit !== later.unit || earlier.value === 0) return null;
  if (earlier.unit !== pattern.unit) return null;
  // Of few, many papers print no percentage.
  if (model.unit === 'percent' && Math.max(earlier.value, later.value) < FEW) return null;
  const expected = model.unit === 'percent' ? percent(earlier, later) : clean(later.value - earlier.value);
  const decimals = /\.(\d+)/.exec(model.source.figure)?.[1]?.length ?? 0;
  // A dash may stand for no change.
  if (Number(expected.toFixed(decimals)) === 0) return null;
  const unit = model.unit === 'percent' ? '%' : '';
  const column = columnHeaderOf(model) || 'the change';
  return {
    observations: [earlier, later],
    misfit: {
      expected: Number(expected.toFixed(Math.max(decimals, 1))),
      explain: `${subject(later)}: the row "${rowHeaderOf(later)}" has no figure for "${column}"; from ${earlier.source.figure} to ${later.source.figure} it is ${number(expected)}${unit}.`,
    },
  };
}
