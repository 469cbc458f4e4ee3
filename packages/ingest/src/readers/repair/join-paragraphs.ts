import type { Block, Paragraph, Repair, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { lastParagraph, withLastParagraph } from '../text/blocks.ts';
import { joint } from '../text/pieces.ts';
import { endsMidSentence, isEnumerator, isUnfinished, startsLowerCase, startsWithDigit } from '../text/shape.ts';

/** Shortest text that may be taken for the first part of a sentence, in characters: shorter is a label or a name. */
const SHORTEST_SENTENCE_PART = 40;

/** Longest paragraph that is joined with more text, in characters: longer is a list or a table without its layout. */
const LONGEST_PARAGRAPH = 10_000;

/**
 * Joins a paragraph that a page break, a running header or a blank line cut in two: the first part lacks its final
 * punctuation and the second goes on in lower case, or the first part ends where no sentence can ("… via the").
 * After furniture a figure may begin the second part too. Furniture between the parts moves behind the paragraph.
 */
export function joinParagraphs(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const target = block.type === 'paragraph' ? lastTextIndex(joined) : -1;
    const before = joined[target];
    const ending = before && lastParagraph(before);
    const overFurniture = target < joined.length - 1;
    if (before && ending && continues(ending, block as Paragraph, overFurniture)) {
      joined[target] = withLastParagraph(before, joinTwo(ending, block as Paragraph));
    } else joined.push(block);
  }
  return joined;
}

function lastTextIndex(blocks: readonly Block[]): number {
  return blocks.findLastIndex((block) => block.type !== 'furniture');
}

function continues(first: Paragraph, second: Paragraph, overFurniture: boolean): boolean {
  const before = leafText(first);
  const after = leafText(second);
  const word = /^\S+/.exec(after)?.[0] ?? '';
  const isMarker = isEnumerator(word) && !second.repairs?.includes('marker-restored');
  if (isMarker || !isUnfinished(before)) return false;
  if (endsMidSentence(before) && (startsLowerCase(after) || startsWithDigit(after))) return true;
  if (before.length < SHORTEST_SENTENCE_PART || before.length > LONGEST_PARAGRAPH) return false;
  if (endsMidSentence(before)) return true;
  if (/[A-Z][a-z]+$/.test(before) && endsWithMonth(before) && /^(?:19|20)\d\d\b/.test(after)) return true;
  if (/[@/]/.test(word) || /^www\./.test(word)) return false;
  if (startsLowerCase(after)) return !startsLowerCase(before) || overFurniture || hasRepair(first);
  return overFurniture && startsWithDigit(after);
}

function endsWithMonth(text: string): boolean {
  return /(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(text);
}

function hasRepair(paragraph: Paragraph): boolean {
  return paragraph.repairs?.includes('joined-over-break') ?? false;
}

function joinTwo(first: Paragraph, second: Paragraph): Paragraph {
  const last = first.children.at(-1)!;
  const hyphenated = /\p{L}-$/u.test(last.value) && startsLowerCase(leafText(second));
  const between: Text[] = hyphenated ? [] : [joint(' ', last)];
  const repairs = new Set<Repair>([...(first.repairs ?? []), ...(second.repairs ?? []), 'joined-over-break']);
  return { ...first, children: [...first.children, ...between, ...second.children], repairs: [...repairs] };
}
