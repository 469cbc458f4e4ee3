import type { Box } from '@scrutineer/model';
import type { Chunk, ChunkLine } from './chunks.ts';
import { clearChunks, isFigure, isYear } from './chunks.ts';

/** A column of a table: from where to where its text reaches, in points. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Width in which text is counted, in points. */
const BIN = 0.5;
/** A chunk covers another where it overlaps this share of its width. */
const COVERING = 0.4;
/** Lines in which a chunk must cover two others to be one that spans columns, and their share of all lines. */
const SPANNING_LINES = 2;
const SPANNING_SHARE = 0.25;
/** Share of the lines whose text may cross a gutter, where there are many. */
const CROSSING_SHARE = 0.1;
const MANY_LINES = 8;
/** Narrowest gutter, in font sizes, by the number of lines that show it: chance leaves few lines a common gap. */
const NARROWEST_GUTTERS: readonly (readonly [lines: number, width: number])[] = [
  [10, 0.2],
  [5, 0.35],
  [3, 0.55],
  [0, 0.9],
];

/**
 * The columns that lines have in common: what lies between the gutters that (almost) none of their text crosses.
 * Lines of figures tell; headings and labels that run over several columns are left out.
 */
export function columnsOf(lines: readonly ChunkLine[]): Column[] {
  const several = lines.filter((line) => clearChunks(line).length > 1);
  const figures = several.filter(isLineOfFigures);
  const telling = figures.length >= 2 ? figures : several;
  const chunks = withoutSpanning(telling);
  const size = medianSize(telling);
  const columns = betweenGutters(chunks, size);
  const rest = several.filter((line) => !telling.includes(line));
  return widened(withSparse(columns, rest, size), rest);
}

/** At least half of what follows the first chunk are figures, and not all of them years. */
function isLineOfFigures(line: ChunkLine): boolean {
  const chunks = clearChunks(line);
  const rest = chunks.length > 1 && !isFigure(chunks[0]!.text) ? chunks.slice(1) : chunks;
  const figures = rest.filter(({ text }) => isFigure(text));
  return chunks.length > 1 && figures.length * 2 >= rest.length && !figures.every(({ text }) => isYear(text));
}

function medianSize(lines: readonly ChunkLine[]): number {
  return lines.map((line) => line.size).sort((a, b) => a - b)[lines.length >> 1] ?? 0;
}

/** The chunks of each line but those that cover two chunks of other lines. */
function withoutSpanning(lines: readonly ChunkLine[]): Chunk[][] {
  const fewest = Math.max(SPANNING_LINES, lines.length * SPANNING_SHARE);
  const clear = lines.map(clearChunks);
  return lines.map((line, index) =>
    line.chunks.filter((chunk) => {
      const spanned = clear.filter((others, other) => other !== index && coveredBy(chunk, others) > 1);
      return spanned.length < fewest;
    }),
  );
}

function coveredBy({ box: [left, , right] }: Chunk, others: readonly Chunk[]): number {
  return others.filter(({ box }) => {
    const overlap = Math.min(right, box[2]) - Math.max(left, box[0]);
    return overlap > COVERING * (box[2] - box[0]);
  }).length;
}

function betweenGutters(lines: readonly (readonly Chunk[])[], size: number): Column[] {
  const boxes = lines.flatMap((chunks) => chunks.map((chunk) => chunk.box));
  if (boxes.length === 0) return [];
  const start = Math.min(...boxes.map((box) => box[0]));
  const end = Math.max(...boxes.map((box) => box[2]));
  const covered = new Array<number>(Math.ceil((end - start) / BIN) + 1).fill(0);
  for (const chunks of lines) for (const { box } of chunks) count(covered, box[0] - start, box[2] - start);
  const crossing = lines.length < MANY_LINES ? 0 : Math.floor(lines.length * CROSSING_SHARE);
  const narrowest = size * NARROWEST_GUTTERS.find(([fewest]) => lines.length >= fewest)![1];
  const columns: { left: number; right: number }[] = [];
  for (const [from, to] of stretches(covered, (value) => value > crossing)) {
    const before = columns.at(-1);
    const left = start + from * BIN;
    const right = start + to * BIN;
    if (before && left - before.right < narrowest) before.right = right;
    else columns.push({ left, right });
  }
  return withInserted(columns, lines, size);
}

function count(covered: number[], from: number, to: number): void {
  for (let index = Math.max(Math.floor(from / BIN), 0); index * BIN < to; index += 1) covered[index]! += 1;
}

/** The ranges of neighbouring indices whose values pass. */
function stretches(values: readonly number[], passes: (value: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (const [index, value] of values.entries()) {
    const last = found.at(-1);
    if (!passes(value)) continue;
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}

/** Columns with text in so few lines that it counted as crossing a gutter: what touches no other column is one. */
function withInserted(columns: readonly Column[], lines: readonly (readonly Chunk[])[], size: number): Column[] {
  const result = [...columns];
  for (const { box } of lines.flat()) {
    const [left, , right] = box;
    const near = result.findIndex((column) => left < column.right + size / 2 && right > column.left - size / 2);
    if (near < 0) result.push({ left, right });
    else {
      const column = result[near]!;
      const touches = result.filter((other) => left < other.right && right > other.left).length;
      if (touches === 1 && left < column.right && right > column.left)
        result[near] = { left: Math.min(left, column.left), right: Math.max(right, column.right) };
    }
  }
  return result.sort((a, b) => a.left - b.left);
}

/** Columns that lines of words have and lines of figures lack: two texts at least that touch no other column. */
function withSparse(columns: readonly Column[], lines: readonly ChunkLine[], size: number): Column[] {
  const isNear = (box: Box, column: Column) => box[0] < column.right + size && box[2] > column.left - size;
  const apart = lines
    .flatMap(({ chunks }) => chunks.map(({ box }) => box))
    .filter((box) => !columns.some((column) => isNear(box, column)));
  const added: { left: number; right: number; texts: number }[] = [];
  for (const box of apart) {
    const own = added.find((column) => isNear(box, column));
    if (!own) added.push({ left: box[0], right: box[2], texts: 1 });
    else {
      own.left = Math.min(own.left, box[0]);
      own.right = Math.max(own.right, box[2]);
      own.texts += 1;
    }
  }
  return [...columns, ...added.filter(({ texts }) => texts > 1)].sort((a, b) => a.left - b.left);
}

/** Columns as wide as the words that stand in one alone. */
function widened(columns: readonly Column[], lines: readonly ChunkLine[]): Column[] {
  const result = columns.map((column) => ({ ...column }));
  for (const { box } of lines.flatMap((line) => line.chunks)) {
    const touched = result.filter((column) => box[0] < column.right && box[2] > column.left);
    if (touched.length !== 1) continue;
    const [column] = touched;
    const others = result.filter((other) => other !== column);
    if (others.some((other) => box[0] < other.right && box[2] > other.left)) continue;
    column!.left = Math.min(column!.left, box[0]);
    column!.right = Math.max(column!.right, box[2]);
  }
  return result;
}
