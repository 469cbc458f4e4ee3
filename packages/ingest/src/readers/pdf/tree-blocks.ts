import type { Block, Heading, List, ListItem, Table } from '@scrutineer/model';
import { paragraph } from '../text/blocks.ts';
import { tableCell } from '../text/table.ts';
import { joinLines } from './join-lines.ts';
import type { PageTable, PageTableCell } from './page-table.ts';
import type { TextBlock } from './text-blocks.ts';

/** What the whole paper's lines tell about one block. */
export interface Typography {
  /** Font size of most of the paper's text, in points. */
  readonly bodySize: number;
  /** The styles of headings, from the highest level down. */
  readonly headingStyles: readonly string[];
}

/** Most lines and characters of a heading. */
const MOST_HEADING_LINES = 3;
const LONGEST_HEADING = 200;
/** A heading is this much larger than the text where it is not bold. */
const LARGER = 1.08;
/** Bold text smaller than this share of the text is a caption or a label. */
const SMALLER = 0.97;
const LOWEST_DEPTH = 6;
/** Items whose markers begin within this distance are of one level, in points. */
const SAME_LEVEL = 6;

/** Tells the paper's typography from all of its text blocks. */
export function typographyOf(blocks: readonly TextBlock[]): Typography {
  const characters = new Map<number, number>();
  for (const line of blocks.flatMap((block) => block.lines)) {
    const size = roundSize(line.size);
    characters.set(size, (characters.get(size) ?? 0) + line.text.length);
  }
  const bodySize = [...characters].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
  const styles = new Set(blocks.filter((block) => isHeading(block, bodySize)).map(styleOf));
  return { bodySize, headingStyles: [...styles].sort(byWeight) };
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Size, then weight, then slant, then whether a letter numbers it: "a." stands below "1.". */
function styleOf(block: TextBlock): string {
  const line = block.lines[0]!;
  const lettered = /^\(?[a-z][.)]\s/i.test(textOf(block)) ? 1 : 0;
  const italic = line.spans.every((span) => span.run.italic) ? 1 : 0;
  return `${roundSize(line.size).toFixed(1).padStart(6, '0')} ${line.bold ? 1 : 0} ${1 - italic} ${1 - lettered}`;
}

function byWeight(one: string, other: string): number {
  return one < other ? 1 : -1;
}

function textOf(block: TextBlock): string {
  return block.lines.map((line) => line.text).join(' ');
}

export function isHeading(block: TextBlock, bodySize: number): boolean {
  const line = block.lines[0]!;
  const text = textOf(block);
  if (block.lines.length > MOST_HEADING_LINES || text.length > LONGEST_HEADING) return false;
  if (line.size < bodySize * SMALLER) return false;
  if (block.kind === 'item' && !line.bold && line.size < bodySize * LARGER) return false;
  if (!/\p{L}{2}/u.test(text) || text.includes('\t')) return /^\S{1,6}\t\S[^\t]*$/.test(text) && line.bold;
  if (!block.lines.every((other) => other.bold) && line.size < bodySize * LARGER) return false;
  return !/[;,]$/.test(text) && (!/\.$/.test(text) || /^\(?[\da-z]{1,3}[.)]\s/i.test(text));
}

/** A block of text as a node of the tree. */
export function textNode(block: TextBlock, typography: Typography): Block {
  const children = joinLines(block.lines, block.margin);
  if (!isHeading(block, typography.bodySize)) return paragraph(children);
  const depth = Math.min(typography.headingStyles.indexOf(styleOf(block)) + 1, LOWEST_DEPTH);
  const text = children.map((part) => (/^[\t\n]$/.test(part.value) ? { ...part, value: ' ' } : part));
  return { type: 'heading', depth: Math.max(depth, 1), children: text } satisfies Heading;
}

/** Consecutive items as lists, nested by where their markers stand. */
export function listNodes(items: readonly TextBlock[]): List[] {
  const first = items[0];
  if (!first) return [];
  const children: ListItem[] = [];
  let index = 0;
  while (index < items.length) {
    const item = items[index]!;
    let end = index + 1;
    while (end < items.length && items[end]!.left > item.left + SAME_LEVEL) end += 1;
    const nested = listNodes(items.slice(index + 1, end));
    children.push({
      type: 'listItem',
      marker: item.marker,
      children: [paragraph(joinLines(item.lines, item.margin)), ...nested],
    });
    index = end;
  }
  return [{ type: 'list', ordered: /[\da-z]/i.test(first.marker ?? ''), children }];
}

export function tableNode(table: PageTable): Table {
  return {
    type: 'table',
    title: null,
    rows: table.rows,
    columns: table.columnEdges.length - 1,
    parts: [{ page: table.page, box: table.box }],
    children: table.cells.map((cell) => cellNode(cell, table.page)),
  };
}

/** Room between a cell's text and its edge, in points. */
const CELL_PADDING = 4;

function cellNode(cell: PageTableCell, page: number) {
  const { row, column, rowSpan, colSpan, box } = cell;
  const children = joinLines(cell.lines, box[2] - CELL_PADDING);
  return tableCell({ row, column, rowSpan, colSpan, place: { kind: 'page', page, box }, children });
}
