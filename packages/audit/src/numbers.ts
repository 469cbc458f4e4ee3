import type { Observation } from '@scrutineer/model';

/** Made once: to make one for each number would take longer than all checks. */
const FORMAT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A number as a person writes it: thousands separated, no more decimals than needed. */
export function number(value: number): string {
  return FORMAT.format(value);
}

/** A value as a figure beside it is printed: "£89,520" or "89,520" of thousands, "£2.3m", "3.2%". */
export function asPrinted(value: number, { value: likeValue, source: { figure } }: Observation): string {
  const printed = Number(figure.replace(/[^\d.]/g, ''));
  const scale = printed > 0 && likeValue !== 0 ? Math.abs(likeValue) / printed : 1;
  const [, before = '', after = ''] = /^[^\d£]*(?:(£)\D*)?\d(?:[\d,.]*\d)?\s?([a-z%]*)/i.exec(figure) ?? [];
  return `${value < 0 ? '-' : ''}${before}${number(Math.abs(value) / scale)}${after}`;
}

/** "a rise of 3.2%", "a fall of 12", "no change": a change in words. */
export function changeInWords(value: number, like: Observation): string {
  return value === 0 ? 'no change' : `a ${value > 0 ? 'rise' : 'fall'} of ${asPrinted(Math.abs(value), like)}`;
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
