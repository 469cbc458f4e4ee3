import { createCanvas } from '@napi-rs/canvas';
import { leafText, type Table } from '@scrutineer/model';
import { filledBox, lineBetween, textAt, tinyPdf } from '../../../testing/tiny-pdf.ts';
import { expectSoundTree, leavesOf } from '../../../testing/tree-rules.ts';
import { readPaper } from '../../read-paper.ts';
import { withPdf } from '../open-pdf.ts';
import { renderPage } from '../render-page.ts';
import { bitmapOf } from './bitmap.ts';
import { greyPicture } from './grey-picture.ts';

const DOTS_AN_INCH = 200;
/** Radians. */
const SKEW = 0.012;
const COLUMNS = [60, 260, 390, 520];
const ROWS = [200, 224, 242, 260];
const CELLS = [
  ['Measure', '2017/18', '2018/19'],
  ['Burglary', '1,204', '1,377'],
  ['Robbery', '210', '137'],
];

/** What is printed: a paragraph, and a table whose header is white on dark grey. */
const printed = [
  textAt(60, 120, 'Recorded crime fell by 7% in the quarter, to 12,345 offences.', { size: 12 }),
  textAt(60, 136, 'The Panel is asked to note the report and what was done.', { size: 12 }),
  filledBox(COLUMNS[0]!, ROWS[0]!, COLUMNS[3]!, ROWS[1]!, 0.25),
  ...COLUMNS.map((x) => lineBetween(x, ROWS[0]!, x, ROWS[3]!)),
  ...ROWS.map((y) => lineBetween(COLUMNS[0]!, y, COLUMNS[3]!, y)),
  ...CELLS.flatMap((texts, row) => [
    `${row === 0 ? 1 : 0} g`,
    ...texts.map((text, column) => textAt(COLUMNS[column]! + 6, ROWS[row + 1]! - 6, text, { size: 12 })),
  ]),
];

/** The printed page as a scanner sees it, a little askew. */
async function scannedPage(): Promise<string> {
  const sharp = await withPdf(tinyPdf([{ content: printed }]), async (document) =>
    renderPage(await document.getPage(1), DOTS_AN_INCH / 72),
  );
  const canvas = createCanvas(sharp.canvas.width, sharp.canvas.height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.rotate(SKEW);
  context.drawImage(sharp.canvas, 0, 0);
  const { width, height, ink } = bitmapOf(greyPicture(canvas));
  return `q 595 0 0 842 0 0 cm BI /W ${width} /H ${height} /BPC 1 /CS /G /F /AHx ID ${hexOf(ink, width)}> EI Q`;
}

/** Ink as rows of bits, 1 for white, each row from a new byte on. */
function hexOf(ink: Uint8Array, width: number): string {
  const bytes = Math.ceil(width / 8);
  const packed = Buffer.alloc(bytes * (ink.length / width), 0xff);
  for (const [index, pixel] of ink.entries()) {
    const x = index % width;
    if (pixel === 1) packed[Math.floor(index / width) * bytes + (x >> 3)]! &= ~(0x80 >> (x & 7));
  }
  return packed.toString('hex');
}

test('a scanned page is recognised: its text, its table, and how sure each is; the page beside it is read as printed', async () => {
  const bytes = tinyPdf([
    { content: [textAt(60, 100, 'Printed text of page 1.')] },
    { content: [await scannedPage()] },
  ]);
  const result = await readPaper(bytes, 'scan.pdf');
  if (result.status === 'failed') throw new Error(result.messages[0]!.reason);
  expect(result.status).toBe('complete');
  expect(result.messages.map(({ rule, severity }) => [rule, severity])).toEqual([['pdf/page-recognised', 'info']]);
  expectSoundTree(result.value);
  const leaves = leavesOf(result.value);
  expect(leaves.map(leafText).join('\n')).toContain('Recorded crime fell by 7% in the quarter, to 12,345 offences.');
  const table = result.value.children.find((block) => block.type === 'table') as Table;
  expect(table.children.map(leafText)).toEqual(CELLS.flat());
  const pieces = leaves.flatMap(({ children }) => children);
  const sure = (page: number) =>
    pieces.filter(({ place }) => place.kind === 'page' && place.page === page).map(({ confidence }) => confidence ?? 1);
  expect(Math.min(...sure(1))).toBe(1);
  expect(Math.min(...sure(2))).toBeLessThan(1);
}, 60_000);
