/**
 * A copy of a text in which each typographic variant is one plain character: curly quotes, dashes, minus signs and
 * spaces. Every character maps to exactly one, so offsets in the copy are offsets in the original.
 */
export function normalise(text: string): string {
  return text
    .replace(NOTE_MARK, ' ')
    .replace(WIDE_ARROWS, plainArrow)
    .replace(
      /[\u2018\u2019\u201b\u0060\u00b4\u2032\u201c\u201d\u201e\u2033\u2010-\u2015\u2212\u00a0\u2000-\u200a\u202f\u2264\u2265\t\n\r]/g,
      plain,
    );
}

/** The raised number of a footnote behind a word, a figure or a percent sign; "m\u00b2" and "km\u00b2" are units. */
const NOTE_MARK = /(?<=[\w%)](?<!\bk?m))[\u00b9\u00b2\u00b3\u2074-\u2079]/g;

/** Arrows outside the Basic Multilingual Plane, as Word's symbol fonts and emoji give them: two code units each. */
const WIDE_ARROWS = /[\u{1f53a}\u{1f53c}\u{1f845}\u{1f879}\u{1f53b}\u{1f53d}\u{1f847}\u{1f87b}]/gu;

function plainArrow(arrow: string): string {
  return /[\u{1f53a}\u{1f53c}\u{1f845}\u{1f879}]/u.test(arrow) ? ' \u25b2' : ' \u25bc';
}

function plain(character: string): string {
  if (/[\u2018\u2019\u201b\u0060\u00b4\u2032]/.test(character)) return "'";
  if (/[\u201c\u201d\u201e\u2033]/.test(character)) return '"';
  if (/[\u2010-\u2015\u2212]/.test(character)) return '-';
  if (character === '\u2264') return '<';
  if (character === '\u2265') return '>';
  return ' ';
}
