import type { Block, Table } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { isUnfinished } from '../text/shape.ts';
import { rowsOf, titleOfRow } from '../text/table.ts';

/** Longest paragraph that is read as the title of the table below it, in characters: two printed lines. */
const LONGEST_TITLE = 200;

/**
 * Gives each table without a title the one that is printed with it: a row over all columns at its top, else the
 * caption or the short paragraph directly above. The paragraph's own block stays where it is.
 */
export function titleTables(blocks: readonly Block[]): Block[] {
  let above: Block | null = null;
  return blocks.map((block) => {
    const titled = block.type === 'table' && block.title === null ? { ...block, title: titleOf(block, above) } : block;
    if (block.type !== 'furniture' && !isNote(block)) above = block;
    return titled;
  });
}

function titleOf(table: Table, above: Block | null): string | null {
  const first = rowsOf(table)[0];
  const own = first && table.rows > 1 ? titleOfRow(first, table.columns) : null;
  return own ?? captionOf(above);
}

/** A note to a table ("* provisional") may stand between its title and the table. */
function isNote(block: Block): boolean {
  return block.type === 'paragraph' && /^(?:[*†‡]|Notes?:|N\.?B\.?)/.test(leafText(block).trim());
}

function captionOf(above: Block | null): string | null {
  if (above?.type !== 'paragraph' && above?.type !== 'heading') return null;
  const text = leafText(above).trim();
  if (/^(?:Table|Figure|Chart)\s+[\dA-Z]/.test(text)) return text;
  if (above.type === 'heading' || text.length > LONGEST_TITLE || text.includes('\n')) return null;
  const isSentence = !isUnfinished(text) && !/\)\.$/.test(text);
  return isSentence || text === '' ? null : text;
}
