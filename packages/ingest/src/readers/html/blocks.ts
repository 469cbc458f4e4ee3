import type { Block, List, ListItem, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import type { Element, ElementContent } from 'hast';
import { paragraph } from '../text/blocks.ts';
import { collapseBlanks } from './collapse-blanks.ts';
import { type HtmlSource, holdsBlocks, inlinePieces, isBlock } from './inline.ts';
import { captionOf, isLayout, readTable } from './table.ts';
import { isSkipped } from './visibility.ts';

/** Gives the source for the next block: in an HTML file each block has its own index as its place. */
export type NextSource = () => HtmlSource;

/** Deepest nesting of elements that is followed; deeper ones are read as text. */
const DEEPEST = 200;

/** Reads flow content: runs of inline nodes become paragraphs, blocks become what they are. */
export function readFlow(nodes: readonly ElementContent[], next: NextSource, depth = 0): Block[] {
  const blocks: Block[] = [];
  let inline: ElementContent[] = [];
  const flush = () => {
    if (inline.some(hasText)) blocks.push(...readParagraph(inline, next));
    inline = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && isSkipped(node)) continue;
    const isFlow = node.type === 'element' && (isBlock(node) || holdsBlocks(node)) && depth < DEEPEST;
    if (!isFlow) inline.push(node);
    else {
      flush();
      blocks.push(...readElement(node, next, depth));
    }
  }
  flush();
  return blocks;
}

function hasText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && node.children.some(hasText);
}

function readElement(element: Element, next: NextSource, depth: number): Block[] {
  const { tagName } = element;
  if (/^h[1-6]$/.test(tagName)) return readHeading(element, Number(tagName[1]), next);
  if (tagName === 'ul' || tagName === 'ol') return readList(element, next, depth);
  if (tagName === 'table') return readTableBlocks(element, next, depth);
  if (tagName === 'pre') return readPreformatted(element, next);
  if (isPageFurniture(element)) return readFurniture(element, next);
  return readFlow(element.children, next, depth + 1);
}

function readHeading(element: Element, depth: number, next: NextSource): Block[] {
  const children = collapseBlanks(inlinePieces(element.children, next()));
  return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
}

function readParagraph(nodes: readonly ElementContent[], next: NextSource): Block[] {
  const children = collapseBlanks(inlinePieces(nodes, next()));
  return children.length > 0 ? [paragraph(children)] : [];
}

/** Lines of preformatted text stay lines. */
function readPreformatted(element: Element, next: NextSource): Block[] {
  const source = next();
  const pieces = inlinePieces(element.children, source).map((text): Text => {
    const written = source.text.slice(text.span.start, text.span.end);
    return text.value === ' ' && /[\r\n]/.test(written) ? { ...text, value: '\n' } : text;
  });
  const children = collapseBlanks(pieces);
  return children.length > 0 ? [paragraph(children)] : [];
}

/** The page's own header and footer, but not a header that holds the paper's title. */
function isPageFurniture(element: Element): boolean {
  if (element.tagName === 'footer') return true;
  return element.tagName === 'header' && !holdsTitle(element);
}

function holdsTitle(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === 'h1' || holdsTitle(child)));
}

function readFurniture(element: Element, next: NextSource): Block[] {
  const children = collapseBlanks(inlinePieces(element.children, next()));
  const role = element.tagName === 'footer' ? 'footer' : 'header';
  return children.length > 0 ? [{ type: 'furniture', role, children }] : [];
}

function readTableBlocks(element: Element, next: NextSource, depth: number): Block[] {
  if (isLayout(element)) return readFlow(flattened(element), next, depth + 1);
  const caption = captionOf(element);
  const above = caption ? readParagraph(caption.children, next) : [];
  const title = above[0]?.type === 'paragraph' ? leafText(above[0]) : null;
  const table = readTable(element, next());
  return table.children.length > 0 ? [...above, { ...table, title }] : above;
}

/** The contents of a layout table's cells, each as a block of its own. */
function flattened(element: Element): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [];
    if (/^t(?:head|body|foot|r)$/.test(child.tagName)) return flattened(child);
    return [{ ...child, tagName: 'div' }];
  });
}

function readList(element: Element, next: NextSource, depth: number): Block[] {
  const ordered = element.tagName === 'ol';
  const format = String(element.properties.type ?? '1');
  let number = Number(element.properties.start ?? 1);
  const children: ListItem[] = [];
  for (const child of element.children) {
    if (child.type !== 'element' || isSkipped(child)) continue;
    number = Number(child.properties.value ?? number);
    const blocks =
      child.tagName === 'li' ? readFlow(child.children, next, depth + 1) : readFlow([child], next, depth + 1);
    if (blocks.length > 0)
      children.push({ type: 'listItem', marker: ordered ? markerOf(number, format) : '•', children: blocks });
    if (child.tagName === 'li') number += 1;
  }
  const list: List = { type: 'list', ordered, children };
  return children.length > 0 ? [list] : [];
}

function markerOf(number: number, format: string): string {
  const letter = String.fromCharCode(96 + ((((number - 1) % 26) + 26) % 26) + 1);
  if (format === 'a') return `${letter}.`;
  if (format === 'A') return `${letter.toUpperCase()}.`;
  return `${number}.`;
}
