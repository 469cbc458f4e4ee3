import type { Text } from '@scrutineer/model';

/**
 * The text of a leaf as it is read for figures: a footnote's mark is blanked, so that "reports¹" does not end in a digit.
 * As long as `leafText(leaf)`, so that offsets are offsets in both.
 */
export function readableText(leaf: { readonly children: readonly Text[] }): string {
  let text = '';
  for (const { value, marks } of leaf.children)
    text += marks?.includes('footnote-reference') ? ' '.repeat(value.length) : value;
  return text;
}
