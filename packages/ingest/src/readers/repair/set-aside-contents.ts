import type { Block, Furniture } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';

/** A line of a table of contents: a title, dots or a tab, and a page number. */
const DOTTED_LINE = /^.*\S\s*(?:\.[ \u00a0]?){4,}\s*\d{1,3}$/;

/** Sets aside the lines of a table of contents: their numbers are pages and their titles come again as headings. */
export function setAsideContents(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return block;
    const lines = leafText(block).trim().split('\n');
    const isContents = lines.every((line) => DOTTED_LINE.test(line));
    return isContents ? ({ type: 'furniture', role: 'running', children: block.children } satisfies Furniture) : block;
  });
}
