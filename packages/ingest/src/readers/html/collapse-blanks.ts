import type { Text } from '@scrutineer/model';
import { piece, slicePiece, trimPieces } from '../text/pieces.ts';

/** Collapses white space as a browser does: each run of it reads as one blank; line breaks (`br`) stay. */
export function collapseBlanks(pieces: readonly Text[]): Text[] {
  const collapsed: Text[] = [];
  for (const text of pieces) {
    for (const part of text.value === '\n' ? [text] : splitBlanks(text)) {
      const last = collapsed.at(-1)?.value ?? '\n';
      if (part.value === ' ' && /[ \n]$/.test(last)) continue;
      const doubled = /[ \n]$/.test(last) && part.value.startsWith(' ');
      collapsed.push(doubled ? slicePiece(part, 1, part.value.length) : part);
    }
  }
  return trimPieces(collapsed);
}

/** Cuts a piece at its runs of white space; single blanks stay within their piece. */
function splitBlanks(text: Text): Text[] {
  const parts: Text[] = [];
  let start = 0;
  for (const match of text.value.matchAll(/[ \t\r\n\f]{2,}|[\t\r\n\f]/g)) {
    if (match.index > start) parts.push(slicePiece(text, start, match.index));
    const { span } = slicePiece(text, match.index, match.index + match[0].length);
    parts.push(piece(' ', span, text.place, text.marks));
    start = match.index + match[0].length;
  }
  if (start < text.value.length) parts.push(slicePiece(text, start, text.value.length));
  return parts;
}
