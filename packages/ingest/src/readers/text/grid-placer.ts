/** Places cells on a grid as they come, row by row: each in the first column that no merged cell from above covers. */
export interface GridPlacer {
  /** Gives the column of a cell. A cell whose columns are partly covered is moved to where all of them are free. */
  readonly place: (row: number, rowSpan: number, colSpan: number) => number;
  /** Number of columns used so far. */
  readonly columns: () => number;
}

export function gridPlacer(): GridPlacer {
  /** For each column, the first row that is free in it. */
  const free: number[] = [];
  let current = -1;
  let next = 0;
  return {
    place: (row, rowSpan, colSpan) => {
      if (row !== current) next = 0;
      current = row;
      const column = firstFree(free, row, next, colSpan);
      for (let covered = column; covered < column + colSpan; covered += 1) free[covered] = row + rowSpan;
      next = column + colSpan;
      return column;
    },
    columns: () => free.length,
  };
}

function firstFree(free: readonly number[], row: number, from: number, colSpan: number): number {
  let column = from;
  for (let offset = 0; offset < colSpan; ) {
    if ((free[column + offset] ?? 0) > row) {
      column += offset + 1;
      offset = 0;
    } else offset += 1;
  }
  return column;
}
