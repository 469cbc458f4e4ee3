import type { Block, List, ListItem, Paragraph, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import type { Code, FootnoteDefinition, ListItem as MarkdownItem, List as MarkdownList, RootContent } from 'mdast';
import { paragraph } from '../text/blocks.ts';
import { piece } from '../text/pieces.ts';
import { fragmentText, inlineText, type MarkdownSource } from './inline.ts';
import { sourceLines } from './source-lines.ts';

/** Longest text that is a heading, in characters: longer is a paragraph that a converter took for one. */
const LONGEST_HEADING = 250;

/** Reads a block of HTML in a Markdown file: its offsets `[start, end)` in the file. */
export type ReadHtmlBlock = (start: number, end: number) => Block[];

export interface BlockReading {
  readonly source: MarkdownSource;
  readonly readHtml: ReadHtmlBlock;
}

/** A block with the offset it begins at. */
export interface PlacedBlock {
  readonly start: number;
  readonly block: Block;
}

export function readBlocks(nodes: readonly RootContent[], reading: BlockReading): PlacedBlock[] {
  return nodes.flatMap((node) => {
    const start = node.position?.start.offset ?? 0;
    return readBlock(node, reading).map((block) => ({ start, block }));
  });
}

function readBlock(node: RootContent, reading: BlockReading): Block[] {
  const { source } = reading;
  switch (node.type) {
    case 'heading': {
      const children = inlineText(node.children, source);
      if (children.length === 0) return [];
      const text = leafText({ children });
      return text.length > LONGEST_HEADING ? [paragraph(children)] : [{ type: 'heading', depth: node.depth, children }];
    }
    case 'paragraph':
      return nonEmpty(inlineText(node.children, source));
    case 'list':
      return readList(node, reading);
    case 'code':
      return readCode(node, source);
    case 'html':
      return reading.readHtml(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    case 'blockquote':
      return readBlocks(node.children, reading).map(({ block }) => block);
    case 'footnoteDefinition':
      return readFootnote(node, reading);
    default:
      return [];
  }
}

function nonEmpty(children: readonly Text[]): Paragraph[] {
  return children.length > 0 ? [paragraph(children)] : [];
}

/** Indented or fenced lines are text in a paper: a paragraph that keeps its lines. */
function readCode(node: Code, source: MarkdownSource): Block[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const children: Text[] = [];
  for (const line of sourceLines(source.text.slice(start, end))) {
    if (/^\s*(?:```|~~~)/.test(line.text)) continue;
    const next = fragmentText(source, start + line.start, start + line.end);
    const last = children.at(-1);
    if (last && next.length > 0) {
      children.push(piece('\n', { start: last.span.end, end: start + line.start }, last.place));
    }
    children.push(...next);
  }
  return nonEmpty(children);
}

function readFootnote(node: FootnoteDefinition, reading: BlockReading): Block[] {
  const blocks = readBlocks(node.children, reading).map(({ block }) => block);
  const paragraphs = blocks.filter((block): block is Paragraph => block.type === 'paragraph');
  return [{ type: 'footnoteDefinition', identifier: node.label ?? node.identifier, children: paragraphs }];
}

function readList(node: MarkdownList, reading: BlockReading): Block[] {
  const children = node.children.map((item) => readItem(item, reading)).filter((item) => item !== null);
  if (children.length === 0) return [];
  const ordered = children.some((item) => /\d/.test(item.marker ?? ''));
  const list: List = { type: 'list', ordered, children };
  return [list];
}

function readItem(item: MarkdownItem, reading: BlockReading): ListItem | null {
  const start = item.position?.start.offset ?? 0;
  const marker = /^(?:[-*+]|\d+[.)])/.exec(reading.source.text.slice(start, start + 12))?.[0] ?? null;
  const children = item.children.flatMap((child) => readBlock(child, reading));
  if (children.length === 0) return null;
  return unwrapped({ type: 'listItem', marker, children });
}

/** "- 1. The Panel…" is the item "1." that a converter put behind a bullet. */
function unwrapped(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  const inner = first?.type === 'list' && first.ordered && first.children.length === 1 ? first.children[0] : undefined;
  if (!inner || /\d/.test(item.marker ?? '')) return item;
  return { ...inner, children: [...inner.children, ...rest] };
}
