export { type Archive, ArchiveError } from './archive.ts';
export { localArchive } from './local-archive.ts';
