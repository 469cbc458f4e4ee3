import { type Block, leafText, type PaperTree, type Table, type TableCell } from '@scrutineer/model';
import { oneLine } from './output/one-line.ts';
import { textWidth } from './output/text-width.ts';

/** Every table of a paper in reading order, those inside lists too. */
export function tablesOf(tree: PaperTree): Table[] {
  return tree.children.flatMap(tablesOfBlock);
}

function tablesOfBlock(block: Block): Table[] {
  if (block.type === 'table') return [block];
  if (block.type !== 'list') return [];
  return block.children.flatMap((item) => item.children.flatMap(tablesOfBlock));
}

/** The tables as `tables --format json` prints them; rows and columns from 0. */
export function tablesAsJson(tables: readonly Table[]) {
  return { tables: tables.map(tableAsJson) };
}

function tableAsJson({ title, parts, children }: Table) {
  const [first] = parts;
  return {
    page: first?.page ?? null,
    bbox: first?.box ?? null,
    title,
    parts: parts.map(({ page, box }) => ({ page, bbox: box })),
    cells: children.map(cellAsJson),
  };
}

function cellAsJson(cell: TableCell) {
  const { row, column, rowSpan, colSpan, place } = cell;
  const page = place?.kind === 'page' ? place.page : null;
  const bbox = place?.kind === 'page' ? place.box : null;
  return { row, col: column, rowSpan, colSpan, text: leafText(cell), page, bbox };
}

/** A table drawn with a column for each of its columns; a cell that spans several stands in the first. */
export function tableAsText(table: Table, index: number): string {
  const grid = gridOf(table);
  const widths = Array.from({ length: table.columns }, (_, column) =>
    grid.reduce((widest, row) => Math.max(widest, textWidth(row[column]!)), 0),
  );
  const lines = grid.map((row) => row.map((text, column) => text + ' '.repeat(widths[column]! - textWidth(text))));
  const page = table.parts[0] ? `, page ${table.parts[0].page}` : '';
  const title = table.title === null ? '' : `: ${oneLine(table.title)}`;
  const heading = `table ${index + 1}${page}${title} (${table.rows} rows, ${table.columns} columns)`;
  return [heading, ...lines.map((cells) => cells.join(' | ').trimEnd())].join('\n').concat('\n');
}

function gridOf({ rows, columns, children }: Table): string[][] {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const cell of children) {
    const row = grid[cell.row];
    if (row) row[cell.column] = oneLine(leafText(cell));
  }
  return grid;
}
