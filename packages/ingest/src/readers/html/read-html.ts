import type { Block, PaperTree, Place, StepResult } from '@scrutineer/model';
import { MEDIA_TYPES } from '@scrutineer/model';
import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { promoteBoldHeadings } from '../repair/promote-headings.ts';
import { splitSwallowedItems } from '../repair/split-swallowed-items.ts';
import { titleTables } from '../repair/title-tables.ts';
import { readFlow } from './blocks.ts';
import type { HtmlSource } from './inline.ts';

const documentParser = unified().use(rehypeParse).freeze();
const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Reads the text of an HTML file. Every offset of the tree points into that text. */
export async function readHtml(text: string): Promise<StepResult<PaperTree>> {
  const root = documentParser.parse(text);
  let index = -1;
  const next = (): HtmlSource => {
    index += 1;
    const place: Place = { kind: 'block', index };
    return { text, shift: 0, placeAt: () => place };
  };
  const blocks = splitSwallowedItems(readFlow(contentOf(root), next));
  const hasHeadings = blocks.some((block) => block.type === 'heading');
  const children = titleTables(hasHeadings ? blocks : promoteBoldHeadings(blocks));
  const value: PaperTree = { type: 'root', mediaType: MEDIA_TYPES.html, text, pages: null, children };
  return { status: 'complete', value, messages: [] };
}

/** Reads a piece of HTML `[start, end)` within a file of another kind; places are given by offset. */
export function readHtmlFragment(
  text: string,
  start: number,
  end: number,
  placeAt: (offset: number) => Place,
): Block[] {
  const root = fragmentParser.parse(text.slice(start, end));
  return readFlow(root.children as ElementContent[], () => ({ text, shift: start, placeAt }));
}

/** The element that holds the paper: `main`, else the only `article`, else the whole body. */
function contentOf(root: Root): ElementContent[] {
  const mains = find(root, (element) => element.tagName === 'main' || element.properties.role === 'main');
  const articles = find(root, (element) => element.tagName === 'article');
  const content = mains[0] ?? (articles.length === 1 ? articles[0] : undefined);
  return content && textLength(content) > 0 ? content.children : (root.children as ElementContent[]);
}

function find(parent: Root | Element, matches: (element: Element) => boolean): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return matches(child) ? [child] : find(child, matches);
  });
}

function textLength(element: Element): number {
  return element.children.reduce((length, child) => {
    if (child.type === 'text') return length + child.value.trim().length;
    return child.type === 'element' ? length + textLength(child) : length;
  }, 0);
}
