import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, of a size that can be changed. */
export interface Disk {
  readonly path: string;
  /** Bytes in use. */
  used(): number;
  resize(bytes: number): void;
  makeReadOnly(): void;
  remove(): void;
}

/** Whether `mountDisk` can: Linux, and the right to mount. */
export function canMountDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    mountDisk(2 ** 20).remove();
    return true;
  } catch {
    return false;
  }
}

/** Mounts a disk that lives in memory. @param bytes its size */
export function mountDisk(bytes: number): Disk {
  const path = mkdtempSync(join(tmpdir(), 'scrutineer-disk-'));
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'pipe' });
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path);
  } catch (error) {
    rmSync(path, { recursive: true });
    throw error;
  }
  return {
    path,
    used() {
      const { blocks, bfree, bsize } = statfsSync(path);
      return (blocks - bfree) * bsize;
    },
    resize: (size) => void run('mount', '-o', `remount,size=${size}`, path),
    makeReadOnly: () => void run('mount', '-o', 'remount,ro', path),
    remove() {
      run('umount', path);
      rmSync(path, { recursive: true });
    },
  };
}
