/**
 * A half-open range `[start, end)` of UTF-16 code units in `PaperTree.text`.
 * The one span convention of the project.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * `[left, top, right, bottom]` in PDF points (1/72 inch), measured from the top left corner of the page as it is
 * displayed (rotated and cropped); y grows downwards. The one coordinate system of the project: readers convert once.
 */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * Where something stands in the paper as published.
 *
 * - `line`: a 1-based line of a Markdown file.
 * - `page`: a 1-based page of a PDF and a box on it.
 * - `block`: the 0-based index of a block in reading order (DOCX and HTML, which have neither lines nor pages).
 */
export type Place =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'page'; readonly page: number; readonly box: Box }
  | { readonly kind: 'block'; readonly index: number };

/** The smallest box around all the given ones, or null where there are none. */
export function unionBox(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = boxes[0]!;
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}
