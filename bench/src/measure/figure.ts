/** One measured figure: all its runs, so that a reader sees how far they lie apart. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly runs: readonly number[];
}

/** The figures of one part of the benchmark, and ratios between them, which hold on any machine. */
export interface PartResult {
  readonly part: string;
  readonly figures: readonly Figure[];
  /** Why the part was not measured, or what a reader should know of it. */
  readonly note?: string;
}

/** The middle one; the lower of the two in the middle where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[(sorted.length - 1) >> 1];
  if (middle === undefined) throw new RangeError('there is no median of no values');
  return middle;
}

/** How many times the median of one figure goes into that of another. */
export function ratio(name: string, dividend: Figure, divisor: Figure): Figure {
  return { name, unit: 'times', runs: [median(dividend.runs) / median(divisor.runs)] };
}

/** Runs something so many times, one after the other. */
export async function repeat<T>(runs: number, run: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let index = 0; index < runs; index += 1) results.push(await run(index));
  return results;
}
