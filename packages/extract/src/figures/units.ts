import { readData } from '../registry/data.ts';
import { anyOf } from '../text/pattern.ts';

interface UnitEntry {
  readonly unit: string;
  readonly print: readonly string[];
}

const ENTRIES = readData<UnitEntry[]>('units.yaml');
const BY_PRINT = new Map(
  ENTRIES.flatMap(({ unit, print }) => print.map((text) => [text.toLowerCase(), unit] as const)),
);
const SYMBOLS = [...BY_PRINT.keys()];
const AFTER = new RegExp(
  `^[\\s-]{0,2}(${anyOf(SYMBOLS)})(?![A-Za-z0-9])(?!\\s?-?\\s?(?:on|to)[\\s-](?:year|month|quarter|week|date))`,
  'i',
);
const ANYWHERE = new RegExp(`(?:(?<![A-Za-z])|(?=/))(${anyOf(SYMBOLS)})(?![A-Za-z0-9])`, 'gi');

/** The unit printed right after a number, and how many characters its words take. */
export function unitAfter(text: string, at: number): { unit: string; length: number } | null {
  // "12pc"; "one PC" is a constable.
  if (/^pc(?![A-Za-z])/.test(text.slice(at)) && /\d/.test(text[at - 1] ?? '')) return { unit: 'percent', length: 2 };
  const match = AFTER.exec(text.slice(at, at + 40));
  if (!match) return null;
  return { unit: BY_PRINT.get(match[1]!.toLowerCase().replace(/\s+/g, ' '))!, length: match[0].length };
}

/** Short times are units wherever a header names them; "year" and "month" only where they stand as one: "(days)", "in weeks". */
const LONG_TIME = /^(?:days|weeks|months|years)$/;

/** The first unit that a header or label names ("Time (mins)", "per 1,000 population", "% change"); null where none. */
export function unitIn(text: string): string | null {
  for (const match of text.matchAll(ANYWHERE)) {
    const unit = BY_PRINT.get(match[1]!.toLowerCase().replace(/\s+/g, ' '))!;
    const before = text.slice(0, match.index);
    if (isDuration(unit) && /\d\s*-?\s*$/.test(before)) continue;
    if (
      LONG_TIME.test(unit) &&
      (!/s$/i.test(match[1]!) || !/(?:^\s*|\(\s*|\bin\s+|\bno\.? of\s+|\bnumber of\s+(?:working\s+)?)$/i.test(before))
    )
      continue;
    return unit;
  }
  return null;
}

/** Whether a unit measures time. */
export function isDuration(unit: string | null): boolean {
  return unit !== null && ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'].includes(unit);
}

/** The factor of a scale letter or word after a number: "m", "million", "k", "bn", "hundred million". */
export function scaleFactor(scale: string): number {
  const key = scale.toLowerCase();
  if (key.startsWith('hundred')) return key === 'hundred' ? 100 : 100 * scaleFactor(key.slice('hundred'.length).trim());
  if (key === 'lakh') return 1e5;
  if (key === 'crore') return 1e7;
  if (key.startsWith('k') || key.startsWith('th')) return 1e3;
  if (key.startsWith('b')) return 1e9;
  return key.startsWith('t') ? 1e12 : 1e6;
}
