import PDFDocument from 'pdfkit';
import type { Note } from '../sample.ts';
import { MADE } from '../steady-docx.ts';
import { breakLines, type Line, type Measure } from './lines.ts';

/** A4 with its margins, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 60, right: 535, top: 75, bottom: 770 };
const FURNITURE = { font: 'Helvetica', size: 8, header: 40, footer: 800 };
const NOTE = { size: 8, leading: 10, rule: 120 };
const LINE_WIDTH = 0.5;
/** How far above the lower end of a line its baseline is, as a share of its height. */
const DESCENT = 0.25;

/** Writes lines and rules down the pages and opens a new page where one is full. Lengths are points from the top left. */
export interface PageWriter {
  readonly measure: Measure;
  /** Opens a new page unless a block of this height fits on the one that is open. Tells whether it did. */
  readonly reserve: (height: number) => boolean;
  readonly line: (line: Line, left: number, leading: number) => void;
  /** Leaves a gap, but not at the top of a page. */
  readonly gap: (height: number) => void;
  /** Writes a line at a place of its own. */
  readonly lineAt: (line: Line, left: number, baseline: number) => void;
  readonly box: (left: number, top: number, width: number, height: number) => void;
  /** Goes down the page by what `lineAt` and `box` have filled. */
  readonly advance: (height: number) => void;
  readonly y: () => number;
  readonly finish: (header: string, footer: string) => Promise<Uint8Array>;
}

export function openPages(title: string, notes: readonly Note[]): PageWriter {
  const info = { Title: title, Creator: 'Scrutineer samples', Producer: 'Scrutineer samples', CreationDate: MADE };
  const document = new PDFDocument({ size: 'A4', margin: 0, bufferPages: true, compress: false, info });
  const bytes = collect(document);
  const measure: Measure = (text, font, size) => document.font(font).fontSize(size).widthOfString(text);
  const noteLines = new Map(notes.map(({ number, runs }) => [number, breakNote(number, runs, measure)] as const));
  let y = PAGE.top;
  let bottom = PAGE.bottom;
  let pageNotes: Line[] = [];

  const closePage = () => {
    drawNotes(document, pageNotes);
    pageNotes = [];
  };
  const reserve = (height: number) => {
    if (y + height <= bottom || y === PAGE.top) return false;
    closePage();
    document.addPage();
    y = PAGE.top;
    bottom = PAGE.bottom;
    return true;
  };
  return {
    measure,
    reserve,
    lineAt: (line, left, baseline) => drawLine(document, line, left, baseline),
    line: (line, left, leading) => {
      const added = line.notes.flatMap((number) => noteLines.get(number) ?? []);
      reserve(leading + added.length * NOTE.leading);
      bottom -= added.length * NOTE.leading;
      pageNotes.push(...added);
      y += leading;
      drawLine(document, line, left, y - leading * DESCENT);
    },
    gap: (height) => {
      if (y > PAGE.top) y += height;
    },
    box: (left, top, width, height) => {
      document.lineWidth(LINE_WIDTH).rect(left, top, width, height).stroke();
    },
    advance: (height) => {
      y += height;
    },
    y: () => y,
    finish: (header, footer) => {
      closePage();
      furnish(document, header, footer);
      document.end();
      return bytes;
    },
  };
}

function drawLine(document: PDFKit.PDFDocument, line: Line, left: number, baseline: number): void {
  for (const { text, font, size, rise, x } of line.segments) {
    document.font(font).fontSize(size);
    document.text(text, left + x, baseline - rise, { lineBreak: false, baseline: 'alphabetic' });
  }
}

/** Notes stand at the foot of the page, below a short rule. */
function drawNotes(document: PDFKit.PDFDocument, lines: readonly Line[]): void {
  if (lines.length === 0) return;
  const top = PAGE.bottom - lines.length * NOTE.leading;
  document.lineWidth(LINE_WIDTH).moveTo(PAGE.left, top - 2);
  document.lineTo(PAGE.left + NOTE.rule, top - 2).stroke();
  for (const [index, line] of lines.entries()) drawLine(document, line, PAGE.left, top + (index + 1) * NOTE.leading);
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

function breakNote(number: number, runs: Note['runs'], measure: Measure): Line[] {
  const mark = { kind: 'text', text: String(number), bold: false, italic: false, superscript: true } as const;
  return breakLines(
    [mark, { ...mark, text: ' ', superscript: false }, ...runs],
    NOTE.size,
    PAGE.right - PAGE.left,
    measure,
  );
}

/** Running header, footer and page numbers. */
function furnish(document: PDFKit.PDFDocument, header: string, footer: string): void {
  const { count } = document.bufferedPageRange();
  document.font(FURNITURE.font).fontSize(FURNITURE.size);
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    const pages = `Page ${index + 1} of ${count}`;
    const right = (text: string) => PAGE.right - document.widthOfString(text);
    document.text(header, right(header), FURNITURE.header, { lineBreak: false });
    document.text(footer, PAGE.left, FURNITURE.footer, { lineBreak: false });
    document.text(pages, right(pages), FURNITURE.footer, { lineBreak: false });
  }
}
