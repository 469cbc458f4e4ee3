export { type Archive, ArchiveError, ArchiveFullError, ArchiveUnreachableError, type KeptState } from './archive.ts';
export { localArchive } from './local-archive.ts';
export { openArchive } from './open-archive.ts';
