import { dump, load } from 'js-yaml';
import type { FoundRegex } from './collect.ts';

/** Expressions that are known to be slow or not to be judged, and why each may stand. */
export interface Known {
  readonly why: string;
  /** By file, as they stand there. */
  readonly regexes: Readonly<Record<string, readonly string[]>>;
}

/** How one that is put together as the program runs stands in the list. */
const PUT_TOGETHER = 'RegExp(…)';

const HEAD = `# Regular expressions that tools/check-regexes.ts would refuse and that may stand, with the reason.
# This list may only shrink: mend what stands here and run \`node tools/check-regexes.ts --forget\`, which takes out
# what is no longer there.
`;

/** Reads a list of known expressions. */
export function parseKnown(yaml: string): Known[] {
  return (load(yaml) as Known[] | null) ?? [];
}

/** A list of known expressions as it is kept. */
export function printKnown(known: readonly Known[]): string {
  return HEAD + dump(known, { lineWidth: -1 });
}

/** How an expression stands in the list. */
export function asWritten({ literal }: FoundRegex): string {
  return literal ? `/${literal.source}/${literal.flags}` : PUT_TOGETHER;
}

/** Parts what was refused from what is known: each entry of the list stands for one expression of its file. */
export function compared<T extends FoundRegex>(refused: readonly T[], known: readonly Known[]) {
  const left = new Map<string, T[]>();
  for (const regex of refused) {
    const key = keyOf(regex.file, asWritten(regex));
    left.set(key, [...(left.get(key) ?? []), regex]);
  }
  const isGone = (file: string, regex: string) => left.get(keyOf(file, regex))?.shift() === undefined;
  let gone = 0;
  const still = known.map(({ why, regexes }): Known => {
    const files = Object.entries(regexes).map(([file, list]) => {
      const kept = list.filter((regex) => !isGone(file, regex));
      gone += list.length - kept.length;
      return [file, kept] as const;
    });
    return { why, regexes: Object.fromEntries(files.filter(([, list]) => list.length > 0)) };
  });
  return {
    unknown: [...left.values()].flat(),
    still: still.filter(({ regexes }) => Object.keys(regexes).length > 0),
    gone,
  };
}

function keyOf(file: string, regex: string): string {
  return `${file} ${regex}`;
}
