import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Longest side of a page, in points. Source: ISO 32000-1, annex C, table C.1 (an implementation limit of 200 inches). */
const LONGEST_SIDE = 14_400;

/** Width and height of a page as displayed, in points; what a damaged file puts beyond the longest side is not looked at. */
export function pageSize(page: PDFPageProxy): { readonly width: number; readonly height: number } {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width: Math.min(width, LONGEST_SIDE), height: Math.min(height, LONGEST_SIDE) };
}
