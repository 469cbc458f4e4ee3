import { breakLines, type Line } from './pdf/lines.ts';
import { openPages, PAGE, type PageWriter } from './pdf/page-writer.ts';
import { setTable } from './pdf/set-table.ts';
import type { Block, Heading, List, Run, Sample } from './sample.ts';

const SIZES = { text: 10, headings: [16, 14, 12, 11] };
const LEADING = 1.35;
const INDENT = 24;
/** Room below a block, in points. */
const GAPS = { heading: 4, paragraph: 6, list: 0, table: 10 };

/** Sets a sample on A4 pages; the same bytes every time (not compressed, because compressors differ between machines). */
export async function setPdf({ name, header, footer, blocks, notes }: Sample): Promise<Uint8Array> {
  const pages = openPages(name, notes);
  for (const block of blocks) setBlock(block, PAGE.left, pages);
  return pages.finish(header, footer);
}

function setBlock(block: Block, left: number, pages: PageWriter, marker: string | null = null): void {
  switch (block.kind) {
    case 'heading':
      setHeading(block, pages);
      break;
    case 'paragraph':
      setText(block.runs, left, pages, marker);
      break;
    case 'list':
      setList(block, left, pages);
      break;
    case 'table':
      setTable(block, pages);
  }
  pages.gap(GAPS[block.kind]);
}

/** A heading stays with what it heads. */
function setHeading({ depth, runs }: Heading, pages: PageWriter): void {
  const size = SIZES.headings[depth - 1]!;
  pages.gap(8);
  pages.reserve(size * LEADING + 60);
  for (const line of breakLines(runs, size, PAGE.right - PAGE.left, pages.measure, true))
    pages.line(line, PAGE.left, size * LEADING);
}

/** @param marker printed to the left of the first line */
function setText(runs: readonly Run[], left: number, pages: PageWriter, marker: string | null): void {
  const lines = breakLines(runs, SIZES.text, PAGE.right - left, pages.measure);
  for (const [index, line] of lines.entries())
    pages.line(index === 0 && marker ? withMarker(line, marker) : line, left, SIZES.text * LEADING);
}

function withMarker(line: Line, text: string): Line {
  const marker = { text, font: 'Helvetica', size: SIZES.text, rise: 0, x: -INDENT, width: 0 };
  return { ...line, segments: [marker, ...line.segments] };
}

function setList({ start, items }: List, left: number, pages: PageWriter): void {
  for (const [index, blocks] of items.entries()) {
    const marker = start === null ? '•' : `${start + index}.`;
    for (const [position, block] of blocks.entries())
      setBlock(block, left + INDENT, pages, position === 0 ? marker : null);
  }
}
