import { type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';
import { dropFormatting } from './drop-formatting.ts';
import type { NextMarker } from './numbering.ts';
import { headingDepthOfName, type ParagraphStyle } from './styles.ts';
import { child, elements, isElement, isOn, parseXml, value, wholeNumber } from './xml.ts';

/** What the XML tells about a paragraph and mammoth does not pass on. */
export interface ParagraphFacts {
  /** 1 is the highest; null where it is no heading. */
  readonly headingDepth: number | null;
  /** The number or bullet that Word prints before the paragraph; null where it is not numbered. */
  readonly marker: string | null;
  /** It is a line of the table of contents. */
  readonly isContents: boolean;
  /** 0 is the outermost level of a list. */
  readonly listLevel: number;
}

/** A body that mammoth reads without loss; the facts of a paragraph stand at the index that its bookmark tells. */
export interface PreparedBody {
  readonly xml: string;
  readonly paragraphs: readonly ParagraphFacts[];
}

const BOOKMARK = 'scrutineer-paragraph-';
const BODY_TEXT_LEVEL = 9;

/** The index of the paragraph that a bookmark's name tells; null for the author's own bookmarks. */
export function paragraphIndex(bookmark: string): number | null {
  return bookmark.startsWith(BOOKMARK) ? Number(bookmark.slice(BOOKMARK.length)) : null;
}

/**
 * Writes into word/document.xml what mammoth overlooks, in words that it understands:
 * blank cells where a row begins late or ends early (`w:gridBefore`, `w:gridAfter`), the paragraphs of text boxes
 * after the paragraph they are anchored in; and takes out hidden text. Each paragraph gets a bookmark with its index.
 */
export function prepareBody(
  xml: string,
  styles: ReadonlyMap<string, ParagraphStyle>,
  nextMarker: NextMarker,
): PreparedBody {
  const document = parseXml(dropFormatting(xml));
  const paragraphs: ParagraphFacts[] = [];
  const textBoxes: { readonly anchor: Element; readonly contents: readonly Node[] }[] = [];
  const visit = (node: Node, paragraph: Element | null) => {
    for (const element of elements(node)) {
      if (element.nodeName === 'w:p') readParagraph(element);
      if (element.nodeName === 'w:tr') fillRow(element, document);
      if (element.nodeName === 'w:r' && isHidden(element)) node.removeChild(element);
      else if (element.nodeName === 'mc:AlternateContent') {
        const contents = textBoxContents(element);
        if (paragraph && contents.length > 0) {
          node.removeChild(element);
          for (const content of contents) visit(content, null);
          textBoxes.push({ anchor: paragraph, contents: contents.flatMap((content) => [...elements(content)]) });
        }
      } else visit(element, element.nodeName === 'w:p' ? element : paragraph);
    }
  };
  const readParagraph = (element: Element) => {
    addBookmark(element, paragraphs.length, document);
    paragraphs.push(paragraphFacts(element, styles, nextMarker));
  };
  visit(document, null);
  for (const { anchor, contents } of textBoxes) insertAfter(anchor, contents);
  return { xml: new XMLSerializer().serializeToString(document), paragraphs };
}

function paragraphFacts(
  paragraph: Element,
  styles: ReadonlyMap<string, ParagraphStyle>,
  nextMarker: NextMarker,
): ParagraphFacts {
  const properties = child(paragraph, 'w:pPr');
  const style = styles.get(value(properties, 'w:pStyle') ?? '');
  const numbering = child(properties, 'w:numPr');
  const id = value(numbering, 'w:numId') ?? style?.numberingId ?? null;
  const level = wholeNumber(value(numbering, 'w:ilvl')) ?? style?.numberingLevel ?? 0;
  return {
    headingDepth: headingDepth(wholeNumber(value(properties, 'w:outlineLvl')), style),
    marker: id === null || id === '0' || !hasText(paragraph) ? null : nextMarker(id, level),
    isContents: /^toc \d$/i.test(style?.name ?? ''),
    listLevel: level,
  };
}

function headingDepth(ownLevel: number | null, style: ParagraphStyle | undefined): number | null {
  const level = ownLevel ?? style?.outlineLevel ?? null;
  if (level !== null && level < BODY_TEXT_LEVEL) return Math.min(level + 1, 6);
  return ownLevel === null && style ? headingDepthOfName(style.name) : null;
}

function hasText(paragraph: Element): boolean {
  return (paragraph.textContent ?? '').trim() !== '' || paragraph.getElementsByTagName('w:sym').length > 0;
}

function addBookmark(paragraph: Element, index: number, document: Document): void {
  const bookmark = document.createElement('w:bookmarkStart');
  bookmark.setAttribute('w:id', `scrutineer${index}`);
  bookmark.setAttribute('w:name', `${BOOKMARK}${index}`);
  paragraph.appendChild(bookmark);
}

function isHidden(run: Element): boolean {
  return isOn(child(child(run, 'w:rPr'), 'w:vanish'));
}

function fillRow(row: Element, document: Document): void {
  const properties = child(row, 'w:trPr');
  const before = wholeNumber(value(properties, 'w:gridBefore')) ?? 0;
  const after = wholeNumber(value(properties, 'w:gridAfter')) ?? 0;
  const first = elements(row).find((element) => element.nodeName === 'w:tc' || element.nodeName === 'w:sdt');
  if (before > 0 && first) row.insertBefore(blankCell(before, document), first);
  if (after > 0) row.appendChild(blankCell(after, document));
}

function blankCell(columns: number, document: Document): Element {
  const cell = document.createElement('w:tc');
  const properties = document.createElement('w:tcPr');
  const span = document.createElement('w:gridSpan');
  span.setAttribute('w:val', String(columns));
  properties.appendChild(span);
  cell.appendChild(properties);
  cell.appendChild(document.createElement('w:p'));
  return cell;
}

/** Word writes a text box twice, for old and new versions; the newer form stands first. */
function textBoxContents(alternate: Element): Element[] {
  const choice = child(alternate, 'mc:Choice') ?? child(alternate, 'mc:Fallback');
  return choice ? outermost(choice, 'w:txbxContent') : [];
}

function outermost(parent: Node, name: string): Element[] {
  return elements(parent).flatMap((element) => (element.nodeName === name ? [element] : outermost(element, name)));
}

function insertAfter(anchor: Element, contents: readonly Node[]): void {
  const parent = anchor.parentNode;
  const next = anchor.nextSibling;
  for (const node of contents) if (isElement(node)) parent?.insertBefore(node, next);
}
