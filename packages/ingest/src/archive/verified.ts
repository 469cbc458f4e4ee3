import { sha256 } from '@scrutineer/model';
import { ArchiveError, type KeptState } from './archive.ts';

/** The same bytes. @throws ArchiveError where they are no longer those that were kept */
export function verified(bytes: Uint8Array, id: string, what: string): Uint8Array {
  if (sha256(bytes) === id) return bytes;
  throw new ArchiveError(
    `${what} is damaged: its bytes are not those that were kept; ingest the paper again, or run \`scrutineer archive verify --repair\``,
  );
}

/** How bytes are that were kept under an id; null where there are none. */
export function stateOf(bytes: Uint8Array | null, id: string): KeptState {
  if (bytes === null) return 'missing';
  return sha256(bytes) === id ? 'whole' : 'damaged';
}
