import type { Element } from '@xmldom/xmldom';
import { child, elements, parseXml, value, wholeNumber } from './xml.ts';

/** What a paragraph style says about structure; null where neither it nor the styles it is based on say anything. */
export interface ParagraphStyle {
  readonly name: string;
  /** 0 is the highest outline level, 9 is body text. */
  readonly outlineLevel: number | null;
  readonly numberingId: string | null;
  readonly numberingLevel: number | null;
}

/** Styles may be based on each other in a circle in a broken file. */
const DEEPEST_CHAIN = 20;

export function readStyles(xml: string | undefined): ReadonlyMap<string, ParagraphStyle> {
  const root = xml ? parseXml(xml).documentElement : null;
  const definitions = new Map<string, Element>();
  for (const style of root ? elements(root) : []) {
    const id = style.getAttribute('w:styleId');
    if (style.nodeName === 'w:style' && id) definitions.set(id, style);
  }
  return new Map([...definitions.keys()].map((id) => [id, resolve(id, definitions)]));
}

function resolve(id: string, definitions: ReadonlyMap<string, Element>): ParagraphStyle {
  const chain: Element[] = [];
  for (let next: string | null = id; next && chain.length < DEEPEST_CHAIN; ) {
    const style = definitions.get(next);
    if (!style) break;
    chain.push(style);
    next = value(style, 'w:basedOn');
  }
  const first = <T>(read: (style: Element) => T | null): T | null => {
    for (const style of chain) {
      const found = read(style);
      if (found !== null) return found;
    }
    return null;
  };
  const numbering = (style: Element) => child(child(style, 'w:pPr'), 'w:numPr');
  return {
    name: chain[0] ? (value(chain[0], 'w:name') ?? id) : id,
    outlineLevel: first((style) => wholeNumber(value(child(style, 'w:pPr'), 'w:outlineLvl'))),
    numberingId: first((style) => value(numbering(style), 'w:numId')),
    numberingLevel: first((style) => wholeNumber(value(numbering(style), 'w:ilvl'))),
  };
}

/** The depth of a heading style by its name ("heading 2", "Numbered Heading 2", "Title"); null for other styles. */
export function headingDepthOfName(name: string): number | null {
  const level = /\bheading\s*(\d)\b/i.exec(name)?.[1];
  if (level) return Math.min(Number(level), 6);
  if (/^title$/i.test(name)) return 1;
  return /^subtitle$/i.test(name) ? 2 : null;
}
