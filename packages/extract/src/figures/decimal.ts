/** Multiplies without the noise of binary fractions: 51.4 x 1,000,000 is 51,400,000. */
export function decimal(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(12));
}
