import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Box } from '@scrutineer/model';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { gridsOf } from '../grid.ts';
import type { Page, Run } from '../page.ts';
import { pageSize } from '../page-size.ts';
import { renderPage } from '../render-page.ts';
import { backgroundOf, inkOver } from './background.ts';
import { bitmapOf } from './bitmap.ts';
import { cleanPicture } from './clean-picture.ts';
import { greyPicture, pgmOf } from './grey-picture.ts';
import { imageRulings } from './image-rulings.ts';
import { RESOLUTION, type RecognisedWord, type Recogniser } from './recogniser.ts';
import { skewOf } from './skew.ts';

/** Points an inch. */
const POINTS = 72;
/** Smallest angle that is worth turning a page for, in degrees. */
const LEAST_SKEW = 0.1;
/** Words recognised with less confidence than this are specks; lines of tables are taken for these characters. */
const LEAST_CONFIDENCE = 0.2;
const LINES_AS_TEXT = /^[|_=~—\\/[\]{}'‘’“”"`.,:;!-]+$/;
const LEAST_CONFIDENCE_OF_SIGNS = 0.6;
const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
/** How far from the middle of a line its ink reaches, in points; pages are turned straight to within a twentieth of a degree. */
const LINE_REACH = 1.3;
/** Height of a line from capitals to descenders, in font sizes. */
const LINE_HEIGHT = 1.05;

/**
 * Reads a page without a text layer: draws it, turns it straight, and recognises its text and its lines. Boxes are those
 * of the page turned straight about its middle.
 *
 * @param time milliseconds that recognition may take
 * @throws Error where it takes longer
 */
export async function recognisePage(page: PDFPageProxy, recogniser: Recogniser, time: number): Promise<Page> {
  const { width, height } = pageSize(page);
  const { canvas, scale } = await renderPage(page, RESOLUTION / POINTS);
  const skew = skewOf(bitmapOf(greyPicture(canvas)));
  const picture = greyPicture(Math.abs(skew) < LEAST_SKEW ? canvas : turned(canvas, -skew));
  const background = backgroundOf(picture);
  const rulings = imageRulings(inkOver(picture, background), bitmapOf(picture), scale);
  const grids = gridsOf(rulings);
  const cells = grids.flatMap((grid) => grid.cells.map(({ box }) => box.map((at) => at * scale) as unknown as Box));
  const clean = cleanPicture(picture, background, cells, LINE_REACH * scale);
  const words = await recogniser.recognise(pgmOf(clean), time);
  return {
    number: page.pageNumber,
    width,
    height,
    runs: mended(words.filter(isText).flatMap(cutAtBars)).map((word) => runOf(word, page.pageNumber, scale)),
    unreadable: 0,
    rulings,
    grids,
    drawings: [],
    isBlank: false,
    isCleared: false,
  };
}

function turned(canvas: Canvas, degrees: number): Canvas {
  const result = createCanvas(canvas.width, canvas.height);
  const context = result.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  context.resetTransform();
  return result;
}

function isText({ text, confidence }: RecognisedWord): boolean {
  if (text.trim() === '' || confidence < LEAST_CONFIDENCE) return false;
  return !LINES_AS_TEXT.test(text) || (confidence >= LEAST_CONFIDENCE_OF_SIGNS && /^[-—]$/.test(text));
}

/** Words of neighbouring cells with the border between them read as a bar. */
function cutAtBars(word: RecognisedWord): RecognisedWord[] {
  if (!/[^|]\|[^|]/.test(word.text)) return [word];
  const width = (word.right - word.left) / word.text.length;
  return [...word.text.matchAll(/[^|]+/g)].map(({ 0: text, index }) => ({
    ...word,
    text,
    left: word.left + width * index,
    right: word.left + width * (index + text.length),
  }));
}

/** What recognition usually gets wrong: a cell's border read as a bar, and the raised letters of "21st" as a sign. */
function mended(words: readonly RecognisedWord[]): RecognisedWord[] {
  return words.map((word, index) => {
    const text = word.text.replace(/^[|[\]]+(?=[\w£(%+-])|(?<=[\w%)])[|[\]]+$/g, '');
    const next = words[index + 1]?.text === 'of' ? words[index + 2] : words[index + 1];
    const isDay = /^\d{1,2}[°"'“”‘’*®™%]+$/.test(text) && MONTH.test(next?.text ?? '');
    return { ...word, text: isDay ? text.replace(/(?<!\D)\D+$/, '') : text };
  });
}

function runOf(word: RecognisedWord, page: number, scale: number): Run {
  const { text, confidence, left, top, right, bottom, baseline, lineHeight } = word;
  return {
    text,
    page,
    box: [left / scale, top / scale, right / scale, bottom / scale],
    baseline: baseline / scale,
    size: lineHeight / scale / LINE_HEIGHT,
    bold: false,
    italic: false,
    confidence,
  };
}
