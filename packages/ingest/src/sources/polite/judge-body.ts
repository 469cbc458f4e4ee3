import { beginsHtml, markupStart } from '../../markup-start.ts';

/** Bytes that tell the kind. */
const HEAD_BYTES = 4096;
/** A PDF may have other bytes before its mark, up to this many. */
const PDF_MARK_WITHIN = 1024 + '%PDF-'.length;
/** That of UTF-8, one sign a byte. */
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/** What a file is by its first bytes; null where they do not tell. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES)).toString('latin1');
  if (head.slice(0, PDF_MARK_WITHIN).includes('%PDF-')) return 'application/pdf';
  if (/^PK[^\w\s]{2}/.test(head)) return 'application/zip';
  const text = head.startsWith(BYTE_ORDER_MARK) ? head.slice(BYTE_ORDER_MARK.length) : head;
  if (/^<\?xml\b/.test(text.trimStart())) return 'text/xml';
  return beginsHtml(text, markupStart(text)) ? 'text/html' : null;
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
