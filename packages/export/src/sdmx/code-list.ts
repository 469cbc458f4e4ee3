import { sha256 } from '@scrutineer/model';

/** What SDMX allows in the id of a code (`IDType` of the SDMX-ML schemas). */
const CODE_ID = /^[A-Za-z0-9_@$-]+$/;
const HASH_LENGTH = 8;

/** The code for "unknown", as the SDMX guidelines for code lists have it. */
const UNKNOWN = '_U';

/** A code list that grows while rows are written, so that it holds the codes that are used and no others. */
export interface CodeList {
  readonly id: string;
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  /**
   * The code of a thing with an id and a label. Papers print one measure under several names: the shortest, of these the
   * first in the alphabet, becomes the code's name, whatever the order of the rows.
   */
  codeOf(thing: { readonly id: string | null; readonly label: string } | null): string;
}

/**
 * @param id the code list's own, as in `CL_AREA`
 * @param name the code list's name in words
 */
export function createCodeList(id: string, name: string): CodeList {
  const names = new Map<string, string>();
  return {
    id,
    name,
    names,
    codeOf(thing) {
      const code = thing === null ? UNKNOWN : codeFor(thing);
      const label = thing === null ? 'Unknown' : thing.label;
      const known = names.get(code);
      if (known === undefined || isShorter(label, known)) names.set(code, label);
      return code;
    },
  };
}

function isShorter(one: string, other: string): boolean {
  return one.length < other.length || (one.length === other.length && one < other);
}

/** The id where SDMX allows it; else the words with a hash, so that two labels never meet in one code. */
function codeFor({ id, label }: { readonly id: string | null; readonly label: string }): string {
  if (id !== null && CODE_ID.test(id)) return id;
  const words = label
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${words}_${sha256(id ?? label).slice(0, HASH_LENGTH)}`;
}
