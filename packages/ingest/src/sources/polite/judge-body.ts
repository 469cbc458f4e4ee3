/** Kinds of file that a fetcher must tell apart, by their first bytes; what they are in full is the readers' to say. */
const KINDS: readonly { readonly mediaType: string; readonly begins: RegExp }[] = [
  { mediaType: 'application/pdf', begins: /^[\s\S]{0,1024}?%PDF-/ },
  { mediaType: 'application/zip', begins: /^PK[^\w\s]{2}/ },
  {
    mediaType: 'text/html',
    begins: /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i,
  },
  { mediaType: 'text/xml', begins: /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\b/ },
];

/** Bytes that tell the kind. */
const HEAD_BYTES = 4096;

/** What a file is by its first bytes; null where they do not tell. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES)).toString('latin1');
  return KINDS.find(({ begins }) => begins.test(head))?.mediaType ?? null;
}

/** Pages that publishing systems lead to when something went wrong, perhaps with a status of success. */
const ERROR_PAGE = /\/(?:mgerror|error|notfound|404|login)\.(?:aspx?|html?|php)$/i;

/**
 * Why what came cannot be the paper that was asked for; null where it can. The final address and the bytes decide.
 *
 * @param asked the URL that announced the paper
 * @param final the URL that answered
 */
export function wrongKind(asked: URL, final: URL, bytes: Uint8Array): string | null {
  if (bytes.byteLength === 0) return 'the site sent an empty file';
  if (ERROR_PAGE.test(final.pathname)) return `the site led to its error page ${final.href}`;
  if (/\.(?:pdf|docx?)$/i.test(asked.pathname) && mediaTypeOf(bytes) === 'text/html')
    return 'the site sent a web page instead of the paper';
  return null;
}
