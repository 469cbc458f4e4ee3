import { constants, deflateRawSync } from 'node:zlib';

/** Bytes of which so many are made at a time. */
const PIECE_BYTES = 2 ** 20;
/** A last block of Deflate with nothing in it. */
const END = Buffer.from([3, 0]);

/** What is to be packed: a beginning, a piece again and again until it has so many MB, an end. */
export interface Unpacked {
  readonly before?: string;
  readonly piece: string;
  readonly after?: string;
  /** MiB. */
  readonly size: number;
}

/** Deflate of much, without it being held: what is packed once stands in it again and again. */
export function packed({ before = '', piece, after = '', size }: Unpacked): Buffer {
  const times = Math.max(1, Math.ceil(PIECE_BYTES / piece.length));
  const block = deflated(piece.repeat(times));
  const blocks = Array.from({ length: Math.ceil((size * 2 ** 20) / (times * piece.length)) }, () => block);
  return Buffer.concat([deflated(before), ...blocks, deflated(after), END]);
}

/** Deflate that others may follow and that leans on none before it. */
function deflated(text: string): Buffer {
  return deflateRawSync(Buffer.from(text, 'latin1'), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
}

/** As `packed`, with the header that the filter of PDF wants; no reader looks at the sum at its end. */
export function packedForPdf(unpacked: Unpacked): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), packed(unpacked), Buffer.alloc(4)]);
}
