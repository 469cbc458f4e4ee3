import type { Draft } from '../draft.ts';

const FEWEST_FIGURES = 3;
/** A sentence has more words than that for each of its figures. */
const WORDS_PER_FIGURE = 2;

/**
 * A line of many figures and few words that ends in no full stop is the row of a table whose lines and columns the page
 * does not show: what each figure means is not told by the words around it.
 *
 * @param drafts the figures of one sentence
 */
export function doubtRowOfFigures(drafts: readonly Draft[]): readonly Draft[] {
  const quote = drafts[0]?.quote ?? '';
  const words = quote.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  const isRow =
    drafts.length >= FEWEST_FIGURES && words <= WORDS_PER_FIGURE * drafts.length && !/[.!?;:]["')\]]*$/.test(quote);
  if (!isRow) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    notes: [...draft.notes, 'row-of-figures'],
  }));
}
