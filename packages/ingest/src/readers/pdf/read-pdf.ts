import type { Message, PaperTree, StepResult } from '@scrutineer/model';
import { failed, MEDIA_TYPES } from '@scrutineer/model';
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MOST_PAGES } from '../limits.ts';
import { type Ocr, PAGE_TIME, type ReadOptions } from '../read-options.ts';
import { repairBlocks } from '../repair/repair-blocks.ts';
import { titleTables } from '../repair/title-tables.ts';
import { layOut } from '../text/lay-out.ts';
import { gridsOf } from './grid.ts';
import { withoutHiddenRuns } from './hidden-text.ts';
import type { Matrix } from './matrix.ts';
import {
  clearedMessage,
  overBudgetMessage,
  pageMessage,
  recognisedMessage,
  scanMessage,
  tooManyPages,
  unreadableMessage,
  withoutTextMessage,
} from './messages.ts';
import { withPdf } from './open-pdf.ts';
import type { Page } from './page.ts';
import { pageBlocks } from './page-blocks.ts';
import { pageGraphics } from './page-graphics.ts';
import { type FontFacts, pageRuns } from './page-runs.ts';
import { pageSize } from './page-size.ts';

/**
 * Reads a PDF. Offsets of the tree point into the text that is laid out here: all leaves in reading order. A page that
 * exceeds its time is left out, and told.
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<StepResult<PaperTree>> {
  try {
    return await withPdf(bytes, (document) => readDocument(document, file, options));
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

async function readDocument(
  document: PDFDocumentProxy,
  file: string,
  options: ReadOptions,
): Promise<StepResult<PaperTree>> {
  if (document.numPages === 0) return failed('pdf/no-pages', `${file} has no pages`, 'download it again');
  const count = Math.min(document.numPages, MOST_PAGES);
  const messages: Message[] = document.numPages > MOST_PAGES ? [tooManyPages(document.numPages)] : [];
  const told = await readPages(document, count, options, messages);
  const pages = await withRecognised(document, told, file, options, messages);
  const { text, blocks } = layOut(titleTables(repairBlocks(pageBlocks(pages))));
  const value: PaperTree = {
    type: 'root',
    mediaType: MEDIA_TYPES.pdf,
    text,
    pages: document.numPages,
    children: blocks,
  };
  const isPartial = messages.some(({ severity }) => severity !== 'info');
  return { status: isPartial ? 'partial' : 'complete', value, messages };
}

/** The pages as the PDF tells them. */
async function readPages(
  document: PDFDocumentProxy,
  count: number,
  { unreadPages = [], pageTime = PAGE_TIME, onPage }: ReadOptions,
  messages: Message[],
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let number = 1; number <= count; number += 1) {
    if (unreadPages.includes(number)) {
      messages.push(overBudgetMessage(number));
      continue;
    }
    onPage?.(number);
    const page = await readPage(document, number, pageTime);
    if (page === 'over budget') messages.push(overBudgetMessage(number));
    else if (page) pages.push(page);
    else messages.push(pageMessage('pdf/page-unreadable', number, `page ${number} is damaged and was left out`));
  }
  onPage?.(null);
  return pages;
}

/** The pages; those without text, or with text that cannot be read, as text recognition reads them. */
async function withRecognised(
  document: PDFDocumentProxy,
  pages: readonly Page[],
  file: string,
  { ocr = 'auto', pageTime = PAGE_TIME, recognitionThreads }: ReadOptions,
  messages: Message[],
): Promise<readonly Page[]> {
  const pictures = pages.filter((page) => !page.isBlank && (ocr === 'always' || isPicture(page)));
  const recognised = new Map<number, Page>();
  if (pictures.length > 0 && ocr !== 'never') {
    const { recognisePages } = await import('./ocr/recognise-pages.ts');
    const numbers = pictures.map(({ number }) => number);
    for (const { number, page, reason } of await recognisePages(document, numbers, pageTime, recognitionThreads)) {
      messages.push(recognisedMessage(number, page, reason));
      if (page) recognised.set(number, page);
    }
  }
  const read = pages.map((page) => recognised.get(page.number) ?? page);
  messages.push(...unreadMessages(read, file, ocr));
  return read;
}

/** What is told of a paper without text, and of pages whose text, or part of it, was not read. */
function unreadMessages(pages: readonly Page[], file: string, ocr: Ocr): Message[] {
  if (pages.every(({ runs }) => runs.length === 0)) return [scanMessage(file, ocr)];
  return pages.flatMap((page) => {
    if (page.unreadable > 0) return [unreadableMessage(page)];
    if (page.isCleared) return [clearedMessage(page)];
    return ocr === 'never' && page.runs.length === 0 && !page.isBlank ? [withoutTextMessage(page)] : [];
  });
}

/** A page without text, or with more text that cannot be read than can. */
function isPicture({ runs, unreadable }: Page): boolean {
  return runs.length === 0 || runs.reduce((sum, { text }) => sum + text.length, 0) < unreadable;
}

/** Operators that put something on the page. */
const PAINTING = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.shadingFill,
  OPS.showText,
]);

/** Null where the page is damaged. */
async function readPage(
  document: PDFDocumentProxy,
  number: number,
  time: number,
): Promise<Page | 'over budget' | null> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), time);
  try {
    return await Promise.race([drawnPage(document, number), aborted(late.signal)]);
  } catch {
    return late.signal.aborted ? 'over budget' : null;
  } finally {
    clearTimeout(timer);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

async function drawnPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { transform } = page.getViewport({ scale: 1 });
  const { width, height } = pageSize(page);
  const operators = await page.getOperatorList();
  const view = transform as unknown as Matrix;
  const { rulings, drawings } = pageGraphics(operators, view, width * height);
  const { runs: drawn, unreadable } = await pageRuns(page, (name) => fontFacts(page, name));
  const runs = withoutHiddenRuns(drawn, operators, view);
  const isBlank = !operators.fnArray.some((operator) => PAINTING.has(operator));
  const isCleared = isBlank && operators.fnArray.includes(OPS.transform);
  page.cleanup();
  return { number, width, height, runs, unreadable, grids: gridsOf(rulings), rulings, drawings, isBlank, isCleared };
}

function fontFacts(page: PDFPageProxy, name: string): FontFacts {
  const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: string }) : {};
  const label = font.name ?? '';
  return { bold: /bold|black|heavy|demi/i.test(label), italic: /italic|oblique/i.test(label) };
}
