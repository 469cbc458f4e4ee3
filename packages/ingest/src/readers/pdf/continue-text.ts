import { isUnfinished } from '../text/shape.ts';
import { endedByAuthor } from './join-lines.ts';
import type { TextBlock } from './text-blocks.ts';

/** Font sizes that differ by less than this are the same, in points. */
const SAME_SIZE = 0.7;

/** The text of one region, and whether a table stands between its edges and its text. */
export interface RegionText {
  readonly page: number;
  readonly isColumn: boolean;
  readonly blocks: readonly TextBlock[];
  readonly tableAbove: boolean;
  readonly tableBelow: boolean;
}

/**
 * Joins the last block of a region (a page, a column) with the first of the next one where a sentence runs on: the
 * last line is full, it ends without a full stop, and the next block begins without a marker.
 *
 * @param isHeading headings neither run on nor go on with anything
 */
export function continueText(
  regions: readonly RegionText[],
  isHeading: (block: TextBlock) => boolean,
): (readonly TextBlock[])[] {
  const continued = regions.map(({ blocks }) => [...blocks]);
  let open = -1;
  for (const [index, region] of regions.entries()) {
    const blocks = continued[index]!;
    const last = continued[open]?.at(-1);
    const first = blocks[0];
    const meet = open >= 0 && follows(regions[open]!, region);
    if (meet && last && first && !isHeading(last) && !isHeading(first) && runsOn(last, first)) {
      continued[open]![continued[open]!.length - 1] = {
        ...last,
        lines: [...last.lines, ...first.lines],
        isContinued: true,
      };
      blocks.shift();
    }
    if (blocks.length > 0 || region.tableAbove || region.tableBelow) open = index;
  }
  return continued;
}

/** A title over two columns does not go on in the first of them. */
function follows(before: RegionText, after: RegionText): boolean {
  const alike = before.page !== after.page || (before.isColumn && after.isColumn);
  return alike && !before.tableBelow && !after.tableAbove;
}

function runsOn(last: TextBlock, first: TextBlock): boolean {
  const line = last.lines.at(-1)!;
  const next = first.lines[0]!;
  if (first.kind === 'item' || line.text.includes('\t') || next.text.includes('\t')) return false;
  if (Math.abs(line.size - next.size) > SAME_SIZE || line.bold !== next.bold) return false;
  return isUnfinished(line.text) && !endedByAuthor(line, next, last.margin);
}
