import type { Block, List, ListItem, Paragraph, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { paragraph } from '../text/blocks.ts';
import { dropCharacters } from '../text/pieces.ts';

const BULLET = /^\s*([•▪◦‣●○■□\uf0b7\uf0a7]|[·➢✓](?=\s))\s*/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+/;

/**
 * Takes list items out of a paragraph that swallowed them, as Markdown has it for every number but 1, and wherever
 * bullets are typed and not formatted:
 *
 *     See the link below                • one
 *     38. The next paragraph            • two
 *
 * A number opens an item only where it is the next of the paper's running numbers.
 */
export function splitSwallowedItems(blocks: readonly Block[]): Block[] {
  let last = 0;
  return blocks.flatMap((block) => {
    const split = block.type === 'list' ? splitList(block, last) : splitBlock(block, last);
    for (const part of split) if (part.type === 'list') last = lastNumber(part) ?? last;
    return split;
  });
}

function lastNumber(list: List): number | null {
  const digits = list.children
    .map((item) => /^\d+/.exec(item.marker ?? '')?.[0])
    .filter((found) => found !== undefined);
  return digits.length > 0 ? Number(digits.at(-1)) : null;
}

function splitBlock(block: Block, last: number): Block[] {
  if (block.type !== 'paragraph') return [block];
  const lines = sourceLinesOf(block.children);
  const groups: { marker: string | null; pieces: Text[] }[] = [];
  let number = last;
  for (const line of lines) {
    const marker = markerOf(line, number);
    if (marker !== null && /\d/.test(marker)) number = Number.parseInt(marker, 10);
    const group = groups.at(-1);
    if (marker !== null) groups.push({ marker, pieces: withoutMarker(line) });
    else if (group) group.pieces.push(...line);
    else groups.push({ marker: null, pieces: [...line] });
  }
  if (groups.every((group) => group.marker === null)) return [block];
  return gathered(groups.map((group) => ({ ...group, pieces: withoutLastBreak(group.pieces) })));
}

/** The items of a list whose last paragraph swallowed the items after it. */
function splitList(list: List, last: number): Block[] {
  const split: ListItem[] = [];
  let number = last;
  for (const item of list.children) {
    number = /^\d+/.test(item.marker ?? '') ? Number.parseInt(item.marker!, 10) : number;
    const tail = item.children.at(-1);
    const parts = tail?.type === 'paragraph' ? splitBlock(tail, number) : [];
    const swallowed = parts.find((part) => part.type === 'list');
    if (!swallowed || parts.length > 2) split.push(item);
    else {
      split.push({ ...item, children: [...item.children.slice(0, -1), ...parts.filter((part) => part !== swallowed)] });
      split.push(...swallowed.children);
      number = lastNumber(swallowed) ?? number;
    }
  }
  return split.length === list.children.length ? [list] : [{ ...list, children: split }];
}

/** The pieces of a paragraph by source line; each line ends with the break after it. */
function sourceLinesOf(pieces: readonly Text[]): Text[][] {
  const lines: Text[][] = [[]];
  for (const [index, text] of pieces.entries()) {
    lines.at(-1)!.push(text);
    const next = pieces[index + 1];
    if (next && (text.value === '\n' || (text.value === ' ' && lineOf(next) !== lineOf(text)))) lines.push([]);
  }
  return lines;
}

function lineOf(text: Text): number {
  return text.place.kind === 'line' ? text.place.line : 0;
}

function markerOf(line: readonly Text[], number: number): string | null {
  const value = leafText({ children: line });
  const bullet = BULLET.exec(value);
  if (bullet) return bullet[1]!;
  const match = NUMBER.exec(value);
  return match && number > 0 && Number(match[1]) === number + 1 ? match[0].trim() : null;
}

function withoutMarker(line: readonly Text[]): Text[] {
  const value = leafText({ children: line });
  const length = (BULLET.exec(value) ?? NUMBER.exec(value))?.[0].length ?? 0;
  return dropCharacters(line, length);
}

function withoutLastBreak(pieces: readonly Text[]): Text[] {
  return /^[ \n]$/.test(pieces.at(-1)?.value ?? '') ? pieces.slice(0, -1) : [...pieces];
}

function gathered(groups: readonly { readonly marker: string | null; readonly pieces: readonly Text[] }[]): Block[] {
  const before: Paragraph[] = [];
  const items: ListItem[] = [];
  for (const { marker, pieces } of groups) {
    if (pieces.length === 0) continue;
    if (marker === null) before.push(paragraph(pieces));
    else items.push({ type: 'listItem', marker, children: [paragraph(pieces)] });
  }
  return items.length === 0
    ? before
    : [...before, { type: 'list', ordered: /\d/.test(items[0]!.marker!), children: items }];
}
