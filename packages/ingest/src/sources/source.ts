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

/** The source of a paper at a web address; its fragment (`#search=…`) tells nothing of the paper. */
export function urlSource(url: URL): Source {
  const { href } = new URL(url.pathname + url.search, url.origin);
  return { kind: 'url', origin: href, file: lastPart(url) };
}

function lastPart(url: URL): string {
  const part = url.pathname.split('/').filter(Boolean).at(-1);
  if (!part) return url.hostname;
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    return part;
  }
}
