/** Codes of the system for a disk, or a share of it, that is used up. */
const FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);

export function isDiskFull(code: string | undefined): boolean {
  return FULL.has(code);
}

/** @param what could not be written */
export function diskFull(what: string): string {
  return `disk full: ${what} cannot be written; free some space there and run the same again`;
}
