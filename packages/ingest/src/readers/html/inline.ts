import type { Mark, Place, Text } from '@scrutineer/model';
import type { Element, ElementContent, Text as HtmlText, Nodes } from 'hast';
import { align } from '../text/align.ts';
import { MARK_OF_ELEMENT } from '../text/html-names.ts';
import { piece } from '../text/pieces.ts';
import { isSkipped } from './visibility.ts';

/** The file that pieces point into. */
export interface HtmlSource {
  readonly text: string;
  /** Added to a node's offsets where only a part of the file was parsed. */
  readonly shift: number;
  readonly placeAt: (offset: number) => Place;
}

const BLOCKS = new Set(
  (
    'address article blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hr li main ol p pre section summary table tbody td tfoot th thead tr ul body html'
  ).split(' '),
);

export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName);
}

/** Whether an element holds blocks at any depth; then it is no inline element whatever its name. */
export function holdsBlocks(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (isBlock(child) || holdsBlocks(child)));
}

function startOf(node: Nodes, source: HtmlSource): number {
  return (node.position?.start.offset ?? 0) + source.shift;
}

/** The text of inline nodes, white space not yet collapsed; a block among them begins and ends a line. */
export function inlinePieces(
  nodes: readonly ElementContent[],
  source: HtmlSource,
  marks: readonly Mark[] = [],
): Text[] {
  const pieces: Text[] = [];
  const addBreak = (offset: number) => {
    if (pieces.length > 0 && pieces.at(-1)!.value !== '\n') pieces.push(lineBreak(offset, source));
  };
  for (const node of nodes) {
    if (node.type === 'text') pieces.push(...textPieces(node, source, marks));
    if (node.type !== 'element' || isSkipped(node)) continue;
    const start = startOf(node, source);
    const end = (node.position?.end.offset ?? start) + source.shift;
    if (node.tagName === 'br') pieces.push(lineBreak(start, source));
    else {
      const mark = MARK_OF_ELEMENT[node.tagName];
      const inner = inlinePieces(node.children, source, mark ? [...new Set([...marks, mark])] : marks);
      if (isBlock(node)) addBreak(start);
      pieces.push(...inner);
      if (isBlock(node)) addBreak(Math.max(end - 1, start));
    }
  }
  return pieces;
}

function lineBreak(offset: number, source: HtmlSource): Text {
  return piece('\n', { start: offset, end: offset + 1 }, source.placeAt(offset));
}

function textPieces(node: HtmlText, source: HtmlSource, marks: readonly Mark[]): readonly Text[] {
  const { placeAt, text } = source;
  return align(node.value, text, startOf(node, source), { marks, placeAt, lineBreak: ' ', syntax: 'html' }).pieces;
}
