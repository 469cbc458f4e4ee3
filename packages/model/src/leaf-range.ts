import type { Span } from './place.ts';
import type { Text } from './tree.ts';

/**
 * The other way of `locate`: which characters of a leaf's own text stand at some offsets of the document.
 *
 * @param span offsets in `PaperTree.text`
 * @returns the half-open range in `leafText(leaf)`; null where the leaf holds none of them
 */
export function leafRangeOf(leaf: { readonly children: readonly Text[] }, { start, end }: Span): Span | null {
  let offset = 0;
  let first: number | null = null;
  let last = 0;
  for (const { value, span } of leaf.children) {
    if (span.start < end && span.end > start) {
      const verbatim = span.end - span.start === value.length;
      first ??= offset + (verbatim ? Math.max(start - span.start, 0) : 0);
      last = offset + (verbatim ? Math.min(end - span.start, value.length) : value.length);
    }
    offset += value.length;
  }
  return first === null ? null : { start: first, end: last };
}
