import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Most pixels of a page's picture: an A4 page at 600 dots an inch has 35 million. */
const MOST_PIXELS = 40_000_000;

/**
 * Draws a page as it is displayed, on white.
 *
 * @param scale pixels for each point; less where the picture would be too large
 */
export async function renderPage(page: PDFPageProxy, scale: number): Promise<{ canvas: Canvas; scale: number }> {
  const { width, height } = page.getViewport({ scale: 1 });
  const fitting = Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale: fitting });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // pdf.js names the browser's canvas, of which this one is a copy.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  return { canvas, scale: fitting };
}
