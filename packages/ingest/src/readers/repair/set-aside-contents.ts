import type { Block, Furniture } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';

/** What ends a line of a table of contents: dots, set apart or not, and a page number. */
const DOTS_AND_PAGE = /(?:\.[ \u00a0]?){4}\s*\d{1,3}$/;

/** Sets aside the lines of a table of contents: their numbers are pages and their titles come again as headings. */
export function setAsideContents(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return block;
    const lines = leafText(block).trim().split('\n');
    const isContents = lines.every(leadsToPage);
    return isContents ? ({ type: 'furniture', role: 'running', children: block.children } satisfies Furniture) : block;
  });
}

/** A title, dots and a page number. */
function leadsToPage(line: string): boolean {
  const dots = DOTS_AND_PAGE.exec(line);
  return dots !== null && line.slice(0, dots.index).trim() !== '';
}
