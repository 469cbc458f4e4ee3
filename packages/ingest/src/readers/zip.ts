import { inflateRawSync } from 'node:zlib';

/** A file inside a ZIP, as its central directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly compression: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of the entry's local header. */
  readonly offset: number;
  readonly encrypted: boolean;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
/** The end record may be followed by a comment of up to this length, in bytes. */
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** The files of a ZIP; null where its central directory is missing or cut, as in a truncated file. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== ENTRY_SIGNATURE) return null;
    const nameLength = view.getUint16(offset + 28, true);
    entries.push(directoryEntry(view, offset, bytes.subarray(offset + 46, offset + 46 + nameLength)));
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let offset = last; offset >= Math.max(0, last - LONGEST_COMMENT); offset -= 1) {
    if (view.getUint32(offset, true) === END_SIGNATURE) return offset;
  }
  return null;
}

function directoryEntry(view: DataView, offset: number, name: Uint8Array): ZipEntry {
  return {
    name: new TextDecoder().decode(name),
    compression: view.getUint16(offset + 10, true),
    compressedSize: view.getUint32(offset + 20, true),
    size: view.getUint32(offset + 24, true),
    offset: view.getUint32(offset + 42, true),
    encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
  };
}

/**
 * The bytes of one file of a ZIP.
 *
 * @param limit most bytes that may come out; a file that holds more is not unpacked further
 * @throws RangeError where the file is cut, or holds more than the limit
 */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) {
    throw new RangeError(`no file header at byte ${entry.offset}`);
  }
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (entry.compression === STORED) return packed;
  if (entry.compression !== DEFLATED) throw new RangeError(`unknown compression ${entry.compression}`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) });
}
