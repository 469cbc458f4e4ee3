import type { Fact, Leaf, TableCell } from '@scrutineer/model';
import { leafText, locate } from '@scrutineer/model';
import type { Passage } from '../document.ts';
import { isBareNumber } from '../tables/grid.ts';

/** A line of a paper's first page: a paragraph, a heading, or a value beside its label. */
export interface FrontLine {
  readonly leaf: Leaf;
  readonly text: string;
  /** "date", "report to": what stands before the value, lower case; null where nothing does. */
  readonly label: string | null;
  readonly heading: boolean;
}

/** How many passages the front of a paper reaches: title block, summary and background. */
const FRONT_PASSAGES = 25;

/** A block of labels and values holds this many cells at most; larger tables state figures. */
const FRONT_CELLS = 40;

/** The lines of a paper's front in reading order. */
export function frontLines(passages: readonly Passage[]): FrontLine[] {
  return passages.slice(0, FRONT_PASSAGES).flatMap((passage) => {
    if (passage.kind === 'text')
      return [
        { leaf: passage.leaf, text: passage.text, label: labelOf(passage.text), heading: passage.role === 'heading' },
      ];
    if (statesFigures(passage.table.children)) return [];
    const cells = passage.table.children.slice(0, FRONT_CELLS);
    return cells.flatMap((cell) => {
      const text = leafText(cell);
      // A form that nobody filled in has labels and no values.
      if (text.trim() === '') return [];
      const left = cells.find((other) => other.row === cell.row && other.column + other.colSpan === cell.column);
      return [{ leaf: cell, text, label: left ? keyOf(leafText(left)) : null, heading: false }];
    });
  });
}

/** A table most of whose cells beside the labels are numbers is no block of labels and values. */
function statesFigures(cells: readonly TableCell[]): boolean {
  const values = cells.filter(({ row, column }) => row > 0 && column > 0).map(leafText);
  const numbers = values.filter(isBareNumber).length;
  return values.length >= 4 && numbers >= values.length / 2;
}

function labelOf(text: string): string | null {
  const match = /^\s*([A-Za-z][A-Za-z /&]{1,40}):\s*\S/.exec(text);
  return match ? keyOf(match[1]!) : null;
}

function keyOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[:.]+\s*$/, '')
    .trim();
}

/** A fact whose words are `[start, end)` of a leaf's text. */
export function factAt<T>(value: T, leaf: Leaf, start: number, end: number): Fact<T> {
  const location = locate(leaf, start, end);
  const place = pieceAt(leaf, start);
  return { value, quote: leafText(leaf).slice(start, end), span: location.span, place };
}

function pieceAt(leaf: Leaf, at: number): Fact<unknown>['place'] {
  let offset = 0;
  for (const piece of leaf.children) {
    offset += piece.value.length;
    if (offset > at) return piece.place;
  }
  return leaf.children.at(-1)!.place;
}

/** A fact whose words are the value of a line, without its label. */
export function valueFact(line: FrontLine): Fact<string> {
  const colon = line.label && /^\s*[A-Za-z /&]+:\s*/.exec(line.text);
  const start =
    colon && colon[0].length < line.text.length ? colon[0].length : line.text.length - line.text.trimStart().length;
  const end = line.text.trimEnd().length;
  return factAt(line.text.slice(start, end).replace(/\s+/g, ' '), line.leaf, start, end);
}
