/** Characters gathered before they are written, so that many short pieces are few writes. */
const CHUNK = 65_536;

/** Text and bytes in their order, short texts joined to longer ones. */
export async function* inChunks<Piece extends string | Uint8Array>(
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
): AsyncGenerator<Piece | string> {
  let gathered = '';
  for await (const piece of pieces) {
    if (typeof piece === 'string') gathered += piece;
    if (typeof piece === 'string' ? gathered.length >= CHUNK : gathered) {
      yield gathered;
      gathered = '';
    }
    if (typeof piece !== 'string') yield piece;
  }
  if (gathered) yield gathered;
}
