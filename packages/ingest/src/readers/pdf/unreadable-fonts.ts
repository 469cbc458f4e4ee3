/** Share of a font's characters that must be no text for the font to be one that does not tell its letters. */
const LEAST_SHARE = 0.1;
/** Fewer characters than this are bullets, ticks and arrows, whatever they are. */
const FEWEST = 8;
/** Codes without a meaning: controls, private use, unassigned, and the sign for what could not be read. */
const NO_TEXT = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu;
const SYMBOL_CODES = /[\uf020-\uf0ff]/gu;

/**
 * The fonts of a page whose text cannot be read: without a map to Unicode, a PDF has the numbers of shapes where letters
 * should be, and some of them are no characters at all. Fonts of symbols (bullets, ticks) have one here and there.
 */
export function unreadableFonts(items: readonly { readonly str: string; readonly fontName: string }[]): Set<string> {
  const byFont = Map.groupBy(items, ({ fontName }) => fontName);
  return new Set([...byFont].flatMap(([font, own]) => (isUnreadable(own.map(({ str }) => str)) ? [font] : [])));
}

function isUnreadable(texts: readonly string[]): boolean {
  // A run of one or two signs of a symbol font is a bullet; a long one is a sentence in a font that tells nothing.
  const words = texts.map((text) => (text.trim().length <= 2 ? text.replace(SYMBOL_CODES, '') : text)).join('');
  const signs = words.replace(/\s/g, '').length;
  return signs >= FEWEST && (words.match(NO_TEXT)?.length ?? 0) >= LEAST_SHARE * signs;
}
