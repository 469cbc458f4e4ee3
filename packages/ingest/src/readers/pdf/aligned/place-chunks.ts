import { type Box, unionBox } from '@scrutineer/model';
import { characterEdges, partOfRun } from '../cut-run.ts';
import type { Run } from '../page.ts';
import { type Chunk, type ChunkLine, isFigure } from './chunks.ts';
import type { Column } from './columns.ts';

/** Text of one line that stands in a column, or over several. */
export interface PlacedText {
  /** First and last column, from 0. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly box: Box;
  readonly runs: readonly Run[];
}

/** A line with its text told apart by columns. */
export interface PlacedLine {
  readonly line: ChunkLine;
  readonly texts: readonly PlacedText[];
}

/** Share of a column's width, or of a text's where that is less, that must overlap for the text to stand in it. */
const STANDING_SHARE = 0.3;

/** How far a figure may reach over its column's edge, in font sizes. */
const OVER_EDGE = 0.5;

/** Tells which columns the texts of a line stand in. */
export function placeLine(line: ChunkLine, columns: readonly Column[]): PlacedLine {
  const texts = line.chunks.flatMap((chunk) => cutBetweenFigures(chunk, columns)).map((chunk) => place(chunk, columns));
  return { line, texts: joinedInColumn(texts) };
}

/** The columns that a box stands in: those it overlaps, else the nearest. */
function columnsUnder([left, , right]: Box, columns: readonly Column[]): [number, number] {
  const under = columns.flatMap((column, index) => {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left);
    const narrower = Math.min(right - left, column.right - column.left);
    return overlap > STANDING_SHARE * narrower && overlap > 0 ? [index] : [];
  });
  if (under.length > 0) return [under[0]!, under.at(-1)!];
  const distance = ({ left: from, right: to }: Column) => Math.max(from - right, left - to);
  const nearest = columns.reduce(
    (best, column, index) => (distance(column) < distance(columns[best]!) ? index : best),
    0,
  );
  return [nearest, nearest];
}

function place(chunk: Chunk, columns: readonly Column[]): PlacedText {
  const [from, to] = columnsUnder(chunk.box, columns);
  return { from, to, text: chunk.text, box: chunk.box, runs: chunk.runs };
}

/** Figures of neighbouring columns that almost touch, or that the PDF draws as one text, are cut at the blanks. */
function cutBetweenFigures(chunk: Chunk, columns: readonly Column[]): Chunk[] {
  const [first, last] = columnsUnder(chunk.box, columns);
  if (first === last || !chunk.text.split(/\s+/).slice(1).every(isFigure)) return [chunk];
  const words = chunk.runs.flatMap(wordsOf);
  const groups: Run[][] = [];
  let column = -1;
  for (const word of words) {
    const [own] = columnsUnder(word.box, columns);
    if (own === column) groups.at(-1)!.push(word);
    else groups.push([word]);
    column = own;
  }
  const parts = groups.map((runs) => ({
    runs,
    text: runs.map((run) => run.text).join(' '),
    box: unionBox(runs.map((run) => run.box))!,
  }));
  return parts.every((part) => isWithinColumn(part, columns)) ? parts : [chunk];
}

/** A heading over two columns ("Quarter 2") is within neither. */
function isWithinColumn({ box, runs }: Chunk, columns: readonly Column[]): boolean {
  const { left, right } = columns[columnsUnder(box, columns)[0]]!;
  const tolerance = runs[0]!.size * OVER_EDGE;
  return box[0] > left - tolerance && box[2] < right + tolerance;
}

function wordsOf(run: Run): Run[] {
  const edges = characterEdges(run);
  return [...run.text.matchAll(/\S+/g)].map(({ 0: word, index }) => partOfRun(run, index, index + word.length, edges)!);
}

function joinedInColumn(texts: readonly PlacedText[]): PlacedText[] {
  const joined: PlacedText[] = [];
  for (const text of texts) {
    const before = joined.at(-1);
    if (!before || text.from > before.to) joined.push(text);
    else {
      joined[joined.length - 1] = {
        from: before.from,
        to: Math.max(before.to, text.to),
        text: `${before.text} ${text.text}`,
        box: unionBox([before.box, text.box])!,
        runs: [...before.runs, ...text.runs],
      };
    }
  }
  return joined;
}
