/** Characters of a sheet's name: Excel has no more. */
const LONGEST = 31;

/**
 * Names of sheets that Excel takes, in the order of the wanted ones: at most 31 characters, none of []:*?/\, no
 * apostrophe at either end, no two alike in any letter case. A name that comes again is numbered: "Finance (2)".
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const allowed = allowedName(name);
    let candidate = shortened(allowed, '');
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) candidate = shortened(allowed, ` (${count})`);
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function allowedName(name: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[[\]:*?/\\\u0000-\u001f]+/g, ' ')
    .replace(/^['\s]+|(?<!['\s])['\s]+$/g, '');
  return plain || 'Sheet';
}

function shortened(name: string, number: string): string {
  return name.slice(0, LONGEST - number.length).replace(/(?<!['\s])['\s]+$/, '') + number;
}
