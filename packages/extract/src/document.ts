import type { Block, Heading, Leaf, List, PaperTree, Paragraph, Table } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { readableText } from './text/readable.ts';

/** A passage that figures are read from, with what stands above it. */
export type Passage = TextPassage | TablePassage;

interface Above {
  /** The trail of headings above, outermost first. */
  readonly headings: readonly string[];
}

export interface TextPassage extends Above {
  readonly kind: 'text';
  readonly leaf: Leaf;
  readonly text: string;
  readonly role: 'heading' | 'paragraph' | 'item' | 'footnote';
  /** The paragraph that a list hangs on ("The following were recorded:"); null outside lists. */
  readonly leadIn: string | null;
}

export interface TablePassage extends Above {
  readonly kind: 'table';
  readonly table: Table;
  /** 0-based index among the paper's tables. */
  readonly index: number;
  /** The paragraph before it; null where a heading or table comes first. */
  readonly before: string | null;
}

/** How much of the paragraph before a list is looked at for words that lead into it, in characters. */
const LEAD_IN_LENGTH = 600;

/** The passages of a tree in reading order; running headers and footers are left out. */
export function passagesOf(tree: PaperTree): Passage[] {
  const walk = {
    headings: [] as { depth: number; text: string }[],
    passages: [] as Passage[],
    tables: 0,
    before: null as string | null,
  };
  for (const block of tree.children) visit(block, null, walk);
  return walk.passages;
}

interface Walk {
  headings: { depth: number; text: string }[];
  readonly passages: Passage[];
  tables: number;
  before: string | null;
}

function visit(block: Block, leadIn: string | null, walk: Walk): void {
  switch (block.type) {
    case 'heading':
      enterHeading(block, block.depth, walk);
      return;
    case 'paragraph':
      if (block.outline?.heads) enterHeading(block, block.outline.heads, walk);
      else visitParagraph(block, leadIn, walk);
      return;
    case 'list':
      visitList(block, leadIn, walk);
      return;
    case 'table':
      walk.passages.push({
        kind: 'table',
        table: block,
        index: walk.tables++,
        before: walk.before,
        headings: trail(walk),
      });
      walk.before = null;
      return;
    case 'footnoteDefinition':
      for (const paragraph of block.children) pushText(paragraph, 'footnote', null, walk);
      return;
    case 'furniture':
      return;
  }
}

function enterHeading(heading: Heading | Paragraph, depth: number, walk: Walk): void {
  walk.headings = walk.headings.filter((above) => above.depth < depth);
  pushText(heading, 'heading', null, walk);
  const text = leafText(heading).slice(heading.outline?.numberLength ?? 0);
  walk.headings.push({ depth, text: text.replace(/\s+/g, ' ').trim() });
  walk.before = null;
}

function visitParagraph(paragraph: Paragraph, leadIn: string | null, walk: Walk): void {
  pushText(paragraph, leadIn === null ? 'paragraph' : 'item', leadIn, walk);
  walk.before = leafText(paragraph);
}

/** An item that leads on to what follows the list: "The following table shows …:". */
const ANNOUNCES = /:\s*$|\b(?:table|chart|figures?)\s+below\b|\bfollowing\s+(?:table|chart)\b/i;

function visitList(list: List, leadIn: string | null, walk: Walk): void {
  const lead = leadIn ?? walk.before ?? '';
  const ownLead = /:\s*-?\s*$|\bfollowing\b|\bbelow\b|\binclud|\bthrough\b/i.test(lead.slice(-LEAD_IN_LENGTH))
    ? lead
    : '';
  for (const item of list.children) {
    for (const block of item.children)
      visit(
        block,
        block.type === 'list' && item.children[0]?.type === 'paragraph' ? leafText(item.children[0]) : ownLead,
        walk,
      );
  }
  const last = list.children.at(-1)?.children.at(-1);
  const text = last?.type === 'paragraph' ? leafText(last) : '';
  walk.before = ANNOUNCES.test(text) ? text : lead || walk.before;
}

function pushText(leaf: Leaf, role: TextPassage['role'], leadIn: string | null, walk: Walk): void {
  walk.passages.push({
    kind: 'text',
    leaf,
    text: withoutNumber(leaf),
    role,
    leadIn: leadIn || null,
    headings: trail(walk),
  });
}

/** The readable text with its section number blanked: a number of the outline is no figure. */
function withoutNumber(leaf: Leaf): string {
  const text = readableText(leaf);
  const length = 'outline' in leaf ? (leaf.outline?.numberLength ?? 0) : 0;
  return ' '.repeat(length) + text.slice(length);
}

function trail(walk: Walk): string[] {
  return walk.headings.map((heading) => heading.text);
}
