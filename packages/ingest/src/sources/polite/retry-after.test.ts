import { retryAfter } from './retry-after.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test.each<[string | undefined, number | null]>([
  ['120', 120_000],
  ['0', 0],
  ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
  ['99999999', 24 * 3600 * 1000],
  ['soon', null],
  [undefined, null],
])('%s is %s milliseconds', (header, expected) => {
  expect(retryAfter(header, NOW)).toBe(expected);
});
