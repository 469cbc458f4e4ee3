import type { Element } from 'hast';

const NEVER_SHOWN = new Set(
  'head script style noscript template svg canvas iframe object audio video nav aside button input select textarea dialog'.split(
    ' ',
  ),
);
const NO_CONTENT_ROLES = /^(?:navigation|search|banner|complementary|dialog|alertdialog|menu|menubar|toolbar|tooltip)$/;
const NO_CONTENT_NAMES =
  /\b(?:cookies?|consent|breadcrumbs?|skip-?(?:link|nav|to)|share|social|pagination)\b|cookie|gdpr/i;
const HIDDEN_NAMES =
  /\b(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|hidden|d-none|invisible|offscreen)\b/i;

/** Whether an element is no part of the paper: it is not shown, or it is the site's own furniture. */
export function isSkipped(element: Element): boolean {
  const { hidden, ariaHidden, style, role, className, id } = element.properties;
  if (NEVER_SHOWN.has(element.tagName) || (hidden !== undefined && hidden !== false) || ariaHidden === 'true')
    return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ''))) return true;
  if (NO_CONTENT_ROLES.test(String(role ?? ''))) return true;
  const names = [...(Array.isArray(className) ? className : []), id ?? ''].map(String);
  if (element.tagName === 'body' || element.tagName === 'main' || element.tagName === 'article') return false;
  return names.some((name) => NO_CONTENT_NAMES.test(name) || HIDDEN_NAMES.test(name));
}
