import type { GridCell } from './grid.ts';
import type { Line } from './line.ts';
import type { SectionReading } from './reading.ts';
import type { LineRole } from './roles.ts';

/** A cell with the lines it stands in and what they make of it. */
export interface Cell {
  readonly reading: SectionReading;
  readonly cell: GridCell;
  readonly row: Line;
  readonly column: Line;
  /** The unit that a column of units gives to its row; null where there is none. */
  readonly rowUnit: string | null;
  /** Of the column, or of the row where the columns are all levels. */
  readonly lineRole: LineRole;
  /** The role is the row's. */
  readonly byRow: boolean;
}
