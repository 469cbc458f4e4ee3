import type { Canvas } from '@napi-rs/canvas';
import type { Box } from '@scrutineer/model';
import { withPdf } from '../readers/pdf/open-pdf.ts';
import { renderPage } from '../readers/pdf/render-page.ts';

export type MarkKind = 'text' | 'table' | 'cell' | 'figure';

/** A box to draw on a page, in points from the top left of the page as displayed. */
export interface PageMark {
  readonly page: number;
  readonly box: Box;
  readonly kind: MarkKind;
}

/** Pixels for each point: 144 dots an inch, enough to read small print. */
const SCALE = 2;

interface Pen {
  readonly stroke: string;
  readonly fill: string;
  /** Pixels. */
  readonly width: number;
}

/** What is drawn later lies above. */
const PENS: Readonly<Record<MarkKind, Pen>> = {
  text: { stroke: '#3b6fb6', fill: 'rgba(59, 111, 182, 0.08)', width: 1 },
  table: { stroke: '#1f7a3d', fill: 'rgba(31, 122, 61, 0.06)', width: 3 },
  cell: { stroke: '#58b368', fill: 'transparent', width: 1 },
  figure: { stroke: '#c62828', fill: 'rgba(198, 40, 40, 0.15)', width: 2 },
};
const ORDER = Object.keys(PENS) as MarkKind[];

/**
 * Draws the pages of a PDF with marks on them, one after the other, so that one picture is held at a time.
 *
 * @param onPage is given each page's number and its picture as PNG
 * @throws an error of pdf.js where the file cannot be opened
 */
export async function drawPages(
  bytes: Uint8Array,
  marks: readonly PageMark[],
  onPage: (page: number, png: Uint8Array) => Promise<void>,
): Promise<void> {
  await withPdf(bytes, async (document) => {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { canvas, scale } = await renderPage(page, SCALE);
      drawMarks(
        canvas,
        marks.filter((mark) => mark.page === number),
        scale,
      );
      await onPage(number, await canvas.encode('png'));
      page.cleanup();
    }
  });
}

function drawMarks(canvas: Canvas, marks: readonly PageMark[], scale: number): void {
  const context = canvas.getContext('2d');
  for (const { box, kind } of [...marks].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    const { stroke, fill, width } = PENS[kind];
    const [left, top, right, bottom] = box;
    const rectangle = [left * scale, top * scale, (right - left) * scale, (bottom - top) * scale] as const;
    context.fillStyle = fill;
    context.fillRect(...rectangle);
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.strokeRect(...rectangle);
  }
}
