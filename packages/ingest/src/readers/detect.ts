import { markupStart } from '../markup-start.ts';
import { declaredCharset } from './declared-charset.ts';
import { decodeRoughly, decodeStrictly, decodeText, isMostlyPlain, isText } from './decode-text.ts';
import { type BadByte, firstBadByte } from './first-bad-byte.ts';
import { type ZipEntry, zipDirectory } from './zip.ts';

/** What a file is by its content; its name plays no part. */
export type Detected =
  | { readonly kind: 'pdf' }
  | { readonly kind: 'truncated-pdf' }
  | { readonly kind: 'docx'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'broken-zip' }
  /** A ZIP that is no Word file: what it is, in words. */
  | { readonly kind: 'other-zip'; readonly what: string }
  | { readonly kind: 'locked-office' }
  | { readonly kind: 'old-office' }
  | { readonly kind: 'rich-text' }
  | { readonly kind: 'html' | 'markdown'; readonly text: string }
  /** A text in another encoding, which nothing tells. */
  | { readonly kind: 'other-encoding'; readonly at: BadByte }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unknown' };

/** A PDF may have other bytes before its header, up to this many. */
const PDF_HEADER_WITHIN = 1024;
/** A whole PDF ends with its end mark, give or take what servers append, in bytes. */
const PDF_END_WITHIN = 16 * 1024;

export function detect(bytes: Uint8Array): Detected {
  if (indexOf(bytes.subarray(0, PDF_HEADER_WITHIN), '%PDF-') >= 0) return detectPdf(bytes);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return detectZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return detectOffice(bytes);
  if (indexOf(bytes.subarray(0, 8), '{\\rtf') === 0) return { kind: 'rich-text' };
  return detectText(bytes);
}

function detectPdf(bytes: Uint8Array): Detected {
  const tail = bytes.subarray(Math.max(0, bytes.length - PDF_END_WITHIN));
  return { kind: indexOf(tail, '%%EOF') >= 0 ? 'pdf' : 'truncated-pdf' };
}

function detectZip(bytes: Uint8Array): Detected {
  const entries = zipDirectory(bytes);
  if (!entries) return { kind: 'broken-zip' };
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/)) return { kind: 'docx', entries };
  if (has(/^xl\//)) return { kind: 'other-zip', what: 'an Excel workbook' };
  if (has(/^ppt\//)) return { kind: 'other-zip', what: 'a PowerPoint presentation' };
  if (has(/^content\.xml$/)) return { kind: 'other-zip', what: 'an OpenDocument file' };
  return { kind: 'other-zip', what: 'a ZIP archive without a Word document in it' };
}

/** Word keeps a file with a password in the old container, as a stream of this name in UTF-16. */
function detectOffice(bytes: Uint8Array): Detected {
  const name = [...'EncryptedPackage'].join('\0');
  return { kind: indexOf(bytes, name) >= 0 ? 'locked-office' : 'old-office' };
}

function detectText(bytes: Uint8Array): Detected {
  const text = decodeText(bytes);
  if (text === null) return detectOtherEncoding(bytes);
  if (!isText(text)) return { kind: 'unknown' };
  if (text.trim() === '') return { kind: 'blank' };
  return { kind: isHtml(text) ? 'html' : 'markdown', text };
}

/** An encoding is never guessed: a wrong guess turns a pound sign into another sign, and nobody sees it. */
function detectOtherEncoding(bytes: Uint8Array): Detected {
  const rough = decodeRoughly(bytes);
  const charset = isHtml(rough) ? declaredCharset(rough) : null;
  const text = charset === null ? null : decodeStrictly(bytes, charset);
  if (text !== null && isText(text)) return { kind: 'html', text };
  if (isText(rough) && isMostlyPlain(rough)) return { kind: 'other-encoding', at: firstBadByte(bytes) };
  return { kind: 'unknown' };
}

/**
 * Whether a text is HTML and not Markdown with HTML in it: it begins as an HTML document does, or it begins and ends
 * with a block's tag and has no line that is Markdown.
 */
function isHtml(text: string): boolean {
  const start = text.slice(markupStart(text));
  if (/^<(?:!doctype\s+html|html|head|body|title|meta|link)\b/i.test(start)) return true;
  const isBlock = /^<(?:div|p|h[1-6]|table|main|article|section|ul|ol|header|nav)\b[^>]*>/i.test(start);
  return isBlock && text.trimEnd().endsWith('>') && !/^(?:#{1,6} |\||[^<\s][^\n]*\t)/m.test(text);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function indexOf(bytes: Uint8Array, text: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, 0, 'latin1');
}
