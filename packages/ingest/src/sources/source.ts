/** Where the bytes of one paper are. */
export interface Source {
  readonly kind: 'file' | 'url';
  /** Absolute path, or URL without a fragment. */
  readonly origin: string;
  /** Last part of the origin, for people. */
  readonly file: string;
}

/** The most bytes a paper may have: 256 MiB. */
export const MAX_PAPER_BYTES = 256 * 1024 * 1024;
