import { endedByAuthor } from './join-lines.ts';
import type { Line } from './page.ts';

/** Consecutive lines that belong together, with the marker that they begin with. */
export interface TextBlock {
  readonly kind: 'text' | 'item';
  /** As printed; null for text. */
  readonly marker: string | null;
  /** x of the marker, or of the text where it has none. */
  readonly left: number;
  /** x where the item's text begins after its marker. */
  readonly textLeft: number;
  /** x that lines may reach to. */
  readonly margin: number;
  /** It goes on in the next column or on the next page. */
  readonly isContinued?: boolean;
  /** The first line with its marker. */
  readonly firstLine: Line;
  /** The block's lines; the marker is taken off the first. */
  readonly lines: readonly Line[];
}

/** Distance between baselines, in font sizes, up to which lines are of one paragraph where the page does not tell. */
const USUAL_LEADING = 1.35;
/** A gap this much larger than the usual distance between lines parts two paragraphs. */
const PARAGRAPH_GAP = 1.25;
/** Font sizes that differ by less than this are the same, in points. */
const SAME_SIZE = 0.7;
/** Lines that begin within this distance are aligned, in points. */
const ALIGNED = 4;

const BULLET = /^([•▪■□◦‣·●○➢➤✓\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|[-–*](?=\s)|o(?=\t))\s*/u;
const NUMBER = /^(\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,2}(?=\s))\s+/i;

/**
 * Groups the lines of one column, from top to bottom, into paragraphs and list items.
 *
 * @param leading usual distance between baselines, in font sizes
 * @param margin x that lines may reach to, in points
 */
export function textBlocks(lines: readonly Line[], leading: number, margin: number): TextBlock[] {
  const blocks: { block: TextBlock; lines: Line[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const current = blocks.at(-1);
    const before = lines[index - 1];
    const begun = beginBlock(line, margin);
    if (current && before && !startsBlock(before, line, current.block, begun, leading, margin))
      current.lines.push(line);
    else blocks.push({ block: begun, lines: [...begun.lines] });
  }
  return blocks.map(({ block, lines: own }) => ({ ...block, lines: own })).filter((block) => !isLoneBullet(block));
}

/** The distance between baselines that most neighbouring lines have, in font sizes. */
export function usualLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || before.page !== line.page || Math.abs(before.size - line.size) > SAME_SIZE) continue;
    const distance = Math.round(((line.baseline - before.baseline) / line.size) * 20) / 20;
    if (distance > 0.9 && distance < 2.2) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best && best[1] > 2 ? best[0] : USUAL_LEADING;
}

/** x that the text's lines reach to: the farthest but for a few that stick out. */
export function rightMargin(lines: readonly Line[]): number {
  const ends = lines.map((line) => line.box[2]).sort((a, b) => b - a);
  return ends[Math.floor(ends.length / 50)] ?? 0;
}

function beginBlock(line: Line, margin: number): TextBlock {
  const match = BULLET.exec(line.text) ?? (line.bold ? null : NUMBER.exec(line.text));
  const rest = match && withoutStart(line, match[0].length);
  const left = line.box[0];
  if (!match || !rest)
    return { kind: 'text', marker: null, left, textLeft: left, margin, firstLine: line, lines: [line] };
  return {
    kind: 'item',
    marker: shownMarker(match[1]!),
    left,
    textLeft: rest.box[0],
    margin,
    firstLine: line,
    lines: [rest],
  };
}

/** A bullet that a writer left without text. */
function isLoneBullet(block: TextBlock): boolean {
  return block.lines.length === 1 && BULLET.exec(block.lines[0]!.text)?.[0] === block.lines[0]!.text;
}

/** Bullets of symbol fonts lie in the private use area: all of them read as a bullet. */
function shownMarker(marker: string): string {
  return /^[\ue000-\uf8ff]$/u.test(marker) || marker === 'o' ? '•' : marker;
}

/** The line without the characters of its marker; null where nothing is left. */
function withoutStart(line: Line, count: number): Line | null {
  const spans = [...line.spans];
  let left = count;
  while (spans[0]) {
    const [first] = spans;
    const whole = first.separator.length + first.run.text.length;
    if (left < whole) break;
    left -= whole;
    spans.shift();
  }
  const first = spans[0];
  if (!first) return null;
  const cut = Math.max(left - first.separator.length, 0);
  const width = (first.run.box[2] - first.run.box[0]) / first.run.text.length;
  const [x, top, right, bottom] = first.run.box;
  const run = { ...first.run, text: first.run.text.slice(cut), box: [x + width * cut, top, right, bottom] as const };
  spans[0] = { ...first, run, separator: '' };
  const text = spans.map((span) => span.separator + span.run.text).join('');
  return { ...line, spans, text, box: [run.box[0], line.box[1], line.box[2], line.box[3]] };
}

function startsBlock(
  before: Line,
  line: Line,
  current: TextBlock,
  begun: TextBlock,
  leading: number,
  margin: number,
): boolean {
  if (line.page !== before.page) return true;
  if ((line.baseline - before.baseline) / line.size > leading * PARAGRAPH_GAP) return true;
  if (Math.abs(line.size - before.size) > SAME_SIZE || line.bold !== before.bold) return true;
  if (begun.kind === 'item' && !continuesWithNumber(before, current, begun)) return true;
  if (hasGap(line) || hasGap(before)) return true;
  const ends = /[.!?:]["'”’)]*$/.test(before.text);
  if (
    current.kind === 'item' &&
    line.box[0] < current.textLeft - ALIGNED &&
    current.textLeft - current.left > ALIGNED
  ) {
    // A full line without an end goes on below its number: "6.2 The Government …" whose lines begin under the number.
    return line.box[0] <= current.left + ALIGNED && (ends || endedByAuthor(before, line, margin));
  }
  return ends && endedByAuthor(before, line, margin);
}

/** A wide gap after the first word may follow a number; any other sets columns apart, as in a table without lines. */
function hasGap(line: Line): boolean {
  return line.text.replace(/^\S{1,6}\t/, '').includes('\t');
}

/** "…by 5. Or" wrapped so that a line begins with "5." is no item: it is aligned with the text above, not outside it. */
function continuesWithNumber(before: Line, current: TextBlock, begun: TextBlock): boolean {
  if (!/\d/.test(begun.marker ?? '')) return false;
  const aligned = Math.abs(begun.left - current.textLeft) <= ALIGNED;
  return aligned && begun.textLeft - begun.left < before.size * 2 && !/[.!?:;]["'”’)]*$/.test(before.text);
}
