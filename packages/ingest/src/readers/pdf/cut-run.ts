import type { Run } from './page.ts';

/** Widths of characters relative to one another, as most proportional fonts have them; for places inside a run. */
const NARROW = /[\s.,:;'’!|ijltfI()[\]/-]/;
const WIDE = /[mwMW@%]/;

function widthOf(character: string): number {
  if (NARROW.test(character)) return 0.5;
  if (WIDE.test(character)) return 1.5;
  return /\p{Lu}/u.test(character) ? 1.2 : 1;
}

/** x at which each character of a run begins, and at last where the run ends; estimated, in points. */
export function characterEdges({ text, box }: Run): number[] {
  const edges = [0];
  for (const character of text) {
    // A character outside the basic plane is two code units: both begin at one place.
    for (let unit = 1; unit < character.length; unit += 1) edges.push(edges.at(-1)!);
    edges.push(edges.at(-1)! + widthOf(character));
  }
  const scale = (box[2] - box[0]) / Math.max(edges.at(-1)!, 1);
  return edges.map((edge) => box[0] + edge * scale);
}

/** The part of a run from one character to another, without blanks at its ends; null where nothing else is in it. */
export function partOfRun(run: Run, from: number, to: number, edges = characterEdges(run)): Run | null {
  const part = run.text.slice(from, to);
  const text = part.trim();
  if (text === '') return null;
  const start = from + part.length - part.trimStart().length;
  const [, top, , bottom] = run.box;
  return { ...run, text, box: [edges[start]!, top, edges[start + text.length]!, bottom] };
}
