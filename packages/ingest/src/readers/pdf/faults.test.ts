import { pageOf } from '../../testing/print.ts';
import { readAligned } from './aligned/aligned-tables.ts';
import { faults } from './faults.ts';
import { linesOf } from './lines.ts';
import type { PageTable } from './page-table.ts';

const page = pageOf(`
  Measure         2018      2019
  Theft          1,020     1,122
  Robbery          210       137
`);
const aligned = readAligned(page, page.runs)[0]!.table;

/** The same text as a single cell. */
const oneCell: PageTable = {
  ...aligned,
  columnEdges: [aligned.columnEdges[0]!, aligned.columnEdges.at(-1)!],
  rows: 1,
  cells: [
    { ...aligned.cells[0]!, row: 0, column: 0, rowSpan: 1, colSpan: 1, box: aligned.box, lines: linesOf(page.runs) },
  ],
};

describe('the score of a reading', () => {
  test('counts nothing against a table whose texts stand alone in their cells', () => {
    expect(faults(aligned, [], false)).toBe(0);
  });

  test('counts each figure that stands apart within a cell', () => {
    expect(faults(oneCell, [], true)).toBe(6);
  });

  test('counts a ruling through the text of a cell', () => {
    const [cell] = aligned.cells;
    const [left, top, right, bottom] = cell!.lines[0]!.box;
    const through = { axis: 'horizontal', at: (top + bottom) / 2, from: left - 5, to: right + 5 } as const;
    expect(faults(aligned, [through], false)).toBe(1);
  });
});
