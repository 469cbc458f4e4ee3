import { type Dirent, readdirSync, statSync } from 'node:fs';
import { dirname, join, parse, resolve, sep } from 'node:path';

/**
 * The names of files are bytes, and those of old disks are no UTF-8. Such a path is written as a `file:` URL with these
 * bytes in percent code (RFC 8089), which no path can be taken for; every other is written as it is.
 */
export function originOf(path: Buffer): string {
  const text = path.toString('utf8');
  if (Buffer.from(text).equals(path)) return text;
  const latin1 = path.toString('latin1');
  return `file://${latin1.replace(/[^A-Za-z0-9/._~-]/g, percentCode)}`;
}

function percentCode(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The path that an origin on a disk means, as the file system takes it. */
export function pathOf(origin: string): Buffer {
  const [, coded] = /^file:\/\/(\/.*)$/s.exec(origin) ?? [];
  if (coded === undefined) return Buffer.from(origin);
  return Buffer.from(
    coded.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** What a folder holds, each name as its bytes, in their order. */
export function entriesOf(folder: Buffer): Dirent<Buffer>[] {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).sort((a, b) => inOrder(a.name, b.name));
  } catch {
    return [];
  }
}

/** By code unit where both are text, as everywhere else. */
function inOrder(a: Buffer, b: Buffer): number {
  const [one, other] = [a.toString(), b.toString()];
  return one === other ? Buffer.compare(a, b) : one < other ? -1 : 1;
}

export function joined(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from(folder.at(-1) === sep.charCodeAt(0) ? '' : sep), name]);
}

/**
 * The path that was typed. What is no UTF-8 in an argument comes as U+FFFD: where there is no such path, the one that is
 * shown so is meant, if there is one alone.
 */
export function typedPath(path: string): Buffer {
  const exact = Buffer.from(path);
  if (!path.includes('\ufffd') || statSync(path, { throwIfNoEntry: false })) return exact;
  const absolute = resolve(path);
  const { root } = parse(absolute);
  if (absolute === root) return exact;
  const folder = typedPath(dirname(absolute));
  const shown = absolute.slice(join(dirname(absolute), sep).length);
  const meant = entriesOf(folder).filter(({ name }) => name.toString() === shown);
  return meant.length === 1 ? joined(folder, meant[0]!.name) : exact;
}

/** What a path leads to that is neither file nor folder, in words; null where it is one of these, or nothing. */
export function specialFile(path: Buffer | string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats || stats.isFile() || stats.isDirectory()) return null;
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
