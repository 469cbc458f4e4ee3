import type { Mark, Place, Span, Text } from '@scrutineer/model';

/** A piece of text; the marks are left out where there are none. */
export function piece(value: string, span: Span, place: Place, marks: readonly Mark[] = []): Text {
  return marks.length > 0
    ? { type: 'text', value, span, place, marks: [...marks] }
    : { type: 'text', value, span, place };
}

/** A one-character piece that stands for something the format writes otherwise; it keeps the place of `from`. */
export function joint(value: ' ' | '\n', from: Text): Text {
  return piece(value, { start: from.span.end, end: from.span.end + 1 }, from.place);
}

/**
 * Takes white space off both ends of a leaf, and off the lines of a leaf that has several.
 * Verbatim pieces stay verbatim: a shortened piece gets a shortened span.
 */
export function trimPieces(pieces: readonly Text[]): Text[] {
  return dropOuter(dropAroundBreaks(pieces));
}

/** Cuts a piece to `[from, to)` of its value. */
export function slicePiece(text: Text, from: number, to: number): Text {
  if (from === 0 && to === text.value.length) return text;
  const verbatim = text.span.end - text.span.start === text.value.length;
  const span = verbatim ? { start: text.span.start + from, end: text.span.start + to } : text.span;
  return { ...text, value: text.value.slice(from, to), span };
}

/** Cuts `count` characters off the start of a leaf. */
export function dropCharacters(pieces: readonly Text[], count: number): Text[] {
  const kept: Text[] = [];
  let left = count;
  for (const text of pieces) {
    const cut = Math.min(left, text.value.length);
    left -= cut;
    if (cut < text.value.length) kept.push(slicePiece(text, cut, text.value.length));
  }
  return kept;
}

const isWhite = (value: string) => value.trim() === '';

function dropAroundBreaks(pieces: readonly Text[]): Text[] {
  const kept: Text[] = [];
  for (const text of pieces) {
    const previous = kept.at(-1);
    if (text.value === '\n') {
      trimEnd(kept);
      kept.push(text);
    } else if (previous?.value === '\n') {
      const start = text.value.length - text.value.trimStart().length;
      if (start < text.value.length) kept.push(slicePiece(text, start, text.value.length));
    } else if (text.value !== '') kept.push(text);
  }
  return kept;
}

function dropOuter(pieces: readonly Text[]): Text[] {
  const kept = [...pieces];
  trimEnd(kept);
  const first = kept.findIndex((text) => !isWhite(text.value));
  const rest = first < 0 ? [] : kept.slice(first);
  const head = rest[0];
  if (!head) return [];
  rest[0] = slicePiece(head, head.value.length - head.value.trimStart().length, head.value.length);
  return rest;
}

/** Takes white space off the end of a list of pieces, in place. */
function trimEnd(pieces: Text[]): void {
  for (let last = pieces.at(-1); last; last = pieces.at(-1)) {
    const end = last.value.trimEnd().length;
    if (end === last.value.length) return;
    pieces.pop();
    if (end > 0) {
      pieces.push(slicePiece(last, 0, end));
      return;
    }
  }
}
