import type { List, ListItem } from '@scrutineer/model';
import type { PlacedBlock } from './blocks.ts';

/**
 * Puts an indented list under the item above it, and goes on with the outer list after it:
 *
 *     7. The Chancellor confirmed:
 *       - pay freeze
 *     8. The statement
 *
 * Markdown wants one more blank of indentation for this than converters write.
 */
export function nestLists(blocks: readonly PlacedBlock[], text: string): PlacedBlock[] {
  const nested: PlacedBlock[] = [];
  for (const placed of blocks) {
    const above = nested.at(-1);
    const { block } = placed;
    if (block.type !== 'list' || above?.block.type !== 'list') nested.push(placed);
    else if (isIndented(placed.start, text))
      nested[nested.length - 1] = { ...above, block: withNested(above.block, block) };
    else if (block.ordered && above.block.ordered) {
      nested[nested.length - 1] = {
        ...above,
        block: { ...block, children: [...above.block.children, ...block.children] },
      };
    } else nested.push(placed);
  }
  return nested;
}

function isIndented(start: number, text: string): boolean {
  return /[ \t]/.test(text[start - 1] ?? '');
}

function withNested(list: List, inner: List): List {
  const item: ListItem = list.children.at(-1)!;
  return { ...list, children: [...list.children.slice(0, -1), { ...item, children: [...item.children, inner] }] };
}
