import { closeSync, type Dirent, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { entriesOf, joined } from './local-path.ts';

/** Extensions that papers have; a file with another one is a paper where its content says so. */
const PAPER_EXTENSIONS = new Set(['.md', '.markdown', '.html', '.htm', '.xhtml', '.docx', '.pdf']);

/** What the names of hidden files begin with: a dot. */
const HIDDEN = 0x2e;
/** PDF allows other bytes before its mark, within this many. */
const HEAD_BYTES = 1024;
/** A ZIP lists its files at its end. */
const TAIL_BYTES = 64 * 1024;

/**
 * Absolute paths of the papers in a folder and all folders below it, in alphabetical order.
 * Hidden files and folders, `node_modules`, and links to folders are passed over.
 */
export function papersInFolder(folder: Buffer): Buffer[] {
  return entriesOf(folder)
    .filter(({ name }) => name[0] !== HIDDEN && name.toString() !== 'node_modules')
    .flatMap((entry) => {
      const path = joined(folder, entry.name);
      if (entry.isDirectory()) return papersInFolder(path);
      return isFile(entry, path) && isPaper(path) ? [path] : [];
    });
}

function isFile(entry: Dirent<Buffer>, path: Buffer): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isPaper(path: Buffer): boolean {
  if (PAPER_EXTENSIONS.has(extname(path.toString('latin1')).toLowerCase())) return true;
  try {
    const { head, tail } = endsOf(path);
    if (head.includes('%PDF-')) return true;
    if (head.startsWith('PK\u0003\u0004')) return tail.includes('word/document.xml');
    return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)\b/i.test(head);
  } catch {
    return false;
  }
}

/** The first and the last bytes of a file, one character a byte. */
function endsOf(path: Buffer): { readonly head: string; readonly tail: string } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    return {
      head: readLatin1(file, 0, HEAD_BYTES),
      tail: readLatin1(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES),
    };
  } finally {
    closeSync(file);
  }
}

function readLatin1(file: number, position: number, length: number): string {
  const buffer = Buffer.alloc(length);
  return buffer.toString('latin1', 0, readSync(file, buffer, 0, length, position));
}
