import type { Dice } from './dice.ts';
import { damagedWords } from './words.ts';

const ODD_VALUES = ['', '0', '-1', '1', '2', '7', '99', '1000', '65536', '4294967296', 'x', '1.5', 'none', 'continue'];
/** An element is written again up to so many times, or put into itself. */
const MOST_COPIES = 20;

/** A tag, or the text between two. */
interface Token {
  readonly text: string;
  /** Where the tag that closes this one stands; null for all but opening tags that are closed. */
  readonly end: number | null;
}

/**
 * XML that is well-formed as before, with one thing wrong in it: an element left out, repeated, swapped with another,
 * put into itself or into another, an attribute with another value, other words.
 */
export function damagedXml(xml: string, dice: Dice): string {
  const tokens = tokensOf(xml);
  // The outermost element stays.
  const elements = tokens.flatMap(({ end }, index) => (end !== null && index > 1 ? [index] : []));
  if (elements.length < 2) return xml;
  const text = (from: number, to: number) => textOf(tokens, from, to);
  const start = dice.oneOf(elements);
  const end = tokens[start]!.end! + 1;
  const [before, element, after] = [text(0, start), text(start, end), text(end, tokens.length)];
  switch (dice.below(7)) {
    case 0:
      return before + after;
    case 1:
      return before + element.repeat(2 + dice.below(element.length < 2000 ? MOST_COPIES : 2)) + after;
    case 2: {
      const other = elements.find((index) => index >= end) ?? end;
      const otherEnd = (tokens[other]?.end ?? other - 1) + 1;
      return before + text(other, otherEnd) + text(end, other) + element + text(otherEnd, tokens.length);
    }
    case 3: {
      const inside = text(start + 1, end - 1);
      const depth = 1 + dice.below(element.length < 500 ? MOST_COPIES : 2);
      return before + tokens[start]!.text.repeat(depth) + inside + tokens[end - 1]!.text.repeat(depth) + after;
    }
    case 4: {
      const into = dice.oneOf(elements);
      return into < start ? text(0, into + 1) + element + text(into + 1, tokens.length) : before + after;
    }
    case 5:
      return before + damagedAttributes(tokens[start]!.text, dice) + text(start + 1, tokens.length);
    default:
      return tokens
        .map((token) =>
          !token.text.startsWith('<') && dice.chance(0.05) ? damagedEscaped(token.text, dice) : token.text,
        )
        .join('');
  }
}

/** HTML with one thing wrong in it: what `damagedXml` does, or a tag alone left out, repeated or of another name. */
export function damagedHtml(html: string, dice: Dice): string {
  if (dice.chance(0.6)) return damagedXml(html, dice);
  const tokens = tokensOf(html);
  const tags = tokens.flatMap(({ text }, index) => (text.startsWith('<') ? [index] : []));
  if (tags.length < 2) return html;
  const at = dice.oneOf(tags);
  const tag = tokens[at]!.text;
  const instead = [
    () => '',
    () => tag.repeat(2 + dice.below(MOST_COPIES)),
    () => tokens[dice.oneOf(tags)]!.text,
    () =>
      tag.replace(/\w+/, () => dice.oneOf(['td', 'th', 'tr', 'table', 'p', 'li', 'ul', 'h2', 'b', 'script', 'x-y'])),
    () =>
      tag.replace(
        '>',
        ` ${dice.oneOf(['colspan', 'rowspan', 'hidden', 'start', 'style'])}="${dice.oneOf(ODD_VALUES)}">`,
      ),
    () => tag.slice(0, -1),
    () => `<!--${tag}`,
    () => `&${dice.oneOf(['#0', '#x110000', 'nbsp', 'notin', 'lt'])};`,
  ];
  return textOf(tokens, 0, at) + dice.oneOf(instead)() + textOf(tokens, at + 1, tokens.length);
}

function tokensOf(markup: string): Token[] {
  const texts = markup.match(/<[^<>]*>|[^<]+|</g) ?? [];
  const ends = new Map<number, number>();
  const open: { readonly name: string; readonly index: number }[] = [];
  for (const [index, text] of texts.entries()) {
    const [, closes, name] = /^<(\/?)([\w:]+)/.exec(text) ?? [];
    if (name === undefined || text.endsWith('/>')) continue;
    if (closes === '') open.push({ name, index });
    // An element of HTML that nothing closes is passed over.
    else
      while (open.length > 0) {
        const last = open.pop()!;
        if (last.name !== name) continue;
        ends.set(last.index, index);
        break;
      }
  }
  return texts.map((text, index) => ({ text, end: ends.get(index) ?? null }));
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
}

function damagedAttributes(tag: string, dice: Dice): string {
  return tag.replace(/="([^"<>&]*)"/g, (whole) => (dice.chance(0.5) ? `="${dice.oneOf(ODD_VALUES)}"` : whole));
}

/** Entities stay whole. */
function damagedEscaped(text: string, dice: Dice): string {
  return text.includes('&') ? text : damagedWords(text, dice);
}
