/**
 * Where markup begins in a text: after a byte order mark, blanks, an XML declaration and comments, in any number and
 * order. A comment or a declaration without an end is not passed over. Each sign is looked at once.
 */
export function markupStart(text: string): number {
  let at = 0;
  for (;;) {
    if (isBlank(text, at)) at += 1;
    else {
      const end = endOf(text, at, '<!--', '-->') ?? endOf(text, at, '<?xml', '?>');
      if (end === null) return at;
      at = end;
    }
  }
}

/** Whether HTML as a document has it begins at a place of a text: its type, or one of its outermost elements. */
export function beginsHtml(text: string, at: number): boolean {
  return /^<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(at, at + LONGEST_MARK));
}

/** Characters that tell the mark of an HTML document: more blanks in it than this are no mark. */
const LONGEST_MARK = 64;

function isBlank(text: string, at: number): boolean {
  return at < text.length && /\s/.test(text[at]!);
}

/** Where what begins with one mark and ends with another ends; null where it does not begin here, or never ends. */
function endOf(text: string, at: number, begin: string, end: string): number | null {
  if (!text.startsWith(begin, at)) return null;
  const found = text.indexOf(end, at + begin.length);
  return found < 0 ? null : found + end.length;
}
