/** The text of a file, and the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** Most control characters that text may hold, as a share: old files have form feeds, binary ones have anything. */
const MOST_CONTROLS = 0.01;
/** Least share of letters, digits, blanks and punctuation of ASCII in a windows-1252 text in English. */
const LEAST_PLAIN = 0.9;

/** Decodes a text file: UTF-8, UTF-16 with a byte order mark, else windows-1252 where that is plausible; else null. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16Label(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'utf-16' };
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null) return isText(utf8) ? { text: utf8, encoding: 'utf-8' } : null;
  const text = new TextDecoder('windows-1252').decode(bytes);
  return isText(text) && isMostlyPlain(text) ? { text, encoding: 'windows-1252' } : null;
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isText(text: string): boolean {
  if (text.includes('\0')) return false;
  const controls = text.match(/[^\P{Cc}\t\n\r\f\v]/gu)?.length ?? 0;
  return controls <= text.length * MOST_CONTROLS;
}

function isMostlyPlain(text: string): boolean {
  const plain = text.match(/[\t\n\r\x20-\x7e]/g)?.length ?? 0;
  return plain >= text.length * LEAST_PLAIN;
}
