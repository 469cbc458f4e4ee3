import type { Block, Furniture, Heading, Paragraph, Table } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { lastParagraph } from '../text/blocks.ts';
import { endsMidSentence, isUnfinished, startsLowerCase } from '../text/shape.ts';
import { rowsOf, titleOfRow } from '../text/table.ts';

/** Longest running header or footer, in characters: one printed line. */
const LONGEST_FURNITURE = 80;
/** Fewest times that a line must recur to be furniture: fewer may be chance ("Recommendation" at both ends of a paper). */
const FEWEST_RECURRENCES = 3;

/** How many lines of the same furniture may stand together. */
const FARTHEST_NEIGHBOUR = 5;

type Short = Heading | Paragraph;

/**
 * Sets aside what page layout repeats: "Item 2", "Page 3 of 20", "OFFICIAL".
 *
 * A line that recurs is furniture only with evidence: at least once it interrupts a sentence or a table (twice where
 * its number changes, as "Objective 1", "Objective 2" do too), or it is a page number or a protective marking.
 */
export function setAsideFurniture(blocks: readonly Block[]): Block[] {
  const furniture = new Set<Block>();
  for (const group of recurringLines(blocks).values()) {
    if (isFurniture(group, blocks)) for (const { block } of group) furniture.add(block);
  }
  return blocks.map((block) => (furniture.has(block) ? asFurniture(block as Short) : block));
}

interface Occurrence {
  readonly block: Short;
  readonly index: number;
  readonly text: string;
}

/** Short lines by their text with the digits left open. */
function recurringLines(blocks: readonly Block[]): Map<string, Occurrence[]> {
  const groups = new Map<string, Occurrence[]>();
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    const text = leafText(block).trim();
    if (text.length === 0 || text.length > LONGEST_FURNITURE || text.includes('\n')) continue;
    const key = text.replace(/\d+/g, '#').replace(/\s+/g, ' ');
    const group = groups.get(key);
    if (group) group.push({ block, index, text });
    else groups.set(key, [{ block, index, text }]);
  }
  return groups;
}

function isFurniture(group: readonly Occurrence[], blocks: readonly Block[]): boolean {
  const text = group[0]!.text;
  if (isPageNumber(text)) return true;
  if (isProtectiveMarking(text)) return group.length > 1;
  if (group.length < FEWEST_RECURRENCES) return false;
  if (/^\d+$/.test(text)) return increases(group);
  const same = group.every((occurrence) => occurrence.text === text);
  const members = new Set<Block>(group.map((occurrence) => occurrence.block));
  const interruptions = group.filter(({ index }) => interrupts(index, blocks, members)).length;
  return interruptions >= (same ? 1 : 2);
}

function isPageNumber(text: string): boolean {
  return /^(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(text) || /^[-–]\s*\d{1,4}\s*[-–]$/.test(text);
}

function isProtectiveMarking(text: string): boolean {
  return /^(?:NOT PROTECTIVELY MARKED|UNCLASSIFIED|(?:UK )?OFFICIAL(?:[ -:]+SENSITIVE)?|RESTRICTED|PROTECT)$/.test(
    text,
  );
}

function increases(group: readonly Occurrence[]): boolean {
  const numbers = group.map(({ text }) => Number(text));
  return numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
}

/** Whether the block stands in the middle of a sentence or of a table. */
function interrupts(index: number, blocks: readonly Block[], members: ReadonlySet<Block>): boolean {
  const before = neighbour(index, -1, blocks, members);
  const after = neighbour(index, 1, blocks, members);
  if (!before || !after) return false;
  if (before.type === 'table' && after.type === 'table') return continuesTable(before, after);
  const ending = lastParagraph(before);
  if (!ending || after.type !== 'paragraph') return false;
  const text = leafText(ending);
  return endsMidSentence(text) || (isUnfinished(text) && startsLowerCase(leafText(after)));
}

function neighbour(index: number, step: 1 | -1, blocks: readonly Block[], members: ReadonlySet<Block>): Block | null {
  for (let steps = 1; steps <= FARTHEST_NEIGHBOUR; steps += 1) {
    const block = blocks[index + steps * step];
    if (block && !members.has(block)) return block;
  }
  return null;
}

function continuesTable(before: Table, after: Table): boolean {
  return before.columns === after.columns && titleOfRow(rowsOf(after)[0] ?? [], after.columns) === null;
}

function asFurniture(block: Short): Furniture {
  return {
    type: 'furniture',
    role: isPageNumber(leafText(block).trim()) ? 'page-number' : 'running',
    children: block.children,
  };
}
