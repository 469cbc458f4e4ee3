import type { Observation } from '@scrutineer/model';

/** The figures of one table of a paper, by row and by column. */
export interface FigureTable {
  /** The table's number in the paper, from 0. */
  readonly index: number;
  /** By row, top down; each in the order of the columns. */
  readonly rows: ReadonlyMap<number, readonly Observation[]>;
  /** By column, from the left; each top down. */
  readonly columns: ReadonlyMap<number, readonly Observation[]>;
}

/** The tables that figures stand in, in reading order. */
export function tablesOf(observations: readonly Observation[]): FigureTable[] {
  const inTables = observations.filter(({ source }) => source.table !== null);
  return [...Map.groupBy(inTables, ({ source }) => source.table!.index)].map(([index, figures]) => ({
    index,
    rows: ordered(Map.groupBy(figures, ({ source }) => source.table!.row)),
    columns: ordered(Map.groupBy(figures, ({ source }) => source.table!.col)),
  }));
}

function ordered<Value>(groups: ReadonlyMap<number, Value>): Map<number, Value> {
  return new Map([...groups].sort(([a], [b]) => a - b));
}

/** The header of the row that a figure stands in, as printed; empty outside tables. */
export function rowHeaderOf({ source }: Observation): string {
  return source.table?.rowHeader.join(' ') ?? '';
}

/** The header of the column that a figure stands in, as printed; empty outside tables. */
export function columnHeaderOf({ source }: Observation): string {
  return source.table?.columnHeader.join(' ') ?? '';
}

/** Whether two figures stand in one row of one table. */
export function sameRow(a: Observation, b: Observation): boolean {
  return (
    a.source.table !== null &&
    a.source.table.index === b.source.table?.index &&
    a.source.table.row === b.source.table.row
  );
}
