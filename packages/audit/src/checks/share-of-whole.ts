import { meets, type Observation, percentOf, printedInterval, sumOf, type ValueInterval } from '@scrutineer/model';
import type { Comparison, Misfit, PaperCheck } from '../check.ts';
import { number } from '../numbers.ts';
import { isTotal } from '../relations/parts.ts';
import { sentencesOf, wordsBetween } from '../relations/sentence.ts';
import { type FigureTable, rowHeaderOf } from '../relations/tables.ts';
import { subject } from '../relations/thing.ts';

/** A share is the part divided by the whole. */
export const shareOfWhole: PaperCheck = {
  rule: 'share-of-whole',
  severity: 'error',
  needs: 'a percentage beside a part and its whole: "56 of 82 (68%)", or a column of shares beside amounts',
  about: 'A share must be the part divided by the whole.',
  *compare({ observations, tables }) {
    for (const sentence of sentencesOf(observations)) {
      yield* compareInSentence(sentence);
      yield* compareRepresented(sentence);
      yield* comparePartOf(sentence);
    }
    for (const table of tables) {
      yield* compareInTable(table);
      yield* compareRatios(table);
    }
  },
};

/** "56 of 82 (68%)", "56 out of the 82 (68%)": what stands between the part and the whole. */
const OUT_OF = /^\s*(?:[a-z]+\s){0,2}(?:out\s+)?of\s+(?:the\s+|all\s+|a\s+total\s+of\s+)?$/i;
/** What stands between a percentage and the part beside it: a word or two, or all that it is a share of and a bracket. */
const BESIDE = /^\s*(?:[a-z]+\s+){0,2}(?:[(,;–-]+\s*)?(?:or\s+)?$|^[^()\d;.]{0,90}\(\s*$/i;

function* compareInSentence(sentence: readonly Observation[]): Generator<Comparison> {
  const levels = sentence.filter(({ statistic }) => statistic === 'level');
  for (const [index, part] of levels.entries()) {
    const whole = levels[index + 1];
    if (!whole || part.unit !== whole.unit || part.unit === 'percent' || part.value > whole.value) continue;
    if (!OUT_OF.test(wordsBetween(part, whole) ?? 'unknown')) continue;
    const share = [levels[index + 2], levels[index - 1]].find(
      (one) => one?.unit === 'percent' && (one === levels[index - 1] ? beside(one, part) : beside(whole, one)),
    );
    if (share) yield compared(share, part, whole, printedInterval(whole));
  }
}

/** "64,211, represented 40.5% of the 158,604 crimes": the part, what it makes up, and the whole. */
const MAKES_UP = /\b(?:represent|account|ma[dk]e|making|compris|equat|constitut|form)/i;

function* compareRepresented(sentence: readonly Observation[]): Generator<Comparison> {
  const levels = sentence.filter(({ statistic }) => statistic === 'level');
  for (const [index, share] of levels.entries()) {
    const [part, whole] = [levels[index - 1], levels[index + 1]];
    if (share.unit !== 'percent' || !part || !whole || part.unit !== 'count' || whole.unit !== 'count') continue;
    if (!MAKES_UP.test(wordsBetween(part, share) ?? '') || !OUT_OF.test(wordsBetween(share, whole) ?? 'unknown'))
      continue;
    if (part.value <= whole.value) yield compared(share, part, whole, printedInterval(whole));
  }
}

/** "Of the 296 requests, 341 were upheld": no part is more than what it is of. */
function* comparePartOf(sentence: readonly Observation[]): Generator<Comparison> {
  const [whole, part] = sentence.filter(({ statistic, unit }) => statistic === 'level' && unit === 'count');
  if (!whole || !part || !/^\W*(?:out )?of (?:the|these|those|all) $/i.test(wordsBefore(whole))) return;
  const words = wordsBetween(whole, part) ?? '(';
  if (/[().;]|\b(?:and|than)\b/.test(words)) return;
  const explain = `${subject(part)}: ${part.source.figure} are printed as part of ${whole.source.figure}.`;
  const isMore = printedInterval(part).low > printedInterval(whole).high;
  yield { observations: [whole, part], misfit: isMore ? { expected: null, explain } : null };
}

function wordsBefore({ source: { quote, figure } }: Observation): string {
  return quote.slice(0, Math.max(0, quote.indexOf(figure)));
}

function beside(first: Observation, second: Observation): boolean {
  return BESIDE.test(wordsBetween(first, second) ?? 'unknown and far');
}

function compared(share: Observation, part: Observation, whole: Observation, base: ValueInterval): Comparison {
  const computed = percentOf(printedInterval(part), base);
  const observations = [part, whole, share];
  if (computed === null || meets(computed, printedInterval(share))) return { observations, misfit: null };
  return { observations, misfit: misfitOf(share, part, whole.source.figure, (part.value / whole.value) * 100) };
}

function misfitOf(share: Observation, part: Observation, whole: string, percent: number): Misfit {
  const expected = Number(percent.toFixed(1));
  return {
    expected,
    explain: `${subject(part)}: ${part.source.figure} of ${whole} is ${number(expected)}%, but ${share.source.figure} is printed.`,
  };
}

/** An amount of a row with its share. */
interface SharedRow {
  readonly part: Observation;
  readonly share: Observation;
}

/** What the shares of a column are of: a printed total, or the sum of the rows that have a share. */
interface Base extends ValueInterval {
  readonly total: Observation | null;
}

/** A column of shares beside a column of amounts: the base that fits the most rows is theirs. */
function* compareInTable(table: FigureTable): Generator<Comparison> {
  for (const [amounts, shares] of columnPairs(table)) {
    const rows = rowsOf(amounts, shares);
    if (rows.length < 3) continue;
    const bases = basesOf(amounts, rows);
    const best = bases.toSorted((a, b) => fittingRows(rows, b).length - fittingRows(rows, a).length)[0];
    if (!best) continue;
    const fitting = fittingRows(rows, best);
    // Most rows must agree, else the shares are of something that the table does not print.
    if (fitting.length < 2 || fitting.length < rows.length * 0.6) continue;
    for (const row of rows) {
      const observations = [row.part, row.share, ...(best.total ? [best.total] : [])];
      yield { observations, misfit: fitting.includes(row) ? null : tableMisfit(row, best) };
    }
    const total = amounts.find((amount) => isTotal(rowHeaderOf(amount)));
    if (best.total === null && total) yield unprintedBase(rows, total, best);
  }
}

function columnPairs({ columns }: FigureTable): [Observation[], Observation[]][] {
  const lists = [...columns.values()].map((column) => column.filter(({ statistic }) => statistic === 'level'));
  return lists.flatMap((shares, index) => {
    const amounts = lists
      .slice(0, index)
      .findLast((list) => list.length >= 3 && list.every(({ unit }) => unit !== 'percent'));
    const isShare = shares.length >= 3 && shares.every(({ unit }) => unit === 'percent');
    return isShare && amounts ? [[amounts, shares]] : [];
  });
}

function rowsOf(amounts: readonly Observation[], shares: readonly Observation[]): SharedRow[] {
  return shares.flatMap((share) => {
    const part = amounts.find(({ source }) => source.table!.row === share.source.table!.row);
    return part ? [{ part, share }] : [];
  });
}

/** What looks like a subtotal may be one by chance, so the sum with it and the sum without it may both be the base. */
function basesOf(amounts: readonly Observation[], rows: readonly SharedRow[]): Base[] {
  const parts = new Set(rows.filter(({ share }) => share.value < 99).map(({ part }) => part));
  const printed = amounts.filter((amount) => !parts.has(amount)).map((total) => ({ total, ...printedInterval(total) }));
  const all = rows.filter(({ part }) => !isTotal(rowHeaderOf(part)));
  const sums = [all, all.filter(({ part }) => !isSumOfOthers(part, rows))].map((added) => ({
    total: null,
    ...sumOf(added.map(({ part }) => printedInterval(part))),
  }));
  return [...printed, ...sums];
}

/** Whether a row holds the rows just above it. */
function isSumOfOthers(part: Observation, rows: readonly SharedRow[]): boolean {
  const index = rows.findIndex((row) => row.part === part);
  return rows
    .slice(0, Math.max(0, index - 1))
    .some((_, first) =>
      meets(sumOf(rows.slice(first, index).map((row) => printedInterval(row.part))), printedInterval(part)),
    );
}

function fittingRows(rows: readonly SharedRow[], base: Base): SharedRow[] {
  return rows.filter(({ part, share }) => {
    const computed = percentOf(printedInterval(part), base);
    return computed !== null && meets(computed, printedInterval(share));
  });
}

function tableMisfit({ part, share }: SharedRow, base: Base): Misfit {
  const whole = (base.low + base.high) / 2;
  return misfitOf(share, part, base.total?.source.figure ?? number(whole), (part.value / whole) * 100);
}

function unprintedBase(rows: readonly SharedRow[], total: Observation, base: Base): Comparison {
  const shares = rows.map(({ share }) => share);
  const first = rows[0]!;
  return {
    observations: [...shares, total],
    misfit: {
      severity: 'info',
      expected: Number(((first.part.value / total.value) * 100).toFixed(1)),
      explain: `${subject(total)}: the percentages are of ${number((base.low + base.high) / 2)}, which is not printed, and not of the printed total ${total.source.figure}.`,
    },
  };
}

/** Rows that must agree before a column of percentages is taken for the ratio of two others. */
const FEWEST_RATIOS = 4;

/** "Searches | Positive outcomes | Positive outcome rate": a percentage that is one amount of its row by another. */
function* compareRatios({ columns }: FigureTable): Generator<Comparison> {
  const lists = [...columns.values()].map((column) => column.filter(({ statistic }) => statistic === 'level'));
  const percents = lists.filter((list) => list.length >= FEWEST_RATIOS && list.every(({ unit }) => unit === 'percent'));
  const amounts = lists.filter((list) => list.length >= FEWEST_RATIOS && list.every(({ unit }) => unit === 'count'));
  for (const shares of percents) {
    const ways = amounts.flatMap((parts) =>
      amounts.filter((wholes) => wholes !== parts).map((wholes) => ratiosOf(parts, wholes, shares)),
    );
    const best = ways.toSorted((a, b) => b.filter(isRatio).length - a.filter(isRatio).length)[0] ?? [];
    const fitting = best.filter(isRatio);
    if (fitting.length < FEWEST_RATIOS || best.length - fitting.length > 1) continue;
    for (const row of best) {
      const { part, whole, share } = row;
      const misfit = isRatio(row) ? null : misfitOf(share, part, whole.source.figure, (part.value / whole.value) * 100);
      yield { observations: [part, whole, share], misfit };
    }
  }
}

interface Ratio {
  readonly part: Observation;
  readonly whole: Observation;
  readonly share: Observation;
}

function ratiosOf(
  parts: readonly Observation[],
  wholes: readonly Observation[],
  shares: readonly Observation[],
): Ratio[] {
  const inRow = (list: readonly Observation[], row: number) => list.find(({ source }) => source.table!.row === row);
  return shares.flatMap((share) => {
    const part = inRow(parts, share.source.table!.row);
    const whole = inRow(wholes, share.source.table!.row);
    return part && whole ? [{ part, whole, share }] : [];
  });
}

function isRatio({ part, whole, share }: Ratio): boolean {
  const computed = percentOf(printedInterval(part), printedInterval(whole));
  return computed !== null && meets(computed, printedInterval(share));
}
