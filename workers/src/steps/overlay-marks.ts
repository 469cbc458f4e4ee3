import { extract } from '@scrutineer/extract';
import type { PageMark } from '@scrutineer/ingest/overlay';
import { type Block, type Leaf, type PaperTree, unionBox } from '@scrutineer/model';

/** What was found on the pages of a PDF: boxes of its text blocks, tables, cells and figures. */
export function overlayMarks(tree: PaperTree, paper: { readonly id: string; readonly file: string }): PageMark[] {
  return [...tree.children.flatMap(marksOfBlock), ...figureMarks(tree, paper)];
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

function figureMarks(tree: PaperTree, paper: { readonly id: string; readonly file: string }): PageMark[] {
  const extracted = extract(tree, paper);
  if (extracted.status === 'failed') return [];
  return extracted.value.observations.flatMap(({ source: { page, bbox } }) =>
    page !== null && bbox !== null ? [{ page, box: bbox, kind: 'figure' as const }] : [],
  );
}
