import type { Block, List, ListItem, Paragraph, Place, Text } from '@scrutineer/model';
import { paragraph } from '../text/blocks.ts';
import { trimPieces } from '../text/pieces.ts';
import { draftPiece, type LabelNote, paragraphText } from './inline.ts';
import type { ParagraphFacts } from './prepare-body.ts';
import { readTable } from './table.ts';
import type { WordNode } from './word-tree.ts';

/** A block, or a list item that still has to find its list. */
type Draft =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'item'; readonly level: number; readonly marker: string; readonly children: readonly Text[] };

export function readBlocks(
  nodes: readonly WordNode[],
  facts: readonly ParagraphFacts[],
  labelNote: LabelNote,
): Block[] {
  const drafts: Draft[] = [];
  let index = 0;
  const visit = (node: WordNode) => {
    const place: Place = { kind: 'block', index };
    if (node.type === 'table') drafts.push({ kind: 'block', block: readTable(node, place, labelNote) });
    else if (node.type === 'paragraph') {
      const draft = readParagraph(node.children, facts, place, labelNote);
      if (!draft) return;
      drafts.push(draft);
    } else {
      if ('children' in node) node.children.forEach(visit);
      return;
    }
    index += 1;
  };
  nodes.forEach(visit);
  return gatherLists(drafts);
}

function readParagraph(
  nodes: readonly WordNode[],
  facts: readonly ParagraphFacts[],
  place: Place,
  labelNote: LabelNote,
): Draft | null {
  const { pieces, index } = paragraphText(nodes, place, labelNote);
  const children = trimPieces(pieces);
  if (children.length === 0) return null;
  const fact = index === null ? undefined : facts[index];
  if (fact?.isContents) return { kind: 'block', block: { type: 'furniture', role: 'running', children } };
  const depth = fact?.headingDepth ?? null;
  const marker = fact?.marker ?? null;
  if (depth !== null) {
    const numbered = marker && isNumber(marker) ? [draftPiece(`${marker} `, place), ...children] : children;
    return { kind: 'block', block: { type: 'heading', depth, children: numbered } };
  }
  if (marker !== null) return { kind: 'item', level: fact?.listLevel ?? 0, marker, children };
  return { kind: 'block', block: paragraph(children) };
}

/** Consecutive items become lists, nested by their levels. */
function gatherLists(drafts: readonly Draft[]): Block[] {
  const blocks: Block[] = [];
  let open: Extract<Draft, { kind: 'item' }>[] = [];
  const close = () => {
    blocks.push(...nestItems(open));
    open = [];
  };
  for (const draft of drafts) {
    if (draft.kind === 'item') {
      const first = open[0];
      if (first && draft.level <= first.level && isNumber(draft.marker) !== isNumber(first.marker)) close();
      open.push(draft);
    } else {
      close();
      blocks.push(draft.block);
    }
  }
  close();
  return blocks;
}

/** A number or letter; not a bullet. */
function isNumber(marker: string): boolean {
  return /[\da-z]/i.test(marker);
}

function nestItems(items: readonly Extract<Draft, { kind: 'item' }>[]): List[] {
  if (items.length === 0) return [];
  const level = Math.min(...items.map((item) => item.level));
  const children: ListItem[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index]!;
    let end = index + 1;
    while (end < items.length && items[end]!.level > level) end += 1;
    const isOwn = item.level === level;
    const nested = nestItems(items.slice(isOwn ? index + 1 : index, end));
    const own: Paragraph[] = isOwn ? [paragraph(item.children)] : [];
    children.push({ type: 'listItem', marker: isOwn ? item.marker || null : null, children: [...own, ...nested] });
    index = end;
  }
  return [{ type: 'list', ordered: children.some((item) => isNumber(item.marker ?? '')), children }];
}
