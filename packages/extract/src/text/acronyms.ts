import { normalise } from './normalise.ts';

/** Short forms that a paper explains ("Missing From Home (MFH)"), by their capitals. */
export type Acronyms = ReadonlyMap<string, string>;

/** A hyphen is of the word it stands in, never a gap between two: read both ways, "A-A-A-…" takes for ever. */
const DEFINITION =
  /(?<![\w'-])((?:[A-Z][\w'-]{0,59}|of|the|and|for|in|to|on|&)(?:\s+(?:-\s+)?(?:[A-Z][\w'-]{0,59}|of|the|and|for|in|to|on|from|&)){0,8})\s+\(([A-Z][A-Za-z&]{1,7})\)/g;

/** The short forms that texts explain; the first explanation of each wins. */
export function findAcronyms(texts: Iterable<string>): Acronyms {
  const found = new Map<string, string>();
  for (const text of texts) {
    for (const [, words, short] of normalise(text).matchAll(DEFINITION)) {
      const long = longForm(words!, short!);
      if (long && !found.has(short!)) found.set(short!, long);
    }
  }
  return found;
}

/** The last words whose first letters are the short form's capitals, small words left out or in. */
function longForm(words: string, short: string): string | null {
  const letters = short.replace(/[^A-Z&]/g, '').toLowerCase();
  if (letters.length < 2) return null;
  const parts = words.split(/[\s]+/);
  for (let from = parts.length - 1; from >= 0; from--) {
    const candidate = parts.slice(from);
    const initials = (keep: (part: string) => boolean) =>
      candidate
        .flatMap((part) => part.split('-'))
        .filter(keep)
        .map((part) => part[0]!.toLowerCase())
        .join('');
    if (!/^[A-Z]/.test(candidate[0]!)) continue;
    if (initials((part) => /^[A-Z&]/.test(part)) === letters || initials(() => true) === letters)
      return candidate.join(' ');
  }
  return null;
}

/** The text with each short form that the paper explains written out; "LVS" or "LVS's". */
export function expandAcronyms(text: string, acronyms: Acronyms): string {
  if (acronyms.size === 0) return text;
  return text.replace(/\b[A-Z][A-Za-z&]{1,7}\b/g, (word) => acronyms.get(word) ?? word);
}

/** "East LPA" is the East Local Policing Area in a paper that says so; an area of the registry keeps its label. */
export function speltOut<T extends { readonly id: string | null; readonly label: string }>(
  area: T | null,
  acronyms: Acronyms,
): T | null {
  return area === null || area.id !== null ? area : { ...area, label: expandAcronyms(area.label, acronyms) };
}
