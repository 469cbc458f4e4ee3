import type { Box } from '@scrutineer/model';
import { unionBox } from '@scrutineer/model';
import { partOfRun } from '../cut-run.ts';
import { linesOf } from '../lines.ts';
import type { Line, Run } from '../page.ts';

/** Neighbouring words of a line, with no gap between them that could part two columns. */
export interface Chunk {
  readonly text: string;
  readonly box: Box;
  readonly runs: readonly Run[];
}

/** A line of print as chunks, from left to right. */
export interface ChunkLine {
  readonly box: Box;
  readonly baseline: number;
  /** Font size in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly chunks: readonly Chunk[];
}

/** Narrowest gap that may part two columns, in font sizes: blanks between words take 0.25 to 0.35. */
const NARROWEST_GAP = 0.45;
/** Gap that parts two columns by itself, in font sizes; blanks of justified lines are narrower. */
const CLEAR_GAP = 1;
/** Dots that lead the eye from a label to its figure: four or more, or two or more set apart by blanks. */
const LEADERS = /(?<!\s)\s*(?:\.{4,}|(?:\s\.){3,}|…{2,}|(?:\. ){3,}\.?|_{4,})[\s.…_]*/g;
/** A sign that stands apart from its figures, at the left of its column. */
const CURRENCY = /^[£$€]$/;
const WIDE_BLANK = /\s{3,}/g;

/** The lines that runs form, from top to bottom. Dot leaders are no text. */
export function chunkLines(runs: readonly Run[]): ChunkLine[] {
  return linesOf(runs.flatMap(apart)).map(chunksOfLine);
}

/** A line's text as chunks. */
export function chunksOfLine({ box, baseline, size, bold, spans }: Line): ChunkLine {
  const words = spans.map(({ run }): Chunk => ({ text: run.text, box: run.box, runs: [run] }));
  return { box, baseline, size, bold, chunks: joinedByGap(words, NARROWEST_GAP * size) };
}

/** The same line with chunks that only clear gaps part. */
export function clearChunks(line: ChunkLine): Chunk[] {
  return joinedByGap(line.chunks, CLEAR_GAP * line.size);
}

/** Cuts a run at dot leaders and wide blanks. */
function apart(run: Run): Run[] {
  if (!/\s{3}|[._…]{2}|\. \./.test(run.text)) return [run];
  const cuts = [...run.text.matchAll(LEADERS), ...run.text.matchAll(WIDE_BLANK)].sort((a, b) => a.index - b.index);
  if (cuts.length === 0) return [run];
  const parts: Run[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut.index > from) parts.push(...[partOfRun(run, from, cut.index)].filter((part) => part !== null));
    from = Math.max(from, cut.index + cut[0].length);
  }
  const last = partOfRun(run, from, run.text.length);
  return last ? [...parts, last] : parts;
}

function joinedByGap(chunks: readonly Chunk[], gap: number): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const before = joined.at(-1);
    const isUnit =
      before !== undefined && (CURRENCY.test(before.text) || (chunk.text === '%' && isFigure(before.text)));
    if (!before || (chunk.box[0] - before.box[2] >= gap && !isUnit)) joined.push(chunk);
    else {
      joined[joined.length - 1] = {
        text: `${before.text} ${chunk.text}`,
        box: unionBox([before.box, chunk.box])!,
        runs: [...before.runs, ...chunk.runs],
      };
    }
  }
  return joined;
}

/** A figure with what surrounds it (sign, currency, percent, brackets, footnote mark), or a mark for a missing one. */
export function isFigure(text: string): boolean {
  if (/^(?:[-–—*:]+|\.{1,3}|…|n\/?[ak]|n\.a\.?|nil|nc|na)$/i.test(text.trim())) return true;
  return (
    /\d/.test(text) &&
    /^[(<>≤≥~+\-–−±£$€\s]*\d[\d\s.,:/%()[\]+\-–−±£$€'’*†‡¹²³]*(?:(?:[a-d]|pp?|m|bn|k|hrs?|mins?|secs?)[)*†‡]*)?$/i.test(
      text.trim(),
    )
  );
}

/** A year or a span of years, as headers have them: it is printed like a figure and is none. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d(?:\s*[/–-]\s*(?:(?:19|20)?\d\d))?[*)(\d]{0,3}$/.test(text.trim());
}
