import type { Text } from '@scrutineer/model';

/**
 * The text of a leaf as it is read for figures: a footnote's mark is blanked, so that "reports¹" does not end in a digit
 * and "4,983¹" is not 49,831. As long as `leafText(leaf)`, so that offsets are offsets in both.
 */
export function readableText(leaf: { readonly children: readonly Text[] }): string {
  let text = '';
  for (const piece of leaf.children) text += isFootnoteMark(piece) ? ' '.repeat(piece.value.length) : piece.value;
  return text;
}

/** A reference that the format knows as one, or a raised number of one or two digits. */
function isFootnoteMark({ value, marks }: Text): boolean {
  return (
    marks?.includes('footnote-reference') === true ||
    (marks?.includes('superscript') === true && /^\d{1,2}$/.test(value.trim()))
  );
}
