import type { Block, Paragraph, Text } from '@scrutineer/model';

/** The leaf that ends a block: the block itself, or the last paragraph of a list's last item. */
export function lastParagraph(block: Block): Paragraph | null {
  if (block.type === 'paragraph') return block;
  if (block.type !== 'list') return null;
  const last = block.children.at(-1)?.children.at(-1);
  return last ? lastParagraph(last) : null;
}

/** The same block with the paragraph that ends it replaced. */
export function withLastParagraph(block: Block, paragraph: Paragraph): Block {
  if (block.type === 'paragraph') return paragraph;
  if (block.type !== 'list') return block;
  const item = block.children.at(-1);
  const last = item?.children.at(-1);
  if (!item || !last) return block;
  const children = [...item.children.slice(0, -1), withLastParagraph(last, paragraph)];
  return { ...block, children: [...block.children.slice(0, -1), { ...item, children }] };
}

export function paragraph(children: readonly Text[]): Paragraph {
  return { type: 'paragraph', children };
}
