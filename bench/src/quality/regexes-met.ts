/** The regular expressions that ran while something was done, and whether they matched; by their source. */
export type RegexesRun = ReadonlyMap<string, boolean>;

/**
 * Runs something and tells which regular expressions ran meanwhile. `test`, `match`, `matchAll`, `replace`, `search` and
 * `split` all call `exec` where it has been replaced (ECMA-262, RegExpExec).
 */
export async function watchRegexes<T>(run: () => Promise<T>): Promise<{ result: T; regexes: RegexesRun }> {
  const regexes = new Map<string, boolean>();
  const original = RegExp.prototype.exec;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const match = original.call(this, text);
    regexes.set(this.source, match !== null || (regexes.get(this.source) ?? false));
    return match;
  };
  try {
    return { result: await run(), regexes };
  } finally {
    RegExp.prototype.exec = original;
  }
}

/** How many names each thing was met under: 'robbery' by three publishers is 3. */
export function timesMet(
  met: readonly { readonly by: string; readonly things: Iterable<string> }[],
): Map<string, number> {
  const names = new Map<string, Set<string>>();
  for (const { by, things } of met)
    for (const thing of things) names.set(thing, (names.get(thing) ?? new Set()).add(by));
  return new Map([...names].map(([thing, all]) => [thing, all.size]));
}
