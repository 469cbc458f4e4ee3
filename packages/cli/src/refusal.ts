import { diskFull, isDiskFull } from '@scrutineer/model/disk-full';
import { CommandError, EXIT } from './exit-codes.ts';

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'it is not permitted',
  EROFS: 'its disk is read-only',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'its folder does not exist',
};

/** A refusal of the file system as a sentence for the person who named the path; all else is a fault, and stays as it is. */
export function refusalOf(path: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  if (isDiskFull(error)) return new CommandError(diskFull(path), EXIT.diskFull);
  return new CommandError(`${path} cannot be written: ${WHY[code] ?? `the system says ${code}`}`);
}
