import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';

/** Parses a part of a Word file. @throws ParseError where the XML is broken */
export function parseXml(text: string): Document {
  return new DOMParser({ onError: (level, message) => throwOnFatal(level, message) }).parseFromString(text, 'text/xml');
}

function throwOnFatal(level: string, message: string): void {
  if (level === 'fatalError') throw new Error(message);
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function elements(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

/** The first child element of that qualified name, e.g. `w:pPr`. */
export function child(parent: Node | null | undefined, name: string): Element | null {
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && node.nodeName === name) return node;
  }
  return null;
}

/** The `w:val` of a child element; null where there is none. */
export function value(parent: Node | null | undefined, name: string): string | null {
  return child(parent, name)?.getAttribute('w:val') ?? null;
}

export function wholeNumber(text: string | null): number | null {
  return text !== null && /^-?\d+$/.test(text) ? Number(text) : null;
}

/** A property such as `<w:vanish/>` is on unless its value says otherwise. */
export function isOn(property: Element | null): boolean {
  return property !== null && !/^(?:0|false|off)$/.test(property.getAttribute('w:val') ?? '');
}
