/** Where bytes stop being UTF-8. */
export interface BadByte {
  /** The byte, 0 to 255. */
  readonly byte: number;
  /** From 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** The character of the line, from 1. */
  readonly column: number;
}

/** The first byte that is not UTF-8, of bytes that are not all UTF-8. */
export function firstBadByte(bytes: Uint8Array): BadByte {
  const offset = firstBadOffset(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, offset)).split(/\r\n|\r|\n/);
  return { byte: bytes[offset]!, offset, line: before.length, column: [...before.at(-1)!].length + 1 };
}

/**
 * A decoder puts U+FFFD for what is bad, so that the bytes of its text differ from the file's first within the first
 * of these; what is bad begins where that character does.
 */
function firstBadOffset(bytes: Uint8Array): number {
  const mended = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  let offset = mended.findIndex((byte, index) => byte !== bytes[index]);
  while (isContinuation(mended[offset]!)) offset -= 1;
  return offset;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
