/**
 * Widths of printed characters in thousandths of the font size: what a share of a printed line is reckoned with, where
 * only the line's ends are known. Source: Adobe Font Metrics of Helvetica; the proportions of other fonts are close.
 */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [222, "ijl'‘’|"],
  [278, ' \u00a0\t.,:;!/\\[]ftI'],
  [333, '()-r`{}"“”'],
  [500, 'ckJsvxyz'],
  [584, '+<=>~−'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXY&'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'mM'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…™'],
];
/** Digits, most small letters, and what is not listed. */
const USUAL = 556;

const widthOf = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((sign) => [sign, width] as const)));

/** Width of a text as it would be printed, in thousandths of the font size. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf.get(character) ?? USUAL;
  return width;
}
