import type { Block, Furniture, Message, PaperTree, StepResult } from '@scrutineer/model';
import { failed, MEDIA_TYPES } from '@scrutineer/model';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MOST_PAGES } from '../limits.ts';
import { repairBlocks } from '../repair/repair-blocks.ts';
import { titleTables } from '../repair/title-tables.ts';
import { layOut } from '../text/lay-out.ts';
import { fitColumns } from './fit-columns.ts';
import { gridsOf } from './grid.ts';
import { linesOf } from './lines.ts';
import type { Matrix } from './matrix.ts';
import { withPdf } from './open-pdf.ts';
import type { Line, Page } from './page.ts';
import { furnitureLines, furnitureOf } from './page-furniture.ts';
import { pageRulings } from './page-rulings.ts';
import { type FontFacts, pageRuns } from './page-runs.ts';
import type { PageTable, TableFinder } from './page-table.ts';
import { ruledTables } from './ruled-tables.ts';
import { rightMargin, type TextBlock, textBlocks } from './text-blocks.ts';
import { listNodes, tableNode, textNode, typographyOf } from './tree-blocks.ts';

/** The ways to find tables on a page, in the order they are tried; each gets the runs that the ones before left. */
const TABLE_FINDERS: readonly TableFinder[] = [ruledTables];

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
  const empty = pages.filter((page) => page.runs.length === 0);
  if (empty.length === pages.length) messages.push(scanMessage(file));
  else messages.push(...empty.map((page) => withoutTextMessage(page.number)));
  const { text, blocks } = layOut(blocksOf(pages));
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
  const reason = `page ${page} has no text layer: it is blank, a picture or a scan`;
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

async function readPage(document: PDFDocumentProxy, number: number): Promise<Page | null> {
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const operators = await page.getOperatorList();
    const rulings = pageRulings(operators, viewport.transform as unknown as Matrix, viewport.width * viewport.height);
    const runs = await pageRuns(page, (name) => fontFacts(page, name));
    page.cleanup();
    return { number, width: viewport.width, height: viewport.height, runs, grids: gridsOf(rulings) };
  } catch {
    return null;
  }
}

function fontFacts(page: PDFPageProxy, name: string): FontFacts {
  const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: string }) : {};
  const label = font.name ?? '';
  return { bold: /bold|black|heavy|demi/i.test(label), italic: /italic|oblique/i.test(label) };
}

interface PageContent {
  readonly page: Page;
  readonly tables: readonly PageTable[];
  readonly lines: readonly Line[];
}

function blocksOf(pages: readonly Page[]): Block[] {
  const contents = withFittedColumns(pages.map((page, index) => pageContent(page, pages[index - 1], pages[index + 1])));
  const furniture = furnitureLines(
    contents.map(({ page, lines }) => ({ page: page.number, height: page.height, lines })),
  );
  const text = contents.map(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const margin = rightMargin(text.flat());
  const texts = contents.map(({ tables }, index) => blocksBetweenTables(text[index]!, tables));
  const typography = typographyOf(texts.flat());
  const blocks = contents.flatMap(({ lines, tables }, index): Block[] => [
    ...pageFurniture(lines, furniture, 'header'),
    ...pageBlocks(texts[index]!, tables, (block) => textNode(block, typography, margin), margin),
    ...pageFurniture(lines, furniture, 'footer'),
  ]);
  return titleTables(repairBlocks(blocks));
}

/** Tables that go on over a page break get the same columns on both pages. */
function withFittedColumns(contents: readonly PageContent[]): PageContent[] {
  const fitted = fitColumns(contents.map(({ tables }) => tables));
  return contents.map((content, index) => ({ ...content, tables: fitted[index]! }));
}

function pageContent(page: Page, before: Page | undefined, after: Page | undefined): PageContent {
  let rest = page.runs;
  const tables: PageTable[] = [];
  for (const find of TABLE_FINDERS) {
    const found = find({ page, before, after }, rest);
    tables.push(...found.tables);
    rest = found.rest;
  }
  return { page, tables: tables.sort((a, b) => a.box[1] - b.box[1]), lines: linesOf(rest) };
}

/** A table parts the text above it from the text below. */
function blocksBetweenTables(lines: readonly Line[], tables: readonly PageTable[]): TextBlock[] {
  const edges = [Number.NEGATIVE_INFINITY, ...tables.map((table) => table.box[1]), Number.POSITIVE_INFINITY];
  return edges.slice(1).flatMap((edge, index) => {
    const within = lines.filter((line) => line.baseline > edges[index]! && line.baseline <= edge);
    return textBlocks(within);
  });
}

function pageFurniture(
  lines: readonly Line[],
  roles: ReadonlyMap<Line, Furniture['role']>,
  side: 'header' | 'footer',
): Furniture[] {
  const middle = lines.length > 0 ? (lines[0]!.baseline + lines.at(-1)!.baseline) / 2 : 0;
  return lines.flatMap((line) => {
    const role = roles.get(line);
    const isHeader = role === 'header' || (role !== 'footer' && line.baseline < middle);
    return role && isHeader === (side === 'header') ? [furnitureOf(line, role)] : [];
  });
}

/** Text and tables of a page in reading order; neighbouring items become lists. */
function pageBlocks(
  texts: readonly TextBlock[],
  tables: readonly PageTable[],
  node: (block: TextBlock) => Block,
  margin: number,
): Block[] {
  const blocks: Block[] = [];
  let items: TextBlock[] = [];
  const close = () => {
    blocks.push(...listNodes(items, margin));
    items = [];
  };
  const placed = [
    ...texts.map((text) => ({ top: text.lines[0]!.baseline, text })),
    ...tables.map((table) => ({ top: table.box[1], table })),
  ].sort((a, b) => a.top - b.top);
  for (const entry of placed) {
    if ('text' in entry && entry.text.kind === 'item') items.push(entry.text);
    else {
      close();
      blocks.push('text' in entry ? node(entry.text) : tableNode(entry.table));
    }
  }
  close();
  return blocks;
}
