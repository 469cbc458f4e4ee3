/**
 * A copy of a text in which each typographic variant is one plain character: curly quotes, dashes, minus signs and
 * spaces. Every character maps to exactly one, so offsets in the copy are offsets in the original.
 */
export function normalise(text: string): string {
  return text.replace(
    /[\u2018\u2019\u201b\u0060\u00b4\u2032\u201c\u201d\u201e\u2033\u2010-\u2015\u2212\u00a0\u2000-\u200a\u202f\u2264\u2265\t\n\r]/g,
    plain,
  );
}

function plain(character: string): string {
  if (/[\u2018\u2019\u201b\u0060\u00b4\u2032]/.test(character)) return "'";
  if (/[\u201c\u201d\u201e\u2033]/.test(character)) return '"';
  if (/[\u2010-\u2015\u2212]/.test(character)) return '-';
  if (character === '\u2264') return '<';
  if (character === '\u2265') return '>';
  return ' ';
}
