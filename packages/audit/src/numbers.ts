/** Made once: to make one for each number would take longer than all checks. */
const FORMAT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A number as a person writes it: thousands separated, no more decimals than needed. */
export function number(value: number): string {
  return FORMAT.format(value);
}

/** An amount as it is printed: "£45,250", "3.2%", "12". */
export function amount(value: number, unit: string): string {
  const sign = value < 0 ? '-' : '';
  if (unit === 'GBP') return `${sign}£${number(Math.abs(value))}`;
  return unit === 'percent' ? `${number(value)}%` : number(value);
}

/** "a rise of 3.2%", "a fall of 12", "no change": a change in words. */
export function changeInWords(value: number, unit: string): string {
  if (value === 0) return 'no change';
  return `a ${value > 0 ? 'rise' : 'fall'} of ${amount(Math.abs(value), unit)}`;
}

/** How a change is printed: with the direction that its words or its sign give it, where another is meant. */
export function printedChange(figure: string, value: number, expected: number): string {
  const isOpposite = value * expected < 0;
  return `${figure} is printed${isOpposite ? ` as a ${value > 0 ? 'rise' : 'fall'}` : ''}`;
}

/** A number without the noise of binary fractions. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** How far apart two numbers are, as a share of the larger; 0 where both are zero. */
export function relativeDifference(a: number, b: number): number {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size === 0 ? 0 : Math.abs(a - b) / size;
}
