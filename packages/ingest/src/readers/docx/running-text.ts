import type { Furniture } from '@scrutineer/model';
import type { Element, Node } from '@xmldom/xmldom';
import { draftPiece } from './inline.ts';
import { elements, parseXml } from './xml.ts';

/** The running headers and footers of a Word file, each different text once. */
export function readRunningText(parts: ReadonlyMap<string, string>, index: number): Furniture[] {
  const seen = new Set<string>();
  const furniture: Furniture[] = [];
  for (const path of [...parts.keys()].sort()) {
    const role = /^word\/(header|footer)\d*\.xml$/.exec(path)?.[1] as 'header' | 'footer' | undefined;
    if (!role) continue;
    for (const text of paragraphTexts(parts.get(path)!)) {
      if (seen.has(`${role} ${text}`)) continue;
      seen.add(`${role} ${text}`);
      furniture.push({ type: 'furniture', role, children: [draftPiece(text, { kind: 'block', index })] });
    }
  }
  return furniture;
}

function paragraphTexts(xml: string): string[] {
  const root = parseXml(xml);
  return [...root.getElementsByTagName('w:p')]
    .map((paragraph) => runText(paragraph).trim())
    .filter((text) => text !== '');
}

function runText(node: Node): string {
  return elements(node)
    .map((element: Element) => {
      if (element.nodeName === 'w:t') return element.textContent ?? '';
      if (element.nodeName === 'w:tab') return '\t';
      if (element.nodeName === 'w:p' || element.nodeName === 'mc:Fallback') return '';
      return runText(element);
    })
    .join('');
}
