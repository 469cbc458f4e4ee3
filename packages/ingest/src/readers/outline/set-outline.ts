import type { Block, Heading, OutlinePlace, PaperTree, Paragraph } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';

/** "4.2.1.3", "4.2": a section number of several parts; words follow it. */
const PARTS = /^\s*(\d{1,2}(?:\.\d{1,3}){1,5})\.?\s+(?=[A-Z"'\u2018\u201c(])/;
/** "3. ", "3) ", "3 ", "Item 3": one number. */
const ONE = /^\s*(?:Item\s+)?(\d{1,2})[.):]?\s+(?=[A-Z"'\u2018\u201c(])/;
/** "a. ", "(b) ", "iv) ": a letter with a mark behind it. */
const LETTER = /^\s*(?:\(([a-z]|[ivx]{1,4})\)|([a-z]|[ivx]{1,4})[.)])\s+(?=\S)/;

/** A line that heads what follows is shorter than a printed line and a half, in characters. */
const LONGEST_HEADING = 120;
const LONGEST_PLAIN_HEADING = 64;
const MOST_PLAIN_WORDS = 9;
/** Depths of numbered lines begin below those of any format's headings. */
const NUMBERED = 10;
const PLAIN = 20;

/**
 * Tells each paragraph and heading its place in the outline: its section number, and whether it heads what follows though
 * the format has it as a paragraph. So a section number is never a count, and every figure knows its trail.
 */
export function setOutline(tree: PaperTree): PaperTree {
  const numbers = singleNumbers(tree.children);
  const place = (blocks: readonly Block[], inList: boolean): readonly Block[] =>
    blocks.map((block, index) => placed(block, blocks[index + 1], inList, numbers, place));
  return { ...tree, children: place(tree.children, false) };
}

function placed(
  block: Block,
  next: Block | undefined,
  inList: boolean,
  numbers: ReadonlySet<Heading | Paragraph>,
  place: (blocks: readonly Block[], inList: boolean) => readonly Block[],
): Block {
  if (block.type === 'list')
    return { ...block, children: block.children.map((item) => ({ ...item, children: place(item.children, true) })) };
  if (block.type !== 'paragraph' && block.type !== 'heading') return block;
  const outline = outlineOf(block, next, inList, numbers.has(block));
  return outline ? { ...block, outline } : block;
}

function outlineOf(
  block: Heading | Paragraph,
  next: Block | undefined,
  inList: boolean,
  isCounted: boolean,
): OutlinePlace | null {
  const text = leafText(block);
  const match = PARTS.exec(text) ?? (isCounted ? ONE.exec(text) : null) ?? LETTER.exec(text);
  const number = match ? (match[1] ?? match[2])! : null;
  const numberLength = match?.[0].length ?? 0;
  const words = text.slice(numberLength);
  const heads = block.type === 'heading' ? null : headingDepth(words, number, next, inList);
  return number === null && heads === null ? null : { number, numberLength, heads };
}

function headingDepth(words: string, number: string | null, next: Block | undefined, inList: boolean): number | null {
  if (words.includes('\n') || /[.;,?!]\s*$/.test(words) || STATES.test(words) || SAYS.test(words)) return null;
  if (number !== null && /^\d/.test(number))
    return words.length <= LONGEST_HEADING ? NUMBERED + number.split('.').length : null;
  const isPlain =
    !inList &&
    number === null &&
    words.length <= LONGEST_PLAIN_HEADING &&
    words.trim().split(/\s+/).length <= MOST_PLAIN_WORDS &&
    /^\W*[A-Z]/.test(words) &&
    !/[:\t|]/.test(words) &&
    !/\d/.test(words) &&
    (next?.type === 'paragraph' || next?.type === 'list');
  return isPlain ? PLAIN : null;
}

/** A line with money, a percentage or a large number states something. */
const STATES = /[£$€%]|\d{3}|\d,\d/;

/** A line with a finite verb is a sentence. */
const SAYS = /\b(?:is|are|was|were|has|have|had|will|would|shows?|been|should|can|may|must)\b/i;

/** Lines that begin with a number of one part and stand in a run: 1, 2, 3 over the whole paper, each once. */
function singleNumbers(blocks: readonly Block[]): ReadonlySet<Heading | Paragraph> {
  const candidates: { block: Heading | Paragraph; number: number; certain: boolean }[] = [];
  const visit = (children: readonly Block[]): void => {
    for (const block of children) {
      if (block.type === 'list') for (const item of block.children) visit(item.children);
      if (block.type !== 'paragraph' && block.type !== 'heading') continue;
      const text = leafText(block);
      const match = PARTS.test(text) ? null : ONE.exec(text);
      if (match) candidates.push({ block, number: Number(match[1]), certain: /[.):]\s+$/.test(match[0]) });
    }
  };
  visit(blocks);
  const found = new Set<Heading | Paragraph>();
  const counts = candidates.some(({ number }) => number === 2);
  let last = 0;
  for (const { block, number, certain } of candidates) {
    const continues = number === last + 1 && (number > 1 || counts);
    if (continues) last = number;
    if (continues || certain) found.add(block);
  }
  return found;
}
