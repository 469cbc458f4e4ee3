/**
 * Remembers what a pure function gave for a text, up to a number of texts; then it starts anew. Papers repeat their cells
 * and headers, and several readers ask for the same text.
 */
export function remember<T>(read: (text: string) => T, limit = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
