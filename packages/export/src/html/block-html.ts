import type { Block, Leaf, List, ListItem } from '@scrutineer/model';
import { escapeHtml } from './escape.ts';
import type { FigureMarks } from './figure-marks.ts';
import { leafHtml } from './leaf-html.ts';
import { tableHtml } from './table-html.ts';

/** The paper's own headings begin below those of the report. */
const HEADINGS_ABOVE = 2;
const LOWEST_HEADING = 6;

/** A block of the paper as HTML; nothing for running headers, footers and page numbers. */
export function blockHtml(block: Block, marks: FigureMarks): string {
  const textOf = (leaf: Leaf) => leafHtml(leaf.children, marks.get(leaf) ?? []);
  switch (block.type) {
    case 'heading': {
      const tag = `h${Math.min(block.depth + HEADINGS_ABOVE, LOWEST_HEADING)}`;
      return `<${tag}>${textOf(block)}</${tag}>\n`;
    }
    case 'paragraph':
      return `<p>${textOf(block)}</p>\n`;
    case 'table':
      return tableHtml(block, textOf);
    case 'list':
      return listHtml(block, marks);
    case 'footnoteDefinition': {
      const content = block.children.map((child) => blockHtml(child, marks)).join('');
      return `<div class="footnote"><sup>${escapeHtml(block.identifier)}</sup>\n${content}</div>\n`;
    }
    case 'furniture':
      return '';
  }
}

/** Markers are text of the paper ("4.", "a)"), so they are written and not left to the browser to count. */
function listHtml({ ordered, children }: List, marks: FigureMarks): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag} role="list">\n${children.map((item) => itemHtml(item, marks)).join('')}</${tag}>\n`;
}

function itemHtml({ marker, children }: ListItem, marks: FigureMarks): string {
  const content = children.map((child) => blockHtml(child, marks)).join('');
  return `<li><span class="marker">${escapeHtml(marker ?? '•')}</span>\n<div>${content}</div></li>\n`;
}
