import { sha256 } from '@scrutineer/model';
import { ArchiveError } from './archive.ts';

/** The same bytes. @throws ArchiveError where they are no longer those that were kept */
export function verified(bytes: Uint8Array, id: string, what: string): Uint8Array {
  if (sha256(bytes) === id) return bytes;
  throw new ArchiveError(`${what} is damaged: its bytes are not those that were kept; ingest the paper again`);
}
