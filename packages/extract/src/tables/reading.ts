import type { PaperContext } from '../context.ts';
import type { TablePassage } from '../document.ts';
import type { Interval } from '../periods/calendar.ts';
import type { Column } from './column.ts';
import type { TableColumns } from './columns.ts';
import type { Grid, GridCell } from './grid.ts';
import type { RowLabel } from './row-label.ts';
import type { Section } from './rows.ts';
import type { Topic } from './topic.ts';

export interface SectionReading {
  readonly passage: TablePassage;
  readonly context: PaperContext;
  readonly grid: Grid;
  readonly topic: Topic;
  readonly section: Section;
  readonly periodRows: boolean;
}

export interface CellReading extends SectionReading {
  readonly columns: TableColumns;
  readonly column: Column;
  readonly cell: GridCell;
  readonly row: number;
  readonly label: RowLabel;
  readonly rowPeriod: Interval | null;
}
