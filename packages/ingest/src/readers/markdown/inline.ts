import type { Mark, Place, Text } from '@scrutineer/model';
import type { Html, Text as MarkdownText, Nodes, Parent, PhrasingContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { align } from '../text/align.ts';
import { isHtmlElement, MARK_OF_ELEMENT } from '../text/html-names.ts';
import { dropCharacters, piece, trimPieces } from '../text/pieces.ts';

/**
 * Parts of GFM that papers do without: bare addresses need no link, and tables are read from their lines (`table-lines`).
 * Looking for them at every letter takes a third of the time.
 */
const UNUSED_SYNTAX = ['wwwAutolink', 'protocolAutolink', 'emailAutolink', 'table'];

/** `~5` means "about five" in papers: one tilde strikes nothing through. */
export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(withoutUnusedSyntax)
  .freeze();

function withoutUnusedSyntax(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: UNUSED_SYNTAX } }];
}

/** The file that pieces point into. */
export interface MarkdownSource {
  readonly text: string;
  readonly placeAt: (offset: number) => Place;
}

/** What is known while the inline nodes of one leaf are read. */
interface InlineReading {
  readonly source: MarkdownSource;
  readonly pieces: Text[];
  /** Marks opened by inline HTML tags, innermost last. */
  readonly open: { readonly name: string; readonly mark: Mark | null }[];
  /** Offset in the file up to which the leaf is read. */
  cursor: number;
}

/** Anything beyond plain words: only then is a cell given to the Markdown parser. */
const MARKUP = /[\\`*_~<&[\]!]|https?:|www\.|@/;
/** Words and inline tags such as `<b>` and `</sup>`. */
const ONLY_TAGS = /^(?:[^\\`*_~<&[\]!@]|<\/?(?:b|i|em|strong|sup|sub|br|u|span)\s*\/?>)*$/;
/** `**1,234**` and nothing else. */
const WHOLLY_BOLD = /^(\s*\*\*)([^\s\\`*_~<&[\]!@](?:[^\\`*_~<&[\]!@]*[^\s\\`*_~<&[\]!@])?)\*\*\s*$/;
const MARK_OF_NODE: Readonly<Record<string, Mark>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  link: 'link',
  linkReference: 'link',
};
/** Put before a fragment so that its first character cannot open a heading, a list or a table. */
const GUARD = 'x ';

/** The text of parsed inline nodes. */
export function inlineText(nodes: readonly PhrasingContent[], source: MarkdownSource): Text[] {
  const start = nodes[0]?.position?.start.offset ?? 0;
  const reading: InlineReading = { source, pieces: [], open: [], cursor: start };
  for (const node of nodes) readNode(node, reading, []);
  return trimPieces(reading.pieces);
}

/** The text of a part of one source line, e.g. a table cell, read as inline Markdown. */
export function fragmentText(source: MarkdownSource, start: number, end: number): Text[] {
  const raw = source.text.slice(start, end);
  if (!MARKUP.test(raw)) return plainText(raw, source, start);
  if (ONLY_TAGS.test(raw)) return taggedText(raw, source, start);
  const bold = WHOLLY_BOLD.exec(raw);
  if (bold) return plainText(bold[2]!, source, start + bold[1]!.length, ['strong']);
  const text = GUARD + raw;
  const shift = start - GUARD.length;
  const tree = markdownParser.parse(text);
  const paragraph = tree.children[0];
  if (paragraph?.type !== 'paragraph' || tree.children.length > 1) return plainText(raw, source, start);
  const guarded = inlineText(paragraph.children, { text, placeAt: () => source.placeAt(start) });
  return trimPieces(dropCharacters(guarded, GUARD.length).map((part) => shifted(part, shift)));
}

/** Text with inline tags and no other markup: most cells with markup are so, and need no parser. */
function taggedText(raw: string, source: MarkdownSource, start: number): Text[] {
  const reading: InlineReading = { source, pieces: [], open: [], cursor: start };
  for (const part of raw.split(/(<[^<>]*>)/)) {
    if (part === '') continue;
    const node: Html | MarkdownText = { type: part.startsWith('<') ? 'html' : 'text', value: part };
    readNode(node, reading, []);
  }
  return trimPieces(reading.pieces);
}

function shifted(part: Text, shift: number): Text {
  return { ...part, span: { start: part.span.start + shift, end: part.span.end + shift } };
}

function plainText(raw: string, source: MarkdownSource, start: number, marks: readonly Mark[] = []): Text[] {
  const value = raw.trim();
  if (value === '') return [];
  const from = start + raw.indexOf(value);
  return [piece(value, { start: from, end: from + value.length }, source.placeAt(from), marks)];
}

function readNode(node: Nodes, reading: InlineReading, marks: readonly Mark[]): void {
  if (node.type === 'text') readText(node.value, node, reading, marks);
  else if (node.type === 'inlineCode') readInlineCode(node.value, node, reading, marks);
  else if (node.type === 'html') readTag(node.value, node, reading, marks);
  else if (node.type === 'break') readBreak(node, reading);
  else if (node.type === 'footnoteReference')
    readFootnoteReference(node.label ?? node.identifier, node, reading, marks);
  else if ('children' in node) {
    const mark = MARK_OF_NODE[node.type];
    readChildren(node, reading, mark ? [...marks, mark] : marks);
  }
}

function readChildren(node: Parent, reading: InlineReading, marks: readonly Mark[]): void {
  const before = reading.pieces.length;
  for (const child of node.children) readNode(child as Nodes, reading, marks);
  const end = node.position?.end.offset;
  if (end !== undefined && reading.pieces.length > before) reading.cursor = end;
}

/** Nodes that a plugin made have no position; they follow what was read before them. */
function startOf(node: Nodes, reading: InlineReading): number {
  const offset = node.position?.start.offset;
  return offset ?? reading.cursor;
}

function readText(value: string, node: Nodes, reading: InlineReading, marks: readonly Mark[]): void {
  const { pieces, end } = align(value, reading.source.text, startOf(node, reading), {
    marks: allMarks(reading, marks),
    placeAt: reading.source.placeAt,
    lineBreak: ' ',
    syntax: 'markdown',
  });
  for (const one of pieces) reading.pieces.push(one);
  reading.cursor = end;
}

function readInlineCode(value: string, node: Nodes, reading: InlineReading, marks: readonly Mark[]): void {
  const start = startOf(node, reading);
  const end = node.position?.end.offset ?? start;
  const found = start + reading.source.text.slice(start, end).indexOf(value);
  if (found < start) {
    readText(value, node, reading, marks);
    return;
  }
  const span = { start: found, end: found + value.length };
  reading.pieces.push(piece(value, span, reading.source.placeAt(found), allMarks(reading, marks)));
  reading.cursor = span.end;
}

function readBreak(node: Nodes, reading: InlineReading): void {
  const start = startOf(node, reading);
  const end = node.position?.end.offset ?? start;
  reading.pieces.push(piece('\n', { start, end }, reading.source.placeAt(start)));
  reading.cursor = end;
}

function readFootnoteReference(label: string, node: Nodes, reading: InlineReading, marks: readonly Mark[]): void {
  const start = startOf(node, reading) + '[^'.length;
  const span = { start, end: start + label.length };
  const all = [...allMarks(reading, marks), 'footnote-reference' as const];
  reading.pieces.push(piece(label, span, reading.source.placeAt(start), all));
  reading.cursor = span.end + 1;
}

/** An inline HTML tag opens or closes a mark, or breaks the line; what is no tag of HTML is text. */
function readTag(value: string, node: Nodes, reading: InlineReading, marks: readonly Mark[]): void {
  const start = startOf(node, reading);
  const end = start + value.length;
  const match = /^<(\/?)([A-Za-z][\w-]*)/.exec(value);
  reading.cursor = end;
  if (!match) return;
  const name = match[2]!.toLowerCase();
  if (!isHtmlElement(name)) {
    reading.pieces.push(piece(value, { start, end }, reading.source.placeAt(start), allMarks(reading, marks)));
  } else if (match[1]) closeTag(name, reading);
  else if (name === 'br' || (name === 'p' && reading.pieces.length > 0)) {
    reading.pieces.push(piece('\n', { start, end }, reading.source.placeAt(start)));
  } else if (!value.endsWith('/>')) reading.open.push({ name, mark: MARK_OF_ELEMENT[name] ?? null });
}

function closeTag(name: string, reading: InlineReading): void {
  const index = reading.open.findLastIndex((tag) => tag.name === name);
  if (index >= 0) reading.open.splice(index, 1);
}

function allMarks(reading: InlineReading, marks: readonly Mark[]): Mark[] {
  const opened = reading.open.flatMap((tag) => (tag.mark ? [tag.mark] : []));
  return [...new Set([...marks, ...opened])];
}
