/** Escapes a text for use in a pattern; a space stands for any white space. */
function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ +/g, '\\s+');
}

/** A pattern that matches any of the texts, the longest first. */
export function anyOf(texts: readonly string[]): string {
  return [...texts]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
}
