import type { Block, PaperTree, StepResult } from '@scrutineer/model';
import { failed, MEDIA_TYPES } from '@scrutineer/model';
import { MOST_UNPACKED_BYTES } from '../limits.ts';
import { promoteBoldHeadings } from '../repair/promote-headings.ts';
import { splitSwallowedItems } from '../repair/split-swallowed-items.ts';
import { titleTables } from '../repair/title-tables.ts';
import { layOut } from '../text/lay-out.ts';
import { readZipEntry, type ZipEntry } from '../zip.ts';
import { readBlocks } from './blocks.ts';
import { noteLabels, readNotes } from './notes.ts';
import { numberingCounter } from './numbering.ts';
import { type ParagraphFacts, prepareBody } from './prepare-body.ts';
import { readRunningText } from './running-text.ts';
import { readStyles } from './styles.ts';
import { readWordTree, type WordDocument } from './word-tree.ts';

const DOCUMENT = /^word\/document\d*\.xml$/;

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
  const body = await readBody(parts);
  if (!body) {
    return failed('docx/broken', `${file} is a damaged Word file`, 'open it in Word, save it again and read that copy');
  }
  const { text, blocks } = layOut(blocksOf(body, parts));
  const value: PaperTree = { type: 'root', mediaType: MEDIA_TYPES.docx, text, pages: null, children: blocks };
  return { status: 'complete', value, messages: [] };
}

/** The XML parts of the package by path; pictures, sounds and fonts are left packed. */
function unpackParts(bytes: Uint8Array, entries: readonly ZipEntry[]): Map<string, string> | 'too-large' {
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > MOST_UNPACKED_BYTES) return 'too-large';
  const parts = new Map<string, string>();
  let left = MOST_UNPACKED_BYTES;
  for (const entry of entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))) {
    try {
      const unpacked = readZipEntry(bytes, entry, Math.min(left, entry.size));
      left -= unpacked.byteLength;
      parts.set(entry.name, new TextDecoder().decode(unpacked));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
    }
  }
  return parts;
}

interface Body {
  readonly document: WordDocument;
  readonly paragraphs: readonly ParagraphFacts[];
}

/** The body's tree, with what the XML tells beyond it; null where the XML is missing or broken. */
async function readBody(parts: ReadonlyMap<string, string>): Promise<Body | null> {
  const path = [...parts.keys()].find((name) => DOCUMENT.test(name));
  if (!path) return null;
  try {
    const styles = readStyles(parts.get('word/styles.xml'));
    const prepared = prepareBody(parts.get(path)!, styles, numberingCounter(parts.get('word/numbering.xml')));
    const document = await readWordTree(new Map([...parts, [path, prepared.xml]]));
    return { document, paragraphs: prepared.paragraphs };
  } catch {
    return null;
  }
}

function blocksOf({ document, paragraphs }: Body, parts: ReadonlyMap<string, string>): Block[] {
  const notes = noteLabels();
  const blocks = splitSwallowedItems(readBlocks(document.children, paragraphs, notes.label));
  const hasHeadings = blocks.some((block) => block.type === 'heading');
  return [
    ...titleTables(hasHeadings ? blocks : promoteBoldHeadings(blocks)),
    ...readNotes(document, notes.used(), blocks.length),
    ...readRunningText(parts, blocks.length),
  ];
}
