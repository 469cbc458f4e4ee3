/** Browsers look for the declaration in 1,024 bytes; pages that archives saved have comments and scripts before it. */
const DECLARED_WITHIN = 8192;
const META = /<meta\b[^>]*?\bcharset\s*=\s*(?:["']\s*)?([\w:.-]+)/i;
const XML = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i;

/**
 * The label of the encoding that an HTML page declares; null where it declares none.
 * A page whose declaration can be read byte by byte is not in UTF-16, so that such a label tells nothing.
 *
 * @param html the page, of which only the ASCII need be right
 */
export function declaredCharset(html: string): string | null {
  const start = html.slice(0, DECLARED_WITHIN).replace(/<!--[\s\S]*?-->/g, '');
  const label = (META.exec(start) ?? XML.exec(start))?.[1] ?? null;
  return label && !/^utf-?16/i.test(label) ? label : null;
}
