import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/** Of fewer digits than this, two figures with one other digit are near to each other by chance. */
const FEWEST_DIGITS = 3;

/** Whether one figure is the other with one digit mistyped, left out, added, or two neighbours exchanged. */
export function isLikelySlip(a: string, b: string): boolean {
  const [one, other] = [a, b].map((figure) => figure.replace(/\D/g, ''));
  if (!one || !other || Math.max(one.length, other.length) < 2) return false;
  if (Math.max(one.length, other.length) < FEWEST_DIGITS && !isSameDigits(one, other)) return false;
  return DamerauLevenshteinDistance(one, other, { restricted: true }) <= 1;
}

/** Whether the digits of one are those of the other in another order, or with one left out. */
function isSameDigits(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return [...shorter].every((digit) => longer.includes(digit));
}
