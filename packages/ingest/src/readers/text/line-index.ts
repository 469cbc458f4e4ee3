/** Tells on which 1-based line an offset stands. */
export type LineIndex = (offset: number) => number;

/** Builds an index over the line starts of a text; "\r\n", "\n" and "\r" each end a line. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
