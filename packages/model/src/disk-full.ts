/** Codes of the system for a disk, or a share of it, that is used up. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** Whether an error of the file system says that there is no room left. */
export function isDiskFull(error: unknown): boolean {
  return FULL.has((error as NodeJS.ErrnoException | null)?.code);
}

/**
 * The sentence for whoever can make room; the same for a store, an archive and an export.
 *
 * @param what could not be written, named so that a person finds its disk
 */
export function diskFull(what: string): string {
  return `disk full: ${what} cannot be written; free some space there and run the same again`;
}
