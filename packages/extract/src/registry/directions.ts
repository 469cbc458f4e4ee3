import { anyOf } from '../text/pattern.ts';
import { readData } from './data.ts';

const DATA = readData<Record<'up' | 'down' | 'better' | 'worse', string[]>>('directions.yaml');

/** What a word says of a change: its sign, or its worth (which turns on the measure). */
export type Direction = 'up' | 'down' | 'better' | 'worse';

const BY_WORD = new Map(
  (Object.entries(DATA) as [Direction, string[]][]).flatMap(([direction, words]) =>
    words.map((word) => [word, direction] as const),
  ),
);

/** Any word of direction, as a pattern without groups. */
export const DIRECTION_WORD = `(?:${anyOf([...BY_WORD.keys()])})`;

/** The direction of a word that `DIRECTION_WORD` matches. */
export function directionOf(word: string): Direction | null {
  return BY_WORD.get(word.toLowerCase()) ?? null;
}
