import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';

/** Reads XML; null where it is none. Entities of other files are not fetched. */
export function parseXml(text: string): Document | null {
  if (/<!ENTITY/i.test(text)) return null;
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text.trim(), 'text/xml');
  } catch {
    return null;
  }
}

/** Elements of this name, whatever their namespace and letter case. */
export function elementsNamed(root: Document | Element, name: string): Element[] {
  return Array.from(root.getElementsByTagName('*')).filter((element) => nameOf(element) === name);
}

/** The text of the first child of this name; null where it is missing or blank. */
export function childText(element: Element, name: string): string | null {
  for (const child of Array.from(element.childNodes)) {
    if (child.nodeType === child.ELEMENT_NODE && nameOf(child as Element) === name)
      return child.textContent?.replace(/\s+/g, ' ').trim() || null;
  }
  return null;
}

function nameOf(element: Element): string {
  return (element.localName ?? element.tagName).toLowerCase();
}
