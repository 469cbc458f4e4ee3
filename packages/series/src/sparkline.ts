const BARS = '▁▂▃▄▅▆▇█';

/** A line of blocks, the higher the value the taller, from the smallest to the largest; a blank where there is none. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  return values
    .map((value) => {
      if (value === null) return ' ';
      const height = span === 0 ? 3 : Math.round(((value - low) / span) * (BARS.length - 1));
      return BARS[height];
    })
    .join('');
}
