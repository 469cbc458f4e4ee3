import { type Leaf, leavesOf as leavesOfBlocks, type PaperTree, type Table, type Text } from '@scrutineer/model';

/** The leaves of a tree, in reading order. */
export function leavesOf(tree: PaperTree): Leaf[] {
  return [...leavesOfBlocks(tree.children)].map(({ leaf }) => leaf);
}

export function tablesOf(tree: PaperTree): Table[] {
  return tree.children.filter((block) => block.type === 'table');
}

/** What a tree must hold to whatever the paper: places that point at what they say, and cells that fit their grid. */
export function expectSoundTree(tree: PaperTree): void {
  for (const leaf of leavesOf(tree)) {
    expect(leaf.children.filter((text) => !pointsAtItsValue(tree.text, text))).toEqual([]);
    expect(leaf.children.filter((text, index) => startsBefore(text, leaf.children[index - 1]))).toEqual([]);
  }
  for (const table of tablesOf(tree)) expect(brokenCells(table)).toEqual([]);
}

function pointsAtItsValue(text: string, { value, span }: Text): boolean {
  return text.slice(span.start, span.end) === value || [...value].length === 1;
}

function startsBefore(text: Text, previous: Text | undefined): boolean {
  return previous !== undefined && text.span.start < previous.span.start;
}

/** Cells outside the grid, or on a place that another cell holds. */
function brokenCells(table: Table): unknown[] {
  const taken = new Set<string>();
  return table.children.filter((cell) => {
    const inside = cell.row + cell.rowSpan <= table.rows && cell.column + cell.colSpan <= table.columns;
    let free = true;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1) {
        free &&= !taken.has(`${row},${column}`);
        taken.add(`${row},${column}`);
      }
    }
    return !inside || !free;
  });
}
