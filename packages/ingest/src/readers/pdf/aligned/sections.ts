import { isFigure } from './chunks.ts';
import { headerLines, isBold, isData } from './header.ts';
import type { PlacedLine } from './place-chunks.ts';

/** A part of a table: a title over all of its columns, headings of the columns, and rows. */
export interface Section {
  readonly titles: readonly PlacedLine[];
  readonly header: readonly PlacedLine[];
  readonly body: readonly PlacedLine[];
}

/** Fewest columns beside the first that a header within a table must head. */
const FEWEST_HEADED = 2;
/** Distance, in font sizes, from which a line is not the rest of the one above. */
const APART = 1.5;

/**
 * A table's sections: its own header with what stands below it, then each header printed within the table. Those are
 * told from wrapped cells by their bold type.
 *
 * @param rules y of the rules that go through the whole table
 */
export function sectionsOf(lines: readonly PlacedLine[], rules: readonly number[]): Section[] {
  const count = headerLines(lines, rules);
  const sections: Section[] = [];
  let titles: PlacedLine[] = [];
  let header = lines.slice(0, count);
  let body: PlacedLine[] = [];
  for (let index = count; index < lines.length; index += 1) {
    const end = body.length > 0 ? endOfHeader(lines, index) : index;
    if (end > index) {
      sections.push({ titles, header, body });
      const first = index + lines.slice(index, end).findIndex(({ texts }) => texts.some(({ from }) => from > 0));
      titles = lines.slice(index, first);
      if (titles.length === 0 && isTitle(body)) titles = [body.pop()!];
      header = lines.slice(first, end);
      body = [];
      index = end;
    }
    body.push(lines[index]!);
  }
  return [...sections, { titles, header, body }];
}

/** The last row is a label that stands apart: it goes with what follows. */
function isTitle(body: readonly PlacedLine[]): boolean {
  const [before, last] = body.slice(-2);
  if (!before || !last || last.texts.some(({ from }) => from > 0)) return false;
  return last.line.baseline - before.line.baseline > APART * last.line.size;
}

/** Where a header that begins at a line ends: right above a line of figures; the same index where there is none. */
function endOfHeader(lines: readonly PlacedLine[], start: number): number {
  let end = start;
  while (end < lines.length && isBold(lines[end]!) && !isData(lines[end]!)) end += 1;
  const below = lines[end];
  if (end === start || below === undefined || !isData(below)) return start;
  const headed = new Set(
    lines
      .slice(start, end)
      .flatMap(({ texts }) => texts.filter(({ from, text }) => from > 0 && !isFigure(text)).map(({ from }) => from)),
  );
  return headed.size >= FEWEST_HEADED ? end : start;
}
