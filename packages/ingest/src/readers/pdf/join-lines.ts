import type { Box, Place, Text } from '@scrutineer/model';
import { piece } from '../text/pieces.ts';
import { startsLowerCase } from '../text/shape.ts';
import type { Line } from './page.ts';

/** Room that must be left at a line's end beyond the next word's estimated width before its end counts as chosen, in font sizes. */
const SPARE_ROOM = 1.5;

/**
 * The text of consecutive lines. A line that the author ended, although the next word would have fitted, ends with a
 * line break; one that the margin ended goes on after a blank. A word hyphenated over two lines keeps its hyphen and
 * loses the break: whether the hyphen belongs to it cannot be told from the page.
 *
 * @param marginOf x that a line may reach to, in points
 */
export function joinLines(lines: readonly Line[], marginOf: (line: Line) => number): Text[] {
  const pieces: Text[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) pieces.push(...lineJoint(before, line, marginOf(before)));
    pieces.push(...linePieces(line));
  }
  return pieces;
}

/** Whether the author ended a line: the next word would have fitted on it. */
export function endedByAuthor(line: Line, next: Line, margin: number): boolean {
  const first = next.spans[0]!.run;
  const word = /^\S+/.exec(next.text)![0];
  const width = ((first.box[2] - first.box[0]) / Math.max(first.text.length, 1)) * word.length;
  return line.box[2] + width + SPARE_ROOM * line.size < margin;
}

function lineJoint(before: Line, line: Line, margin: number): Text[] {
  if (isOneWord(before.text, line.text)) return [];
  const [, top, right, bottom] = before.box;
  const value = endedByAuthor(before, line, margin) && !startsLowerCase(line.text) ? '\n' : ' ';
  return [draft(value, before.page, [right, top, right, bottom])];
}

/** A word hyphenated over two lines, a range or a sign and its figure ("2018-" and "19"), or an address cut at one of its signs. */
function isOneWord(before: string, after: string): boolean {
  if (/\p{L}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)) return true;
  if (/\d[-\u2010\u2013]$/u.test(before) && /^\d/.test(after)) return true;
  if (/(?:^|[\s(])[-+\u2212£]$/.test(before) && /^\d/.test(after)) return true;
  return /(?:https?:\/\/|www\.)\S*[-/_.=?&]$/.test(before) && /^[\w%]/.test(after);
}

function linePieces(line: Line): Text[] {
  return line.spans.flatMap(({ run, marks, separator }, index) => {
    const previous = line.spans[index - 1]?.run.box[2] ?? run.box[0];
    const gap: Box = [Math.min(previous, run.box[0]), run.box[1], run.box[0], run.box[3]];
    const told = piece(run.text, { start: 0, end: run.text.length }, place(run.page, run.box), marks);
    const text = run.confidence === undefined ? told : { ...told, confidence: run.confidence };
    return separator === '' ? [text] : [draft(separator, run.page, gap), text];
  });
}

function draft(value: string, page: number, box: Box): Text {
  return piece(value, { start: 0, end: value.length }, place(page, box));
}

function place(page: number, box: Box): Place {
  return { kind: 'page', page, box };
}
