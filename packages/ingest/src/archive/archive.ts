import { diskFull } from '@scrutineer/model';

/** Keeps the bytes of papers by their sha256, so that any figure can be shown in the paper that stated it. */
export interface Archive {
  /**
   * Keeps bytes; keeping the same again changes nothing. What is there already is read, and mended where it is damaged.
   *
   * @param id sha256 of the bytes, hex
   * @returns whether they were added, were there, or were there and damaged
   * @throws ArchiveError where they cannot be written
   */
  put(id: string, bytes: Uint8Array): Promise<'added' | 'there' | 'mended'>;
  /** Reads what is kept under an id and tells whether it is what was kept. @throws ArchiveError where it cannot be read */
  check(id: string): Promise<KeptState>;
  /**
   * The bytes with an id, or null where the archive does not hold them.
   *
   * @throws ArchiveError where they cannot be read, or are no longer what was kept
   */
  get(id: string): Promise<Uint8Array | null>;
  /** Forgets bytes; fine where they are not there. */
  remove(id: string): Promise<void>;
  /**
   * Keeps what was made from papers, under a name; what had the name before is replaced. It can be made again, so that
   * it need not outlive a failure of power.
   *
   * @param name a folder, a slash and a name of letters, digits, dots and hyphens
   * @throws ArchiveError where it cannot be written
   */
  putNamed(name: string, bytes: Uint8Array): Promise<void>;
  /** What was kept under a name; null where there is nothing. @throws ArchiveError where it cannot be read */
  getNamed(name: string): Promise<Uint8Array | null>;
}

/** How bytes are that were kept; `damaged`: they are there and are not those. */
export type KeptState = 'whole' | 'damaged' | 'missing';

/** The archive cannot be used; the message is one sentence for the person who can put it right. */
export class ArchiveError extends Error {
  override readonly name: string = 'ArchiveError';
}

/** The disk that holds the archive is full; what was kept before stands. */
export class ArchiveFullError extends ArchiveError {
  override readonly name = 'ArchiveFullError';

  /** @param what that could not be written, named so that a person finds its disk */
  constructor(what: string) {
    super(diskFull(what));
  }
}

/** The store that holds the archive does not answer. */
export class ArchiveUnreachableError extends ArchiveError {
  override readonly name = 'ArchiveUnreachableError';
}
