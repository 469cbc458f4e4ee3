import type { Mark } from '@scrutineer/model';

/** What an inline HTML element says about its text. */
export const MARK_OF_ELEMENT: Readonly<Record<string, Mark>> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  sup: 'superscript',
  sub: 'subscript',
};

const NAMES =
  'a abbr address article aside b big blockquote body br center cite code col colgroup dd del details div dl dt em ' +
  'figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li main mark nav ol p pre q s ' +
  'section small span strike strong sub summary sup table tbody td tfoot th thead time title tr tt u ul var wbr';
const KNOWN = new Set(NAMES.split(' '));

/** Whether a name is an element of HTML; text such as `<Force Summary>` only looks like one. */
export function isHtmlElement(name: string): boolean {
  return KNOWN.has(name.toLowerCase());
}
