import type { Block } from '@scrutineer/model';
import { joinParagraphs } from './join-paragraphs.ts';
import { joinTables } from './join-tables.ts';
import { setAsideContents } from './set-aside-contents.ts';
import { setAsideFurniture } from './set-aside-furniture.ts';

/** Mends what page layout broke, so that the blocks are those that the author wrote. */
export function repairBlocks(blocks: readonly Block[]): Block[] {
  return joinTables(joinParagraphs(setAsideFurniture(setAsideContents(blocks))));
}
