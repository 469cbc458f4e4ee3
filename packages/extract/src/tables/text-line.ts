import type { Leaf, Text } from '@scrutineer/model';
import type { TextPassage } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import { readableText } from '../text/readable.ts';

/** A line of a passage; offsets are those of the passage's text. */
export interface TextLine {
  readonly passage: TextPassage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a passage as its format prints them: another line of the file, a break, another height on the page. */
export function linesOf(passage: TextPassage): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  let offset = 0;
  let last: Text | null = null;
  const push = (end: number) => {
    const text = normalise(passage.text.slice(start, end));
    if (text.trim() !== '') lines.push({ passage, start, end, text });
    start = end;
  };
  for (const piece of passage.leaf.children) {
    if (piece.value === '\n' || (last !== null && piece.value.trim() !== '' && isBelow(last, piece))) push(offset);
    if (piece.value.trim() !== '') last = piece;
    offset += piece.value.length;
  }
  push(offset);
  return lines;
}

function isBelow({ place: one }: Text, { place: other }: Text): boolean {
  if (one.kind === 'line' && other.kind === 'line') return other.line > one.line;
  if (one.kind === 'page' && other.kind === 'page') {
    const height = one.box[3] - one.box[1];
    return one.page !== other.page || other.box[1] - one.box[1] > height / 2;
  }
  return false;
}

/** A part of a passage as a passage of its own; the passage itself where that is all it says. */
export function cut(passage: TextPassage, start: number, end: number): TextPassage {
  if (passage.text.slice(0, start).trim() === '' && passage.text.slice(end).trim() === '') return passage;
  const leaf: Leaf = { type: 'paragraph', children: sliceOf(passage.leaf, start, end) };
  return { ...passage, leaf, text: readableText(leaf) };
}

/** The pieces of a leaf's text from one offset to another. */
export function sliceOf(leaf: Leaf, start: number, end: number): Text[] {
  const pieces: Text[] = [];
  let offset = 0;
  for (const piece of leaf.children) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, piece.value.length);
    if (from < to) pieces.push(partOf(piece, from, to));
    offset += piece.value.length;
  }
  return pieces;
}

function partOf(piece: Text, from: number, to: number): Text {
  if (from === 0 && to === piece.value.length) return piece;
  const verbatim = piece.span.end - piece.span.start === piece.value.length;
  const span = verbatim ? { start: piece.span.start + from, end: piece.span.start + to } : piece.span;
  return { ...piece, value: piece.value.slice(from, to), span };
}
