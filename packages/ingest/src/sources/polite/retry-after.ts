/** Milliseconds: a host that asks to be left alone for longer is tried again after so long all the same. */
const LONGEST = 24 * 3600 * 1000;

/**
 * Milliseconds to wait by a Retry-After header, in seconds or as a date; null where there is none that can be read.
 * Source: RFC 9110, section 10.2.3.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST);
}
