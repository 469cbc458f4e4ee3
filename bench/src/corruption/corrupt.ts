import type { Observation } from '@scrutineer/model';

/** How a figure is made wrong: as typists and spreadsheets do. */
export const KINDS = ['digit-swap', 'dropped-digit', 'sign-flip', 'wrong-row', 'stale-value'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * The figure as it is printed when it has gone wrong.
 *
 * @returns null where it cannot go wrong in this way
 */
export function corrupted(
  figure: Observation,
  kind: Kind,
  all: readonly Observation[],
  random: () => number,
): string | null {
  const printed = figure.source.figure;
  if (!/\d/.test(printed)) return null;
  const wrong = CORRUPTIONS[kind](figure, all, random);
  return wrong !== null && printedValue(wrong) !== printedValue(printed) ? wrong : null;
}

const CORRUPTIONS: Readonly<
  Record<Kind, (figure: Observation, all: readonly Observation[], random: () => number) => string | null>
> = {
  'digit-swap': ({ source }, _, random) => {
    const places = [...source.figure].flatMap((digit, index) => {
      const next = source.figure[index + 1] ?? '';
      const leads = !/\d/.test(source.figure.slice(0, index)) && next === '0';
      return /\d/.test(digit) && /\d/.test(next) && digit !== next && !leads ? [index] : [];
    });
    if (places.length === 0) return null;
    const at = oneOf(places, random);
    const { figure } = source;
    return `${figure.slice(0, at)}${figure[at + 1]}${figure[at]}${figure.slice(at + 2)}`;
  },
  'dropped-digit': ({ source: { figure } }, _, random) => {
    const places = [...figure].flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
    if (places.length < 2) return null;
    const at = oneOf(places, random);
    const left = grouped(figure.slice(0, at) + figure.slice(at + 1), figure.includes(','));
    // Nobody prints "3.%", ".5" or "05".
    return /\.(?!\d)|(?<!\d)\.|(?<![\d.])0\d/.test(left) ? null : left;
  },
  'sign-flip': ({ source, statistic }) => {
    if (statistic !== 'change') return null;
    if (source.figure.startsWith('-')) return source.figure.replace('-', '+');
    return source.figure.startsWith('+') ? source.figure.replace('+', '-') : null;
  },
  'wrong-row': (figure, all, random) => {
    const { table } = figure.source;
    if (!table) return null;
    return otherFigure(figure, all, random, (other) => other?.col === table.col && other.row !== table.row);
  },
  'stale-value': (figure, all, random) => {
    const { table } = figure.source;
    if (!table || figure.statistic !== 'level') return null;
    return otherFigure(figure, all, random, (other) => other?.row === table.row && other.col !== table.col);
  },
};

/** A figure of the same table and kind. */
function otherFigure(
  figure: Observation,
  all: readonly Observation[],
  random: () => number,
  isMeant: (place: Observation['source']['table']) => boolean,
): string | null {
  const others = all.filter(
    (other) =>
      other.source.table?.index === figure.source.table?.index &&
      other.statistic === figure.statistic &&
      other.unit === figure.unit &&
      isMeant(other.source.table),
  );
  return others.length > 0 ? oneOf(others, random).source.figure : null;
}

/** What a digit was taken from, with its thousands set apart as before. */
function grouped(figure: string, isGrouped: boolean): string {
  if (!isGrouped) return figure;
  return figure.replace(/\d(?:[\d,]*\d)?/, (digits) => Number(digits.replaceAll(',', '')).toLocaleString('en-GB'));
}

/** The number that a figure prints. */
export function printedValue(figure: string): number {
  const sign = /^\s*[-−–(]/.test(figure) ? -1 : 1;
  return sign * Number(figure.replace(/[^\d.]/g, ''));
}

/** One of a list. */
export function oneOf<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)]!;
}
