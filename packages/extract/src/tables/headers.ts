import type { Grid } from './grid.ts';

/**
 * The texts over a column from top to bottom, each merged cell once. Where a format has no merged cells, a blank cell of
 * an upper row belongs to the name on its left: "| | Crimes recorded | | Movement | |" over "| Area | Q1 | Q2 | No. | % |".
 *
 * @param headers the header rows, top down
 */
export function headerTextsOf(grid: Grid, headers: readonly number[], column: number): string[] {
  const texts: string[] = [];
  let last: unknown = null;
  for (const [index, row] of headers.entries()) {
    const cell = grid.at(row, column);
    if (cell && cell !== last && cell.text.trim() !== '') texts.push(cutWord(grid, row, column) ?? cell.text.trim());
    else if (cell === null || cell.text.trim() === '') texts.push(...groupAbove(grid, headers, index, column));
    last = cell;
  }
  return texts;
}

/** Words over several columns that the column's edge may cut in two. */
const OVER_COLUMNS =
  /^(?:changes?|difference|variance|movement|percentage|numeric|number|performance|target|baseline|previous|current|quarter|period|total)$/i;

/** "Cha | nge": both columns stand under "Change". Null where the cell's text is whole. */
function cutWord(grid: Grid, row: number, column: number): string | null {
  const textAt = (at: number) => grid.at(row, at)?.text.trim() ?? '';
  const both = [textAt(column) + textAt(column + 1), textAt(column - 1) + textAt(column)];
  const isCut = [textAt(column + 1), textAt(column)].map((second) => /^[a-z]+$/.test(second));
  return both.find((word, index) => isCut[index] && OVER_COLUMNS.test(word)) ?? null;
}

function groupAbove(grid: Grid, headers: readonly number[], index: number, column: number): string[] {
  const row = headers[index]!;
  const textAt = (at: number, of: number) => grid.at(at, of)?.text.trim() ?? '';
  if (column === 0 || (grid.at(row, column)?.cell.colSpan ?? 1) > 1) return [];
  const isNamedBelow = headers.slice(index + 1).some((below) => textAt(below, column) !== '');
  const isLastRow = index === headers.length - 1;
  if (!isNamedBelow && !(isLastRow && headers.length === 1 && isUnnamedPair(grid, row, column))) return [];
  for (let left = column - 1; left > 0; left -= 1) {
    const name = textAt(row, left);
    if (name !== '') return isTotalOfGroups(grid, headers.slice(index + 1), row, left, column) ? [] : [name];
  }
  return [];
}

/**
 * "| | Convictions | | Unsuccessful | | |" over "| 2009 | Number | % | Number | % | Total |": a total behind groups that are
 * alike and hold none is of them all.
 */
function isTotalOfGroups(grid: Grid, below: readonly number[], row: number, group: number, column: number): boolean {
  const textAt = (at: number, of: number) => grid.at(at, of)?.text.trim() ?? '';
  const isTotal = below.some((at) => /^(?:grand )?totals?$/i.test(textAt(at, column)));
  const before = Array.from({ length: Math.max(0, group - 1) }, (_, at) => at + 1).findLast(
    (at) => textAt(row, at) !== '',
  );
  return isTotal && before !== undefined && group - before === column - group;
}

/** "| | Grant funding | | Council tax | |" and nothing below: the blank column shares the name on its left. */
function isUnnamedPair(grid: Grid, row: number, column: number): boolean {
  const names = Array.from({ length: grid.columns - 1 }, (_, at) => grid.at(row, at + 1)?.text.trim() ?? '');
  const blanks = names.filter((name) => name === '').length;
  return names[0] !== '' && blanks * 2 === names.length && (names[column - 2] ?? '') !== '';
}
