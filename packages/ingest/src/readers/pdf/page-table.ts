import type { Box } from '@scrutineer/model';
import type { Line, Page, Run } from './page.ts';

/** A table as one page shows it, before its text is joined and before it is continued on the next page. */
export interface PageTable {
  readonly page: number;
  readonly box: Box;
  /** x of the columns' edges, one more than there are columns. */
  readonly columnEdges: readonly number[];
  readonly rows: number;
  readonly cells: readonly PageTableCell[];
}

export interface PageTableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly lines: readonly Line[];
}

/** A page between its neighbours, which tell whether a single row at its edge is part of a table. */
export interface PageInContext {
  readonly page: Page;
  readonly before: Page | undefined;
  readonly after: Page | undefined;
}

/** What a table finder gives: its tables, and the runs that are in none of them. */
export interface FoundTables {
  readonly tables: readonly PageTable[];
  readonly rest: readonly Run[];
}

/** One way to find tables, among the runs of a page that no table holds yet. */
export type TableFinder = (context: PageInContext, runs: readonly Run[]) => FoundTables;
