import type { Block, Heading, Paragraph } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';

/** Longest bold line that is read as a heading, in characters: about one printed line and a half. */
const LONGEST_BOLD_HEADING = 140;
const LOWEST_DEPTH = 6;

/**
 * A short paragraph that is bold as a whole ("**c. Citizens in policing**") is a heading one level below the last
 * real one. Bold sentences and bold lone markers stay paragraphs.
 */
export function promoteBoldHeadings(blocks: readonly Block[]): Block[] {
  let depth = 0;
  return blocks.map((block, index) => {
    if (block.type === 'heading') depth = block.depth;
    if (block.type !== 'paragraph' || !isBoldHeading(block)) return block;
    return isCaption(block, blocks[index + 1]) ? block : promoted(block, depth);
  });
}

/** A bold line above a table is its title, unless it is numbered as a section is. */
function isCaption(paragraph: Paragraph, next: Block | undefined): boolean {
  const text = leafText(paragraph).trim();
  return next?.type === 'table' && !/^(?:\d+|[a-z])[.)]/i.test(text);
}

function promoted(paragraph: Paragraph, depth: number): Heading {
  return { type: 'heading', depth: Math.min(depth + 1, LOWEST_DEPTH), children: paragraph.children };
}

function isBoldHeading(paragraph: Paragraph): boolean {
  const text = leafText(paragraph).trim();
  if (text.length > LONGEST_BOLD_HEADING || text.includes('\n') || !/\p{L}{3}/u.test(text)) return false;
  if (/[.;,]$/.test(text) || /[%£$€]/.test(text)) return false;
  return paragraph.children.every((part) => part.marks?.includes('strong') || part.value.trim() === '');
}
