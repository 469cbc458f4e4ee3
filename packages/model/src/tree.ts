import type { Node } from 'unist';
import { printedWidth } from './character-width.ts';
import type { Box, Place, Span } from './place.ts';
import { unionBox } from './place.ts';

/**
 * The document tree: a unist tree with mdast's node names, and one table node that mdast lacks (cells with spans).
 * Every `text` leaf knows its offsets in `PaperTree.text` and its place in the paper as published.
 */
export interface PaperTree extends Node {
  readonly type: 'root';
  readonly mediaType: MediaType;
  /**
   * The text that all offsets point into. Markdown and HTML: the file itself, decoded, so that an offset can be checked
   * in any editor. DOCX and PDF, which are no text files: the text of all leaves in reading order, as the reader wrote it.
   */
  readonly text: string;
  /** Number of pages; null where the format has none. */
  readonly pages: number | null;
  readonly children: readonly Block[];
}

export const MEDIA_TYPES = {
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

export type Block = Heading | Paragraph | List | Table | Furniture | FootnoteDefinition;

/** What a reader mended so that the tree is the paper its author wrote. */
export type Repair =
  | 'joined-over-break' // a paragraph that a page break or blank line cut in two
  | 'row-joined-over-break' // a table row that a page break cut in two
  | 'table-joined-over-break' // a table continued after a page break or running header
  | 'marker-restored' // a number that was glued to a list marker, or taken for one
  | 'hyphen-removed'; // a word hyphenated over two lines

/** Where a block stands in the paper's outline, as its numbers and its looks tell it, whatever the format. */
export interface OutlinePlace {
  /** The section number printed at its beginning ("4.2.1.3", "a", "3"); null where it has none. */
  readonly number: string | null;
  /** How many characters of its text the number takes, with what parts it from the words; 0 where it has none. */
  readonly numberLength: number;
  /**
   * Its depth as a heading, where it heads what follows without being a heading of the format: 11 and more by the parts
   * of its number (so that it is below every real heading), 20 without one. Null for all other blocks.
   */
  readonly heads: number | null;
}

interface Outlined {
  /** Absent where the block has neither number nor depth. */
  readonly outline?: OutlinePlace;
}

interface Repaired {
  readonly repairs?: readonly Repair[];
}

export interface Heading extends Node, Repaired, Outlined {
  readonly type: 'heading';
  /** 1 is the highest. */
  readonly depth: number;
  readonly children: readonly Text[];
}

export interface Paragraph extends Node, Repaired, Outlined {
  readonly type: 'paragraph';
  readonly children: readonly Text[];
}

export interface List extends Node {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly children: readonly ListItem[];
}

export interface ListItem extends Node, Repaired {
  readonly type: 'listItem';
  /** The marker as printed or as numbered by the format ("4.", "a)", "•"); null where it cannot be told. */
  readonly marker: string | null;
  readonly children: readonly Block[];
}

/** A table; its cells are its children, in reading order, each on a grid of `rows` x `columns`. */
export interface Table extends Node, Repaired {
  readonly type: 'table';
  /** The caption or title that belongs to it; null where none is known. The caption's own block stays in the tree. */
  readonly title: string | null;
  readonly rows: number;
  readonly columns: number;
  /** One part for each page it stands on; empty outside PDF. */
  readonly parts: readonly { readonly page: number; readonly box: Box }[];
  readonly children: readonly TableCell[];
}

export interface TableCell extends Node, Repaired {
  readonly type: 'tableCell';
  /** 0-based row and column of its top left corner. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The format itself says that this is a header cell (HTML `th`, GFM's first row, Word's repeated header rows). */
  readonly header: boolean;
  /** Page and box of the cell; null outside PDF. */
  readonly place: Place | null;
  readonly children: readonly Text[];
}

/** Running headers, footers and page numbers, set aside from the text. */
export interface Furniture extends Node {
  readonly type: 'furniture';
  readonly role: 'header' | 'footer' | 'page-number' | 'running';
  readonly children: readonly Text[];
}

export interface FootnoteDefinition extends Node {
  readonly type: 'footnoteDefinition';
  readonly identifier: string;
  readonly children: readonly Paragraph[];
}

export type Mark = 'strong' | 'emphasis' | 'superscript' | 'subscript' | 'link' | 'footnote-reference';

/**
 * A piece of text that stands in one place, with one set of marks.
 *
 * Either `value` is verbatim (`tree.text.slice(span.start, span.end) === value`), or it is a piece that the format
 * writes otherwise (an entity, an escape, a line break, a joint made by a repair) and is then one character long.
 * A leaf's text is the values of its children joined by nothing: separators are `Text` pieces of their own.
 */
export interface Text extends Node {
  readonly type: 'text';
  readonly value: string;
  readonly span: Span;
  readonly place: Place;
  readonly marks?: readonly Mark[];
  /** How sure the recognition of a picture's text is, 0 to 1; absent where the format tells the text. */
  readonly confidence?: number;
}

/** A node whose children are text: what figures are read from. */
export type Leaf = Heading | Paragraph | TableCell | Furniture;

/** A leaf, and the table that it is a cell of. */
export interface FoundLeaf {
  readonly leaf: Leaf;
  readonly table: Table | null;
}

/** Every leaf of some blocks, in reading order. */
export function* leavesOf(blocks: readonly Block[]): Generator<FoundLeaf> {
  for (const block of blocks) {
    if (block.type === 'table') yield* block.children.map((leaf) => ({ leaf, table: block }));
    else if (block.type === 'list') for (const item of block.children) yield* leavesOf(item.children);
    else if (block.type === 'footnoteDefinition') yield* leavesOf(block.children);
    else yield { leaf: block, table: null };
  }
}

/** The readable text of a leaf. */
export function leafText(leaf: { readonly children: readonly Text[] }): string {
  let text = '';
  for (const child of leaf.children) text += child.value;
  return text;
}

/** Where the characters `[start, end)` of a leaf's text stand in the paper. */
export interface Location {
  readonly span: Span;
  readonly line: number | null;
  readonly page: number | null;
  readonly box: Box | null;
  /** Of the least sure of its pieces; 1 where the format tells the text. */
  readonly confidence: number;
}

/**
 * Maps offsets in a leaf's own text to the document: offsets in `PaperTree.text`, line, page and box.
 * The box of a part of a piece is interpolated by its share of the piece's printed width.
 *
 * @param start offset in `leafText(leaf)`, UTF-16 code units
 * @param end half-open end in `leafText(leaf)`
 * @throws RangeError where the range holds no text of the leaf
 */
export function locate(leaf: { readonly children: readonly Text[] }, start: number, end: number): Location {
  const touched: { text: Text; from: number; to: number }[] = [];
  let offset = 0;
  for (const text of leaf.children) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, text.value.length);
    if (from < to) touched.push({ text, from, to });
    offset += text.value.length;
    if (offset >= end) break;
  }
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) throw new RangeError(`no text at ${start}-${end} of a leaf of ${offset} characters`);
  const place = first.text.place;
  return {
    span: { start: spanOffset(first.text, first.from, 'start'), end: spanOffset(last.text, last.to, 'end') },
    line: place.kind === 'line' ? place.line : null,
    page: place.kind === 'page' ? place.page : null,
    box: place.kind === 'page' ? unionBox(touched.flatMap((piece) => partialBox(piece, place.page))) : null,
    confidence: Math.min(...touched.map(({ text }) => text.confidence ?? 1)),
  };
}

function spanOffset(text: Text, offset: number, side: 'start' | 'end'): number {
  const verbatim = text.span.end - text.span.start === text.value.length;
  return verbatim ? text.span.start + offset : text.span[side];
}

function partialBox({ text, from, to }: { text: Text; from: number; to: number }, page: number): Box[] {
  if (text.place.kind !== 'page' || text.place.page !== page) return [];
  const [left, top, right, bottom] = text.place.box;
  const unit = (right - left) / Math.max(printedWidth(text.value), 1);
  const start = left + unit * printedWidth(text.value.slice(0, from));
  return [[start, top, start + unit * printedWidth(text.value.slice(from, to)), bottom]];
}
