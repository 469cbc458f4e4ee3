import type { PaperContext } from '../context.ts';
import type { TablePassage } from '../document.ts';
import type { Interval } from '../periods/calendar.ts';
import type { CellValue } from './figures.ts';
import type { Grid } from './grid.ts';
import type { HeaderText } from './header-text.ts';
import type { Line } from './line.ts';
import type { AxisPeriods } from './line-periods.ts';
import type { LineRole } from './roles.ts';
import type { Section } from './rows.ts';
import type { Topic } from './topic.ts';

/** A section of a table with all that its cells are read by. */
export interface SectionReading {
  readonly passage: TablePassage;
  readonly context: PaperContext;
  readonly grid: Grid;
  readonly topic: Topic;
  readonly section: Section;
  /** The title rows above, outermost first. */
  readonly titles: readonly HeaderText[];
  /** The period that a title row states; null where none does. */
  readonly period: Interval | null;
  /** By their index in the grid. */
  readonly columns: ReadonlyMap<number, Line>;
  readonly rows: ReadonlyMap<number, Line>;
  readonly columnRoles: ReadonlyMap<number, LineRole>;
  /** Only where the columns are all levels: rows such as "Change". */
  readonly rowRoles: ReadonlyMap<number, LineRole>;
  /** The name of the only column of levels that has one; null where there are none or several. */
  readonly onlyLevel: string | null;
  readonly columnPeriods: AxisPeriods;
  readonly rowPeriods: AxisPeriods;
  readonly at: (row: number, column: number) => CellValue | null;
}
