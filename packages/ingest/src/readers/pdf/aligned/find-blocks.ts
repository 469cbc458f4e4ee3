import type { Box } from '@scrutineer/model';
import { unionBox } from '@scrutineer/model';
import type { Ruling } from '../ruling.ts';
import { type Chunk, type ChunkLine, clearChunks } from './chunks.ts';
import { rulesThrough } from './rules-through.ts';

/** Neighbouring lines that may be a table, and the rules that go through all of them. */
export interface TableBlock {
  readonly lines: readonly ChunkLine[];
  /** y of the rules, from top to bottom. */
  readonly rules: readonly number[];
}

/** Largest distance between baselines inside a table, in font sizes: as it is, where a rule stands between, and beside its usual distance. */
const LARGEST_DISTANCE = 2.6;
const LARGEST_RULED_DISTANCE = 6;
const BESIDE_USUAL = 1.4;
/** Most lines with one text in a row: labels that wrap and headings of groups. */
const MOST_SINGLE = 4;
/** Share of a table's width from which a single text is prose, not a label or a heading. */
const PROSE_WIDTH = 0.8;
/** Lines looked back for a common gap: a line may have figures in a few columns only. */
const LOOKED_BACK = 4;
/** Narrowest gap that two lines must have in common, in font sizes. */
const COMMON_GAP = 0.35;
/** Lines above the first line of columns that may be its header. */
const MOST_LINES_ABOVE = 5;

const CAPTION = /^(?:table|figure|fig\.|chart|graph|exhibit|map|box|source|sources|note|notes)\b/i;
const SECTION = /^\d{1,3}(?:\.\d{1,3}){1,4}\.?(?:\s|$)/;
const MARKER =
  /^(?:[•▪■□◦‣·●○➢➤✓–—*\u25a0-\u25ff\uf000-\uf0ff-]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.):]?)$/i;

/** The blocks of lines on a page, or in a column of it, that have gaps in common. */
export function findBlocks(lines: readonly ChunkLine[], rulings: readonly Ruling[]): TableBlock[] {
  const blocks: TableBlock[] = [];
  let current: ChunkLine[] = [];
  let single: ChunkLine[] = [];
  let from = 0;
  const close = (end: number) => {
    if (current.filter(hasColumns).length > 1) blocks.push(extended(lines, from, end, rulings));
    current = [];
    single = [];
  };
  for (const [index, line] of lines.entries()) {
    if (current.length > 0 && !isNear([...current, ...single], line, rulings)) close(indexOfEnd(lines, current));
    if (!hasColumns(line)) {
      if (current.length === 0) continue;
      single.push(line);
      if (single.length > MOST_SINGLE || isProse(line, current) || isHeading(line, current))
        close(indexOfEnd(lines, current));
    } else if (current.length > 0 && sharesGap(current, line)) {
      current.push(...single, line);
      single = [];
    } else {
      close(indexOfEnd(lines, current));
      current = [line];
      from = index;
    }
  }
  close(indexOfEnd(lines, current));
  return blocks;
}

function indexOfEnd(lines: readonly ChunkLine[], block: readonly ChunkLine[]): number {
  return block.length === 0 ? 0 : lines.indexOf(block.at(-1)!) + 1;
}

/** Two texts that stand clearly apart, the first of which is no list's marker. */
function hasColumns(line: ChunkLine): boolean {
  const chunks = clearChunks(line);
  return chunks.length > 2 || (chunks.length === 2 && !MARKER.test(chunks[0]!.text));
}

function isNear(block: readonly ChunkLine[], line: ChunkLine, rulings: readonly Ruling[]): boolean {
  const last = block.at(-1)!;
  const distance = line.baseline - last.baseline;
  if (distance <= LARGEST_DISTANCE * line.size) return true;
  const distances = block.slice(1).map((own, index) => own.baseline - block[index]!.baseline);
  const usual = distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
  if (distance <= BESIDE_USUAL * usual) return true;
  const box = unionBox(block.map((own) => own.box))!;
  return (
    distance <= LARGEST_RULED_DISTANCE * line.size &&
    rulesThrough(rulings, box, last.baseline, line.baseline).length > 0
  );
}

function isProse(line: ChunkLine, block: readonly ChunkLine[]): boolean {
  const [left, , right] = unionBox(block.map((own) => own.box))!;
  return line.box[2] - line.box[0] > PROSE_WIDTH * (right - left) && line.box[2] - line.box[0] > 20 * line.size;
}

/** A caption, or a numbered heading that is bold where the block above it is not. */
function isHeading(line: ChunkLine, block: readonly ChunkLine[]): boolean {
  const [first] = line.chunks;
  return CAPTION.test(first!.text) || (line.bold && SECTION.test(first!.text) && block.some(({ bold }) => !bold));
}

function sharesGap(block: readonly ChunkLine[], line: ChunkLine): boolean {
  const gaps = gapsOf(clearChunks(line));
  return block
    .filter(hasColumns)
    .slice(-LOOKED_BACK)
    .some((other) =>
      gapsOf(clearChunks(other)).some(([left, right]) =>
        gaps.some(([from, to]) => Math.min(right, to) - Math.max(left, from) >= COMMON_GAP * line.size),
      ),
    );
}

function gapsOf(chunks: readonly Chunk[]): [number, number][] {
  return chunks.slice(1).map(({ box }, index) => [chunks[index]!.box[2], box[0]]);
}

/** The block with what stands above and below it and belongs to it: headings over columns, and the rest of a label. */
function extended(lines: readonly ChunkLine[], from: number, end: number, rulings: readonly Ruling[]): TableBlock {
  const box = unionBox(lines.slice(from, end).map((line) => line.box))!;
  const first = linesAbove(lines, from, box, rulings);
  const last = linesBelow(lines, end, box, rulings);
  const own = lines.slice(first, last);
  const whole = unionBox(own.map((line) => line.box))!;
  const size = own[0]!.size;
  return { lines: own, rules: rulesThrough(rulings, whole, whole[1] - size, whole[3] + size) };
}

function linesAbove(lines: readonly ChunkLine[], from: number, box: Box, rulings: readonly Ruling[]): number {
  let first = from;
  for (let index = from - 1; index >= 0 && from - index <= MOST_LINES_ABOVE; index -= 1) {
    const line = lines[index]!;
    const below = lines[index + 1]!;
    const rules = rulesThrough(rulings, box, below.baseline - below.size * 12, line.baseline - line.size / 2);
    const between = rulesThrough(rulings, box, line.baseline, below.baseline - below.size / 2);
    if (CAPTION.test(line.chunks[0]!.text) || line.box[0] < box[0] - line.size || line.box[2] > box[2] + 2 * line.size)
      break;
    if (line.box[2] - line.box[0] > PROSE_WIDTH * (box[2] - box[0])) break;
    const isBelowRule = rules.length > 0 && between.length === 0;
    const isHeading =
      line.box[0] > box[0] + (box[2] - box[0]) * 0.2 && below.baseline - line.baseline < 1.8 * line.size;
    if (!isHeading && !isBelowRule) break;
    first = index;
  }
  return first;
}

function linesBelow(lines: readonly ChunkLine[], end: number, box: Box, rulings: readonly Ruling[]): number {
  let last = end;
  for (let index = end; index < lines.length && index - end < 2; index += 1) {
    const line = lines[index]!;
    const above = lines[index - 1]!;
    if (CAPTION.test(line.chunks[0]!.text) || line.box[0] < box[0] - line.size / 2) break;
    if (line.baseline - above.baseline > 1.4 * line.size || line.chunks.length > 1) break;
    if (rulesThrough(rulings, box, above.baseline, line.baseline - line.size / 2).length > 0) break;
    if (!/^\p{Ll}/u.test(line.chunks[0]!.text) || line.box[2] - line.box[0] > 0.5 * (box[2] - box[0])) break;
    last = index + 1;
  }
  return last;
}
