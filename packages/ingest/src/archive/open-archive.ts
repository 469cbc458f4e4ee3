import { type Archive, ArchiveError } from './archive.ts';
import { localArchive } from './local-archive.ts';

/**
 * The archive at a location; nothing is read or written yet.
 *
 * @param location a folder, or s3://bucket/prefix
 * @throws ArchiveError where it is neither
 */
export async function openArchive(location: string): Promise<Archive> {
  if (location.startsWith('s3://')) return (await import('./s3-archive.ts')).s3Archive(location);
  if (/^[a-z][a-z0-9+]+:\/\//.test(location))
    throw new ArchiveError(`${location} is no archive: give a folder or s3://bucket/prefix`);
  return localArchive(location);
}
