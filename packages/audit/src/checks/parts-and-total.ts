import { meets, type Observation, printedInterval, sumOf } from '@scrutineer/model';
import type { Comparison, Misfit, PaperCheck } from '../check.ts';
import { asPrinted, clean, relativeDifference } from '../numbers.ts';
import { isOfWhich, isTotal, partSets } from '../relations/parts.ts';
import { columnHeaderOf, type FigureTable, rowHeaderOf } from '../relations/tables.ts';
import { subject } from '../relations/thing.ts';

/** The parts of a table add up to its total, down the columns and along the rows. */
export const partsAndTotal: PaperCheck = {
  rule: 'parts-and-total',
  severity: 'error',
  needs: 'a table with a row or a column of totals',
  about: 'The parts of a table must add up to its total.',
  *compare({ observations, tables }) {
    for (const table of tables) {
      yield* compareTotals([...table.columns.values()].flatMap(linesOfColumn), downwards(table, observations));
      yield* compareTotals([...table.rows.values()].flatMap(lineOfRow), ALONG_ROWS);
    }
  },
};

/** Figures that could add up: of one kind, with the place of each along the row or column. */
interface Line {
  readonly figures: readonly Observation[];
}

/** How the places of a line are named and numbered. */
interface Direction {
  readonly place: (figure: Observation) => number;
  readonly header: (figure: Observation) => string;
  /** Places whose header names a total, or the whole area that the others are parts of. */
  readonly isTotal: (figure: Observation) => boolean;
}

/** "Jan | … | Dec | Year". */
function isTotalColumn(header: string): boolean {
  return isTotal(header) || /^\W*(?:full |whole )?year\W*$/i.test(header);
}

const ALONG_ROWS: Direction = {
  place: ({ source }) => source.table!.col,
  header: columnHeaderOf,
  isTotal: (figure) => isTotalColumn(figure.source.table!.columnHeader.at(-1) ?? ''),
};

/** A row named like the paper's whole area, beside rows of districts, is their total. */
function downwards({ index, rows }: FigureTable, observations: readonly Observation[]): Direction {
  const areas = [...rows.values()].map((figures) => figures[0]!.area?.label ?? null);
  const distinct = new Set(areas);
  const last = distinct.size > 2 && distinct.size === areas.length ? (areas.at(-1) ?? null) : null;
  const whole = last !== null && last === areaBeside(index, observations) ? last : null;
  return {
    place: ({ source }) => source.table!.row,
    header: rowHeaderOf,
    isTotal: (figure) => isTotal(rowHeaderOf(figure)) || (whole !== null && figure.area?.label === whole),
  };
}

/** The area that most of a paper's figures outside a table are of; null where there are none. */
function areaBeside(index: number, observations: readonly Observation[]): string | null {
  const others = observations.filter(({ source, area }) => source.table?.index !== index && area !== null);
  const counted = [...Map.groupBy(others, ({ area }) => area!.label)];
  const [most] = counted.toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

/** Units of which parts can be added. Percentages and rates cannot. */
const ADDITIVE = /^(?:count|GBP|hours|days|minutes|miles)$/;

/** Columns hold levels, or changes in counts: one line for each unit. */
function linesOfColumn(column: readonly Observation[]): Line[] {
  const adding = column.filter(
    ({ unit, statistic }) =>
      ADDITIVE.test(unit) && (statistic === 'level' || statistic === 'change' || statistic === 'forecast'),
  );
  return [...Map.groupBy(adding, ({ unit, statistic }) => `${unit} ${statistic}`).values()]
    .filter(
      (figures) =>
        figures.length >= 3 && new Set(figures.map(({ source }) => source.table!.row)).size === figures.length,
    )
    .map((figures) => ({ figures }));
}

/** The levels of one row, of any unit: rates of single years are added up too. */
function lineOfRow(row: readonly Observation[]): Line[] {
  const levels = row.filter(({ statistic, unit }) => statistic === 'level' && unit !== 'percent');
  const kind = levels[0]?.unit;
  return levels.length >= 3 && levels.every(({ unit }) => unit === kind) ? [{ figures: levels }] : [];
}

/** One total of a line with figures that may be its parts. */
interface Sum {
  readonly total: Observation;
  readonly parts: readonly Observation[];
}

/**
 * Whether the totals of several lines are their sums. Which places are the parts of a total is not printed: of the
 * ways to choose them the one is taken that fits the most lines, and lines that it does not fit are misfits. Where it
 * fits none, only a total that is nearly the sum of all is.
 */
function* compareTotals(lines: readonly Line[], direction: Direction): Generator<Comparison> {
  const totals = Map.groupBy(
    lines.flatMap((line) => line.figures.filter(direction.isTotal).map((total) => ({ line, total }))),
    ({ total }) => direction.place(total),
  );
  for (const [place, candidates] of totals) {
    const sets = partSets(
      lines.map(({ figures }) =>
        figures.map((figure) => ({
          place: direction.place(figure),
          value: figure.value,
          isTotal: direction.isTotal(figure),
          isOfWhich: isOfWhich(direction.header(figure)),
        })),
      ),
      place,
    );
    const ways = sets
      .map((places) => candidates.flatMap(({ line, total }) => sumAt(line, total, places, direction)))
      .filter(({ length }) => length > 0);
    const best = ways.toSorted(
      (a, b) => fitting(b).length - fitting(a).length || b[0]!.parts.length - a[0]!.parts.length,
    )[0];
    if (best) yield* comparisonsOf(best);
  }
}

/** The sum over the given places of a line; nothing where too few of them are printed. */
function sumAt({ figures }: Line, total: Observation, places: ReadonlySet<number>, direction: Direction): Sum[] {
  const parts = figures.filter((figure) => places.has(direction.place(figure)) && figure !== total);
  return parts.length >= 2 && parts.length === places.size ? [{ total, parts }] : [];
}

function fits({ total, parts }: Sum): boolean {
  return meets(sumOf(parts.map(printedInterval)), printedInterval(total));
}

function fitting(sums: readonly Sum[]): Sum[] {
  return sums.filter(fits);
}

/** How far from the sum of its parts a lone total may be to be taken for their total all the same. */
const NEARLY = 0.1;

function* comparisonsOf(sums: readonly Sum[]): Generator<Comparison> {
  const good = fitting(sums);
  // A rate that is no sum fits none of the lines; two or more lines that fit show that the others should.
  const isSum = good.length > 0 && good.length >= (sums.length - good.length) / 2;
  for (const sum of sums) {
    const observations = [...sum.parts, sum.total];
    if (good.includes(sum)) yield { observations, misfit: null };
    else if (isSum) yield { observations, misfit: misfitOf(sum, 'error') };
    else if (sums.length === 1 && isButForSign(sum)) yield { observations, misfit: misfitOf(sum, 'error') };
    else if (sums.length === 1 && isNear(sum)) yield { observations, misfit: misfitOf(sum, 'warning') };
  }
}

/** As many parts as months are no chance neighbours of their total. */
const MONTHS = 12;
const NEARLY_OF_MANY = 0.25;

function isNear({ total, parts }: Sum): boolean {
  const sum = parts.reduce((whole, { value }) => whole + value, 0);
  const near = parts.length >= MONTHS ? NEARLY_OF_MANY : NEARLY;
  return parts.length >= 3 && relativeDifference(sum, total.value) <= near;
}

/** A total of numbers one of which has a sign that it should not have. */
function isButForSign({ total, parts }: Sum): boolean {
  const unsigned = parts.map((part) => printedInterval({ ...part, value: Math.abs(part.value) }));
  return parts.some(({ value }) => value < 0) && meets(sumOf(unsigned), printedInterval(total));
}

function misfitOf({ total, parts }: Sum, severity: 'error' | 'warning'): Misfit {
  const expected = clean(parts.reduce((sum, { value }) => sum + value, 0));
  return {
    severity,
    expected,
    explain: `${subject(total)}: the ${parts.length} parts printed with it (${listed(parts)}) add up to ${asPrinted(expected, total)}, but the total is printed as ${total.source.figure}.`,
  };
}

/** The first figures of a long list. */
function listed(parts: readonly Observation[]): string {
  const figures = parts.map(({ source }) => source.figure);
  return figures.length > 6 ? `${figures.slice(0, 5).join(', ')} and others` : figures.join(', ');
}
