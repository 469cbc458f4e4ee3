import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from '@scrutineer/extract';
import { drawPages, type PageMark } from '@scrutineer/ingest/overlay';
import { type Block, type Leaf, MEDIA_TYPES, type Paper, type PaperTree, unionBox } from '@scrutineer/model';
import { CommandError } from './exit-codes.ts';
import { counted } from './output/counted.ts';
import type { Log } from './output/log.ts';
import { refusalOf } from './refusal.ts';

/**
 * Writes a picture of each page of a PDF into a folder, with the boxes of its text blocks (blue), tables and cells
 * (green) and figures (red).
 *
 * @throws CommandError where the paper is no PDF or the folder cannot be written
 */
export async function writeOverlays(paper: Paper, tree: PaperTree, folder: string, log: Log): Promise<void> {
  if (tree.mediaType !== MEDIA_TYPES.pdf) throw new CommandError(`${paper.file} has no pages to draw: it is no PDF`);
  const marks = [...tree.children.flatMap(marksOfBlock), ...figureMarks(tree, paper)];
  const digits = String(tree.pages).length;
  try {
    await mkdir(folder, { recursive: true });
    await drawPages(paper.bytes, marks, async (page, png) =>
      writeFile(join(folder, `page-${String(page).padStart(digits, '0')}.png`), png),
    );
  } catch (error) {
    throw refusalOf(folder, error);
  }
  log('info', `${counted(tree.pages ?? 0, 'page')} of ${paper.file} drawn in ${folder}`, { file: paper.file, folder });
}

function marksOfBlock(block: Block): PageMark[] {
  switch (block.type) {
    case 'table': {
      const cells = block.children.flatMap(({ place }) =>
        place?.kind === 'page' ? [{ page: place.page, box: place.box, kind: 'cell' as const }] : [],
      );
      return [...block.parts.map(({ page, box }) => ({ page, box, kind: 'table' as const })), ...cells];
    }
    case 'list':
      return block.children.flatMap((item) => item.children.flatMap(marksOfBlock));
    case 'footnoteDefinition':
      return block.children.flatMap(marksOfBlock);
    default:
      return marksOfText(block);
  }
}

/** One mark for each page that a block stands on. */
function marksOfText(leaf: Leaf): PageMark[] {
  const places = leaf.children.flatMap(({ place }) => (place.kind === 'page' ? [place] : []));
  const pages = [...new Set(places.map(({ page }) => page))];
  return pages.flatMap((page) => {
    const box = unionBox(places.filter((place) => place.page === page).map((place) => place.box));
    return box ? [{ page, box, kind: 'text' as const }] : [];
  });
}

function figureMarks(tree: PaperTree, paper: Paper): PageMark[] {
  const extracted = extract(tree, paper);
  if (extracted.status === 'failed') return [];
  return extracted.value.observations.flatMap(({ source: { page, bbox } }) =>
    page !== null && bbox !== null ? [{ page, box: bbox, kind: 'figure' as const }] : [],
  );
}
