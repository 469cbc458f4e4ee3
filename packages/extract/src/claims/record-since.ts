import type { Scan } from '../narrative/scan.ts';
import { NUMBER_WORDS } from '../periods/elements.ts';

/**
 * The first day that "the highest since 2015" or "the lowest for five years" speaks of.
 *
 * @param match of the words, with the groups `since` (a year) and `years` (a number of them)
 * @returns null for "on record", and where the sentence tells no year to count back from
 */
export function sinceDay({ groups }: RegExpMatchArray, { text }: Scan): string | null {
  if (groups?.since) return `${groups.since}-01-01`;
  const years = groups?.years ? (NUMBER_WORDS[groups.years.toLowerCase()] ?? Number(groups.years)) : null;
  const named = /\b(20\d\d)\b/.exec(text)?.[1];
  return years && named ? `${Number(named) - years}-01-01` : null;
}
