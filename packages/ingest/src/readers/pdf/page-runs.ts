import type { Box } from '@scrutineer/model';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from './matrix.ts';
import type { Run } from './page.ts';
import { pageSize } from './page-size.ts';
import { unreadableFonts } from './unreadable-fonts.ts';

/** Share of the font size above and below the baseline where a font does not tell (or tells nonsense). */
const USUAL_ASCENT = 0.9;
const USUAL_DESCENT = 0.22;
/** Text turned by more than this, in degrees, is a watermark or a chart's axis and not part of a line. */
const MOST_TILT = 3;
/** Two equal texts this close, in points, are one text drawn twice to look bold. */
const SAME_PLACE = 1;

/** A word of four letters or more with a blank after each: headings are spaced so. */
const LETTER_SPACED = /^\p{L}(?: [\p{L}&'’-]){3,}$/u;

interface Item {
  readonly str: string;
  readonly width: number;
  readonly transform: number[];
  readonly fontName: string;
}

/** What is known of a font once the page's operators are read. */
export interface FontFacts {
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * The runs of text that are drawn on a page; empty, turned and off-page ones are left out, and those in fonts that do not
 * tell their letters.
 */
export async function pageRuns(
  page: PDFPageProxy,
  font: (name: string) => FontFacts,
): Promise<{ runs: Run[]; unreadable: number }> {
  const { transform } = page.getViewport({ scale: 1 });
  const { width, height } = pageSize(page);
  const content = await page.getTextContent({ includeMarkedContent: false });
  const items = content.items as Item[];
  const unreadable = unreadableFonts(items);
  const runs: Run[] = [];
  const seen = new Map<string, Run[]>();
  for (const item of items) {
    if (item.str.trim() === '' || unreadable.has(item.fontName)) continue;
    const style = content.styles[item.fontName];
    const run = runOf(item, transform as unknown as Matrix, style, page.pageNumber, font(item.fontName));
    if (!run || !isOnPage(run.box, width, height)) continue;
    const twins = seen.get(run.text) ?? [];
    if (twins.some((twin) => isSamePlace(twin, run))) continue;
    twins.push(run);
    seen.set(run.text, twins);
    runs.push(run);
  }
  const left = items.filter(({ fontName }) => unreadable.has(fontName));
  return { runs, unreadable: left.reduce((sum, { str }) => sum + str.length, 0) };
}

function runOf(
  item: Item,
  view: Matrix,
  style: { ascent?: number; descent?: number } | undefined,
  page: number,
  font: FontFacts,
): Run | null {
  const placed = multiply(view, item.transform as unknown as Matrix);
  const [a, b, , , x, y] = placed;
  if (Math.abs((Math.atan2(b, a) * 180) / Math.PI) > MOST_TILT) return null;
  const size = Math.hypot(placed[2], placed[3]);
  const scale = Math.hypot(view[0], view[1]);
  if (size < 1) return null;
  const printed = item.str.replace(/\s/g, ' ').replace(/[\p{Cc}\u00ad\ufffe\uffff]/gu, '');
  const text = LETTER_SPACED.test(printed) ? printed.replace(/ /g, '') : printed;
  if (text.trim() === '') return null;
  const [head, tail] = [text.length - text.trimStart().length, text.length - text.trimEnd().length];
  const share = (item.width * scale) / text.length;
  const box: Box = [
    x + share * head,
    y - size * between(style?.ascent, 0.5, 1.2, USUAL_ASCENT),
    x + share * (text.length - tail),
    y + size * between(style?.descent === undefined ? undefined : -style.descent, 0.05, 0.5, USUAL_DESCENT),
  ];
  return { text: text.trim(), page, box, baseline: y, size, ...font };
}

function between(value: number | undefined, least: number, most: number, usual: number): number {
  return value !== undefined && value >= least && value <= most ? value : usual;
}

/** Its middle is on the page, and it reaches no farther than a page's width beyond it. */
function isOnPage([left, top, right, bottom]: Box, width: number, height: number): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= 0 && x <= width && y >= 0 && y <= height && right - left < 2 * width && bottom - top < 2 * height;
}

function isSamePlace(one: Run, other: Run): boolean {
  return Math.abs(one.box[0] - other.box[0]) < SAME_PLACE && Math.abs(one.baseline - other.baseline) < SAME_PLACE;
}
