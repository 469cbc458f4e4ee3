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
 * Draws a page of a PDF with marks on it, as PNG.
 *
 * @param number of the page, from 1
 * @throws an error of pdf.js where the file cannot be opened or has no such page
 */
export async function drawPage(bytes: Uint8Array, marks: readonly PageMark[], number: number): Promise<Uint8Array> {
  return withPdf(bytes, async (document) => {
    const { canvas, scale } = await renderPage(await document.getPage(number), SCALE);
    const own = marks.filter(({ page }) => page === number);
    drawMarks(canvas, own, scale);
    return canvas.encode('png');
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
