import type { Block, List, ListItem, Paragraph, Repair, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { lastParagraph } from '../text/blocks.ts';
import { piece } from '../text/pieces.ts';
import { isUnfinished, startsWithDigit } from '../text/shape.ts';

/** Papers number their paragraphs up to about here; a greater number that does not follow on is a figure. */
const GREATEST_LIST_NUMBER = 200;
/** Numbers that may be missing between two paragraphs of one sequence. */
const LARGEST_GAP = 3;

/**
 * Gives back numbers that Markdown took for list markers: "2019. The …" is no item 2019, nor is "45. The …" after a
 * sentence that stops in the middle. Such an item becomes a paragraph that begins with its number.
 */
export function restoreMarkers(blocks: readonly Block[]): Block[] {
  const restored: Block[] = [];
  let last = 0;
  for (const block of blocks) {
    if (block.type !== 'list') {
      restored.push(block);
      continue;
    }
    let items: ListItem[] = [];
    for (const item of block.children) {
      const number = markedNumber(item);
      const isSign = item.marker === '+' && beginsWithFigure(item);
      if (number === null && !isSign) items.push(item);
      else if (number === null || isFigure(number, last, items.length === 0 ? restored.at(-1) : undefined)) {
        if (items.length > 0) restored.push({ ...block, children: items });
        items = [];
        restored.push(...withNumber(item));
      } else {
        items.push(item);
        last = number;
      }
    }
    if (items.length > 0) restored.push(items.length === block.children.length ? block : { ...block, children: items });
  }
  return restored;
}

function markedNumber(item: ListItem): number | null {
  const digits = /^(\d+)[.)]$/.exec(item.marker ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** "+ 5% on last year" is a change, not a list. */
function beginsWithFigure(item: ListItem): boolean {
  const [first] = item.children;
  return first?.type === 'paragraph' && startsWithDigit(leafText(first));
}

function isFigure(number: number, last: number, above: Block | undefined): boolean {
  if (number === 1 || number === last + 1) return false;
  if (number > GREATEST_LIST_NUMBER) return true;
  const near = number > last && number - last <= LARGEST_GAP;
  const ending = above && lastParagraph(above);
  return !near && ending !== undefined && ending !== null && isUnfinished(leafText(ending));
}

/** The marker's offsets are found from the first piece: "2019." stands before it, on the same line. */
function withNumber(item: ListItem): Block[] {
  const [first, ...rest] = item.children;
  const head = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || !head) return [{ type: 'list', ordered: true, children: [item] } satisfies List];
  const marker = item.marker!;
  const start = head.span.start - marker.length - 1;
  const number: Text = piece(`${marker} `, { start, end: head.span.start }, head.place);
  const repairs: Repair[] = ['marker-restored'];
  const mended: Paragraph = { ...first, children: [number, ...first.children], repairs };
  return [mended, ...rest];
}
