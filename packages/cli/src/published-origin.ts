import { isAbsolute, relative } from 'node:path';

/** How much an export or a report tells of folders on this machine. */
export interface OriginOptions {
  /** False: nothing but the file's name. True where it is not given. */
  readonly localPaths?: boolean;
}

interface Placed {
  readonly origin: string;
  readonly file: string;
}

/** A paper whose origin tells no folder of this machine, where that is asked for; web addresses stay as they are. */
export function published<T extends Placed>(paper: T, { localPaths = true }: OriginOptions): T {
  return localPaths || isOnTheWeb(paper.origin) ? paper : { ...paper, origin: paper.file };
}

/** As `published`, for reports that people read: a path from the current folder on, else the file's name. */
export function reported<T extends Placed>(paper: T, options: OriginOptions): T {
  if (options.localPaths === false || isOnTheWeb(paper.origin)) return published(paper, options);
  if (!isAbsolute(paper.origin)) return { ...paper, origin: paper.file };
  const way = relative(process.cwd(), paper.origin);
  return { ...paper, origin: way.startsWith('..') || isAbsolute(way) ? paper.file : way };
}

function isOnTheWeb(origin: string): boolean {
  return /^https?:\/\//.test(origin);
}
