import type { Message, PaperTree, StepResult } from '@scrutineer/model';
import { failed, MEDIA_TYPES } from '@scrutineer/model';
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MOST_PAGES } from '../limits.ts';
import { repairBlocks } from '../repair/repair-blocks.ts';
import { titleTables } from '../repair/title-tables.ts';
import { layOut } from '../text/lay-out.ts';
import { gridsOf } from './grid.ts';
import { withoutHiddenRuns } from './hidden-text.ts';
import type { Matrix } from './matrix.ts';
import { withPdf } from './open-pdf.ts';
import type { Page } from './page.ts';
import { pageBlocks } from './page-blocks.ts';
import { pageRulings } from './page-rulings.ts';
import { type FontFacts, pageRuns } from './page-runs.ts';

/** Reads a PDF. Offsets of the tree point into the text that is laid out here: all leaves in reading order. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<StepResult<PaperTree>> {
  try {
    return await withPdf(bytes, (document) => readDocument(document, file));
  } catch (error) {
    return failedPdf(error as Error, file);
  }
}

/** How pdf.js names what is wrong with a file; other errors are ours and must be seen. */
const PDF_ERROR = /^(?:InvalidPDF|MissingPDF|UnknownError|Format|XRef|UnexpectedResponse)/;

function failedPdf(error: Error, file: string): StepResult<never> {
  if (error.name === 'PasswordException') {
    return failed(
      'pdf/password',
      `${file} is protected with a password`,
      'save a copy without the password and read that',
    );
  }
  if (!PDF_ERROR.test(error.name)) throw error;
  return failed('pdf/broken', `${file} is a damaged or truncated PDF`, 'download it again, or print it to a new PDF');
}

async function readDocument(document: PDFDocumentProxy, file: string): Promise<StepResult<PaperTree>> {
  const messages: Message[] = [];
  const pages: Page[] = [];
  const count = Math.min(document.numPages, MOST_PAGES);
  if (document.numPages > MOST_PAGES) messages.push(tooManyPages(document.numPages));
  for (let number = 1; number <= count; number += 1) {
    const page = await readPage(document, number);
    if (page) pages.push(page);
    else messages.push(pageMessage('pdf/page-unreadable', number, `page ${number} is damaged and was left out`));
  }
  const pictures = pages.filter((page) => page.runs.length === 0 && !page.isBlank);
  if (pages.every((page) => page.runs.length === 0)) messages.push(scanMessage(file));
  else messages.push(...pictures.map((page) => withoutTextMessage(page.number)));
  const { text, blocks } = layOut(titleTables(repairBlocks(pageBlocks(pages))));
  const value: PaperTree = {
    type: 'root',
    mediaType: MEDIA_TYPES.pdf,
    text,
    pages: document.numPages,
    children: blocks,
  };
  return { status: messages.length > 0 ? 'partial' : 'complete', value, messages };
}

function tooManyPages(pages: number): Message {
  const reason = `only the first ${MOST_PAGES} of ${pages} pages were read`;
  return { rule: 'pdf/too-many-pages', severity: 'warning', reason, place: null, help: 'split the file into parts' };
}

function pageMessage(rule: string, page: number, reason: string, help?: string): Message {
  const place = { kind: 'page', page, box: [0, 0, 0, 0] } as const;
  return { rule, severity: 'warning', reason, place, ...(help ? { help } : {}) };
}

function withoutTextMessage(page: number): Message {
  const reason = `page ${page} has no text layer: it is a picture or a scan`;
  return pageMessage(
    'pdf/page-without-text',
    page,
    reason,
    'run text recognition (OCR) on the file if it holds figures',
  );
}

function scanMessage(file: string): Message {
  return {
    rule: 'pdf/page-without-text',
    severity: 'warning',
    reason: `no page of ${file} has a text layer: it is a scan`,
    place: null,
    help: 'run text recognition (OCR) on it and read the result',
  };
}

/** Operators that put something on the page. */
const PAINTING = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.shadingFill,
  OPS.showText,
]);

async function readPage(document: PDFDocumentProxy, number: number): Promise<Page | null> {
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const operators = await page.getOperatorList();
    const view = viewport.transform as unknown as Matrix;
    const rulings = pageRulings(operators, view, viewport.width * viewport.height);
    const drawn = await pageRuns(page, (name) => fontFacts(page, name));
    const runs = withoutHiddenRuns(drawn, operators, view);
    const isBlank = !operators.fnArray.some((operator) => PAINTING.has(operator));
    page.cleanup();
    return { number, width: viewport.width, height: viewport.height, runs, grids: gridsOf(rulings), isBlank };
  } catch {
    return null;
  }
}

function fontFacts(page: PDFPageProxy, name: string): FontFacts {
  const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: string }) : {};
  const label = font.name ?? '';
  return { bold: /bold|black|heavy|demi/i.test(label), italic: /italic|oblique/i.test(label) };
}
