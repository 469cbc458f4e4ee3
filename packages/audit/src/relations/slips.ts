import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/** Fewer digits than this are near to each other by chance. */
const FEWEST_DIGITS = 3;

/** Whether one figure is the other with one digit mistyped, left out, added, or two neighbours exchanged. */
export function isLikelySlip(a: string, b: string): boolean {
  const [one, other] = [a, b].map((figure) => figure.replace(/\D/g, ''));
  if (!one || !other || Math.max(one.length, other.length) < FEWEST_DIGITS) return false;
  return DamerauLevenshteinDistance(one, other, { restricted: true }) <= 1;
}
