import {
  type Leaf,
  leafRangeOf,
  leafText,
  leavesOf,
  type PaperTree,
  type Table,
  type TableCell,
} from '@scrutineer/model';

/** A text with the half-open range that the figure takes in it. */
export interface MarkedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands around a figure in its paper: the sentence, or the row of a table with the headers above it. */
export type FigureContext =
  | { readonly kind: 'sentence'; readonly sentence: MarkedText }
  | { readonly kind: 'row'; readonly headers: readonly string[]; readonly cells: readonly (string | MarkedText)[] };

/**
 * Finds a figure in the tree by its offsets.
 *
 * @returns null where no leaf of the tree holds them
 */
export function contextOfFigure(
  tree: PaperTree,
  figure: { readonly start: number; readonly end: number },
): FigureContext | null {
  for (const { leaf, table } of leavesOf(tree.children)) {
    const marked = markIn(leaf, figure);
    if (!marked) continue;
    return table
      ? rowContext(table, leaf as TableCell, marked)
      : { kind: 'sentence', sentence: sentenceAround(marked) };
  }
  return null;
}

function markIn(leaf: Leaf, figure: { readonly start: number; readonly end: number }): MarkedText | null {
  const range = leafRangeOf(leaf, figure);
  return range && { text: leafText(leaf), ...range };
}

/** The sentences that the figure stands in. */
function sentenceAround({ text, start, end }: MarkedText): MarkedText {
  const sentences = [...new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text)];
  const touched = sentences.filter(({ index, segment }) => index < end && index + segment.length > start);
  const from = touched[0]?.index ?? 0;
  return { text: touched.map(({ segment }) => segment).join(''), start: start - from, end: end - from };
}

function rowContext(table: Table, cell: TableCell, marked: MarkedText): FigureContext {
  const inRow = table.children.filter(({ row, rowSpan }) => row <= cell.row && cell.row < row + rowSpan);
  const headers = inRow.map((other) => headerAbove(table, other));
  return { kind: 'row', headers, cells: inRow.map((other) => (other === cell ? marked : leafText(other))) };
}

/** The header cells above a cell, or the first row where the format marks none. */
function headerAbove(table: Table, cell: TableCell): string {
  const above = table.children.filter(
    ({ row, column, colSpan }) => row < cell.row && column <= cell.column && cell.column < column + colSpan,
  );
  const headers = above.filter(({ header }) => header);
  return (headers.length > 0 ? headers : above.filter(({ row }) => row === 0)).map(leafText).join(' / ');
}
