import type { Heading, List, ListItem, Paragraph, Table } from '@scrutineer/model';
import { paragraph } from '../text/blocks.ts';
import { tableCell } from '../text/table.ts';
import { joinLines } from './join-lines.ts';
import type { Line } from './page.ts';
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
  const styles = new Set(blocks.flatMap((block) => headingLines(block, bodySize) ?? []).map(styleOf));
  return { bodySize, headingStyles: [...styles].sort(byWeight) };
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Size, then weight, then slant, then whether a letter numbers it: "a." stands below "1.". */
function styleOf(lines: readonly Line[]): string {
  const line = lines[0]!;
  const lettered = /^\(?[a-z][.)]\s/i.test(line.text) ? 1 : 0;
  const italic = line.spans.every((span) => span.run.italic) ? 1 : 0;
  return `${roundSize(line.size).toFixed(1).padStart(6, '0')} ${line.bold ? 1 : 0} ${1 - italic} ${1 - lettered}`;
}

function byWeight(one: string, other: string): number {
  return one < other ? 1 : -1;
}

/** The lines of a block that is a heading, with its number; null where it is none. */
function headingLines(block: TextBlock, bodySize: number): readonly Line[][] | null {
  const lines = [block.firstLine, ...block.lines.slice(1)];
  const text = lines.map((line) => line.text).join(' ');
  const size = block.firstLine.size;
  if (lines.length > MOST_HEADING_LINES || text.length > LONGEST_HEADING || size < bodySize * SMALLER) return null;
  if (!lines.every((line) => line.bold) && size < bodySize * LARGER) return null;
  const unnumbered = text.replace(/^\S{1,6}\t/, '');
  if (!/\p{L}{2}/u.test(unnumbered) || unnumbered.includes('\t') || isBullet(block.marker)) return null;
  const isSentence = /[.;,]$/.test(text) && !/^\(?[\da-z]{1,3}[.)]\s/i.test(text);
  return isSentence ? null : [lines];
}

function isBullet(marker: string | null): boolean {
  return marker !== null && !/[\da-z]/i.test(marker);
}

/** A block as a heading of the tree; null where it is none. */
export function headingNode(block: TextBlock, { bodySize, headingStyles }: Typography): Heading | null {
  const [lines] = headingLines(block, bodySize) ?? [];
  if (!lines) return null;
  const depth = Math.min(Math.max(headingStyles.indexOf(styleOf(lines)) + 1, 1), LOWEST_DEPTH);
  const pieces = joinLines(lines, () => block.margin);
  const children = pieces.map((part) => (/^[\t\n]$/.test(part.value) ? { ...part, value: ' ' } : part));
  return { type: 'heading', depth, children };
}

export function paragraphNode(block: TextBlock): Paragraph {
  const node = paragraph(joinLines(block.lines, () => block.margin));
  return block.isContinued ? { ...node, repairs: ['joined-over-break'] } : node;
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
      children: [paragraphNode(item), ...nested],
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
  // Lines may stand in the middle of their cell: what counts is the width that they had.
  const width = box[2] - box[0] - 2 * CELL_PADDING;
  const children = joinLines(cell.lines, (line) => line.box[0] + width);
  return tableCell({ row, column, rowSpan, colSpan, place: { kind: 'page', page, box }, children });
}
