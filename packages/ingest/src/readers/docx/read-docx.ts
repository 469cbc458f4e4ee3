import type { Block, PaperTree, StepResult } from '@scrutineer/model';
import { failed, MEDIA_TYPES } from '@scrutineer/model';
import { MOST_UNPACKED_BYTES } from '../limits.ts';
import { promoteBoldHeadings } from '../repair/promote-headings.ts';
import { titleTables } from '../repair/title-tables.ts';
import { layOut } from '../text/lay-out.ts';
import { readZipEntry, type ZipEntry } from '../zip.ts';
import { readBlocks } from './blocks.ts';
import { noteLabels, readNotes } from './notes.ts';
import { numberingCounter } from './numbering.ts';
import { prepareBody } from './prepare-body.ts';
import { readRunningText } from './running-text.ts';
import { readStyles } from './styles.ts';
import { readWordTree } from './word-tree.ts';

const DOCUMENT = 'word/document.xml';

/** Reads a Word file. Offsets of the tree point into the text that is laid out here: all leaves in reading order. */
export async function readDocx(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  file: string,
): Promise<StepResult<PaperTree>> {
  const parts = unpackParts(bytes, entries);
  if (parts === 'too-large') {
    const limit = Math.round(MOST_UNPACKED_BYTES / 2 ** 20);
    return failed('docx/too-large', `${file} unpacks to more than ${limit} MiB`, 'save it again in Word, or split it');
  }
  try {
    const { text, blocks } = layOut(await readParts(parts));
    const value: PaperTree = { type: 'root', mediaType: MEDIA_TYPES.docx, text, pages: null, children: blocks };
    return { status: 'complete', value, messages: [] };
  } catch {
    return failed('docx/broken', `${file} is a damaged Word file`, 'open it in Word, save it again and read that copy');
  }
}

/** The XML parts of the package by path; pictures, sounds and fonts are left packed. */
function unpackParts(bytes: Uint8Array, entries: readonly ZipEntry[]): Map<string, string> | 'too-large' {
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > MOST_UNPACKED_BYTES) return 'too-large';
  const parts = new Map<string, string>();
  let left = MOST_UNPACKED_BYTES;
  for (const entry of entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))) {
    try {
      const unpacked = readZipEntry(bytes, entry, left);
      left -= unpacked.byteLength;
      parts.set(entry.name, new TextDecoder().decode(unpacked));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
      if (entry.name === DOCUMENT) parts.delete(DOCUMENT);
    }
  }
  return parts;
}

async function readParts(parts: ReadonlyMap<string, string>): Promise<Block[]> {
  const body = parts.get(DOCUMENT);
  if (body === undefined) throw new Error(`no ${DOCUMENT}`);
  const styles = readStyles(parts.get('word/styles.xml'));
  const prepared = prepareBody(body, styles, numberingCounter(parts.get('word/numbering.xml')));
  const document = await readWordTree(new Map([...parts, [DOCUMENT, prepared.xml]]));
  const notes = noteLabels();
  const blocks = readBlocks(document.children, prepared.paragraphs, notes.label);
  const hasHeadings = blocks.some((block) => block.type === 'heading');
  const headed = hasHeadings ? blocks : promoteBoldHeadings(blocks);
  return [
    ...titleTables(headed),
    ...readNotes(document, notes.used(), blocks.length),
    ...readRunningText(parts, blocks.length),
  ];
}
