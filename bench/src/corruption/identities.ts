import type { Observation } from '@scrutineer/model';
import { printedValue } from './corrupt.ts';

/**
 * Whether printed figures alone show that one has gone wrong: an identity that it took part in as printed holds no
 * longer. Told from the places and digits of the figures, without their measures and periods, and by other code than
 * the audit's: a row or a sentence whose figures make a difference or a percentage, a column that adds up, the same
 * value printed twice for one statement.
 *
 * @param wrong how the figure is printed now
 * @param all the figures of its paper
 */
export function isDetectable(figure: Observation, wrong: string, all: readonly Observation[]): boolean {
  const before = printedValue(figure.source.figure);
  const after = printedValue(wrong);
  const identities = [...rowIdentities(figure, all), ...columnIdentities(figure, all), ...repetitions(figure, all)];
  return identities.some((holds) => holds(before) && !holds(after));
}

/** Whether an identity holds with another value in the place of the figure. */
type Identity = (value: number) => boolean;

/** Half a unit of the last digit that a figure prints. */
function slack(figure: string): number {
  const decimals = /\.(\d+)/.exec(figure)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}

/** a + b = c and c = 100 (b - a) / a among the figures of one row or sentence. */
function rowIdentities(figure: Observation, all: readonly Observation[]): Identity[] {
  const beside = all.filter((other) => isBeside(figure, other));
  const numbers = beside.map(({ source, unit, statistic }) => ({
    value: printedValue(source.figure),
    slack: unit === 'count' && !source.figure.includes('.') ? 1e-9 : slack(source.figure),
    isPercent: unit === 'percent',
    isChange: statistic === 'change',
    unit,
  }));
  const own = beside.indexOf(figure);
  const identities: Identity[] = [];
  for (const [i, a] of numbers.entries()) {
    for (const [j, b] of numbers.entries()) {
      for (const [k, c] of numbers.entries()) {
        if (i === j || j === k || i === k || ![i, j, k].includes(own)) continue;
        if (a.isChange || b.isChange || !c.isChange || a.unit !== b.unit) continue;
        const at = (index: number, value: number) => (index === own ? value : numbers[index]!.value);
        if (c.isPercent) {
          identities.push((value) => {
            const [from, to, percent] = [at(i, value), at(j, value), at(k, value)];
            return (
              from > 0 && Math.abs((100 * (to - from)) / from - percent) <= c.slack + (100 * (a.slack + b.slack)) / from
            );
          });
        } else {
          const room = a.slack + b.slack + c.slack;
          identities.push((value) => Math.abs(at(j, value) - at(i, value) - at(k, value)) <= room);
        }
      }
    }
  }
  return identities;
}

function isBeside(a: Observation, b: Observation): boolean {
  const [one, other] = [a.source.table, b.source.table];
  if (one || other) return one?.index === other?.index && one?.row === other?.row;
  return a.source.quote === b.source.quote;
}

/** The last figure of a column is the sum of those above it. */
function columnIdentities(figure: Observation, all: readonly Observation[]): Identity[] {
  const { table } = figure.source;
  if (!table || !/^(?:count|GBP)$/.test(figure.unit)) return [];
  const column = all.filter(
    ({ source, statistic, unit }) =>
      source.table?.index === table.index &&
      source.table.col === table.col &&
      statistic === figure.statistic &&
      unit === figure.unit,
  );
  if (column.length < 4) return [];
  const own = column.indexOf(figure);
  const room = column.reduce((sum, { source }) => sum + (source.figure.includes('.') ? slack(source.figure) : 0), 1e-9);
  return [
    (value) => {
      const values = column.map(({ source }, index) => (index === own ? value : printedValue(source.figure)));
      const total = values.pop()!;
      return Math.abs(values.reduce((sum, each) => sum + each, 0) - total) <= room;
    },
  ];
}

/** The same value at two places for the same statement. */
function repetitions(figure: Observation, all: readonly Observation[]): Identity[] {
  const said = ({ measure, area, period, baseline, statistic, unit }: Observation) =>
    JSON.stringify([measure.id ?? measure.label, area, period, baseline, statistic, unit]);
  if (!figure.period) return [];
  const twins = all.filter((other) => other !== figure && said(other) === said(figure) && !isBeside(figure, other));
  return twins.map((twin) => {
    const there = Math.abs(printedValue(twin.source.figure));
    const room = slack(figure.source.figure) + slack(twin.source.figure);
    const exact = figure.unit === 'count';
    return (value: number) => Math.abs(Math.abs(value) - there) <= (exact ? 1e-9 : room);
  });
}
