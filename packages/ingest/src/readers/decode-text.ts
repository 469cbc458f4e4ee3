/** Most control characters that text may hold, as a share: old files have form feeds, binary ones have anything. */
const MOST_CONTROLS = 0.01;
/** Least share of ASCII's letters, digits, blanks and punctuation in an English text, however short; noise has less. */
const LEAST_PLAIN = 0.5;

/** The text of a file in UTF-8, or in UTF-16 with a byte order mark; null where its bytes are neither. */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Label(bytes);
  return utf16 ? new TextDecoder(utf16).decode(bytes) : decodeStrictly(bytes, 'utf-8');
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** The text in the encoding of a label as web pages give it; null for an unknown label or bytes that do not fit it. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes as a text whose ASCII is right and whose other signs may be wrong: for looking, never for reading. */
export function decodeRoughly(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Whether decoded bytes are a text, and not a binary file that happened to decode. */
export function isText(text: string): boolean {
  if (text.includes('\0')) return false;
  const controls = text.match(/[^\P{Cc}\t\n\r\f\v]/gu)?.length ?? 0;
  return controls <= text.length * MOST_CONTROLS;
}

/** Whether roughly decoded bytes are an English text in some encoding. */
export function isMostlyPlain(text: string): boolean {
  const plain = text.match(/[\t\n\r\x20-\x7e]/g)?.length ?? 0;
  return plain >= text.length * LEAST_PLAIN;
}
