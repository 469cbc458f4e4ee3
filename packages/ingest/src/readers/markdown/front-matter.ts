import type { Paragraph, Text } from '@scrutineer/model';
import { paragraph } from '../text/blocks.ts';
import { piece } from '../text/pieces.ts';
import { fragmentText, type MarkdownSource } from './inline.ts';
import { sourceLines } from './source-lines.ts';

/** A header of `key: value` lines between two lines of dashes, at the very start of a file. */
const FRONT_MATTER = /^---[ \t]*\r?\n((?:[\w-][\w -]*:[^\n]*\n|[ \t][^\n]*\n)+)---[ \t]*(?:\r?\n|$)/;

/** Where the front matter stands in a file; null where there is none. */
export function frontMatterRegion(text: string): { readonly start: number; readonly end: number } | null {
  const match = FRONT_MATTER.exec(text);
  return match ? { start: 0, end: match[0].length } : null;
}

/** Front matter as a paragraph that keeps its lines: it tells the paper's title and date. */
export function readFrontMatter(source: MarkdownSource, end: number): Paragraph {
  const children: Text[] = [];
  for (const line of sourceLines(source.text.slice(0, end))) {
    if (/^---/.test(line.text)) continue;
    const next = fragmentText(source, line.start, line.end);
    const last = children.at(-1);
    if (last && next.length > 0) children.push(piece('\n', { start: last.span.end, end: line.start }, last.place));
    children.push(...next);
  }
  return paragraph(children);
}
