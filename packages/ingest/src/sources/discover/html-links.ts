import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { cleanLinkText } from './clean-link-text.ts';

export interface Link {
  readonly url: URL;
  /** As shown, without what publishing systems add; null where nothing is shown. */
  readonly text: string | null;
}

export interface PageLinks {
  readonly title: string | null;
  /** Where the page says that it really is; null where it does not. */
  readonly canonical: URL | null;
  /** In the order of the page; web addresses only. */
  readonly links: readonly Link[];
}

const NOTHING: PageLinks = { title: null, canonical: null, links: [] };

/** The links of an HTML page, resolved against its base; none where it is nested too deeply to be read. */
export function htmlLinks(html: string, pageUrl: string): PageLinks {
  const root = parsed(html);
  return root ? linksOf(elementsOf(root), pageUrl) : NOTHING;
}

function parsed(html: string): Root | null {
  try {
    return unified().use(rehypeParse).parse(html);
  } catch {
    return null;
  }
}

function linksOf(elements: readonly Element[], pageUrl: string): PageLinks {
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const base = named('base').flatMap(({ properties }) => resolved(properties.href, pageUrl))[0]?.href ?? pageUrl;
  const canonical = named('link').filter(
    ({ properties }) => String(properties.rel ?? '').toLowerCase() === 'canonical',
  );
  const heading = named('h1')[0] ?? named('title')[0];
  return {
    title: heading ? textOf(heading) : null,
    canonical: canonical.flatMap(({ properties }) => resolved(properties.href, base))[0] ?? null,
    links: named('a').flatMap((element) =>
      resolved(element.properties.href, base).map((url) => ({ url, text: cleanLinkText(textOf(element) ?? '') })),
    ),
  };
}

function resolved(href: unknown, base: string): URL[] {
  const url = typeof href === 'string' ? URL.parse(href.trim(), base) : null;
  return url && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password ? [url] : [];
}

type Node = Root | RootContent | ElementContent;

/** In document order; without recursion, for pages nest as deeply as they like. */
function elementsOf(root: Root): Element[] {
  const elements: Element[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'element') elements.push(node);
    if ('children' in node) pending.push(...(node.children as Node[]).toReversed());
  }
  return elements;
}

function textOf(element: Element): string | null {
  const parts: string[] = [];
  const pending: Node[] = [element];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'text') parts.push(node.value);
    if ('children' in node) pending.push(...(node.children as Node[]).toReversed());
  }
  return parts.join('').replace(/\s+/g, ' ').trim() || null;
}
