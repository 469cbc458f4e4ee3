import { type Leaf, leafText, leavesOf, locate, type Observation, type PaperTree, type Table } from '@scrutineer/model';
import { findNumbersBesidePeriods, LINKS } from './figures/find.ts';
import { FRACTION, NUMBER_WORD } from './figures/number-words.ts';
import { sentencesOf } from './narrative/sentences.ts';
import { findPeriods } from './periods/find.ts';
import { readableText } from './text/readable.ts';

/** A number of a paper, in digits or in words, and what became of it. */
export interface AccountedNumber {
  readonly text: string;
  /** `observation`, or the reason why it is none (`date`, `section-number`…); `unknown` where nothing tells. */
  readonly outcome: string;
  /** Half-open offsets in the tree's text. */
  readonly start: number;
  readonly end: number;
  readonly line: number | null;
  readonly page: number | null;
  /** What stands around it. */
  readonly quote: string;
}

const NUMBERS = new RegExp(`\\d+(?:,\\d{3})*(?:\\.\\d+)*|(?<![\\w-])(?:${NUMBER_WORD}|${FRACTION})(?![\\w])`, 'gi');
/** Characters around a number that are quoted. */
const QUOTED = 60;

/**
 * Accounts for every number of a paper: an observation was made of it, or there is a reason why not. It looks at the text
 * anew and not at how extraction went, so that what extraction never saw is found.
 */
export function coverage(tree: PaperTree, observations: readonly Observation[]): AccountedNumber[] {
  const isStated = withinAny(observations.map(({ source }) => source));
  const firstRows = new Map<Table, number>();
  return [...leavesOf(tree.children)].flatMap(({ leaf, table }) => {
    if (table && !firstRows.has(table)) firstRows.set(table, firstRowWithFigures(table, isStated));
    const firstRow = table && firstRows.get(table)!;
    const text = leafText(leaf);
    const reasons = reasonsIn(leaf);
    return [...text.matchAll(NUMBERS)].map((match): AccountedNumber => {
      const [from, to] = [match.index, match.index + match[0].length];
      const { span, line, page } = locate(leaf, from, to);
      const reason = reasons.find(({ start, end }) => start < to && end > from)?.reason;
      const outcome = isStated(span) ? 'observation' : (reason ?? placeReason(leaf, text, from, firstRow) ?? 'unknown');
      const quote = text.slice(Math.max(0, from - QUOTED), to + QUOTED).replace(/\s+/g, ' ');
      return { text: match[0], outcome, ...span, line, page, quote };
    });
  });
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Tells whether a range overlaps any of these, by halving: a paper may have tens of thousands. */
function withinAny(ranges: readonly Range[]): (range: Range) => boolean {
  const disjoint: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = disjoint.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else disjoint.push({ start, end });
  }
  return ({ start, end }) => {
    let [low, high] = [0, disjoint.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (disjoint[middle]!.end > start) high = middle;
      else low = middle + 1;
    }
    return low < disjoint.length && disjoint[low]!.start < end;
  };
}

/** The first row of a table from which an observation was made; beyond all rows where there is none. */
function firstRowWithFigures(table: Table, isStated: (range: Range) => boolean): number {
  const rows = table.children.flatMap(({ row, children }) => {
    const [first, last] = [children[0], children.at(-1)];
    return first && isStated({ start: first.span.start, end: last!.span.end }) ? [row] : [];
  });
  return rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
}

/** Stretches of a leaf whose numbers are no figures, by their own words; the first that holds a number tells. */
function reasonsIn(leaf: Leaf): (Range & { readonly reason: string })[] {
  const text = readableText(leaf);
  const marks = blanked(leafText(leaf), text);
  return [
    ...marks,
    ...matchesOf(text, LINKS, 'link'),
    ...sentencesOf(text, leaf.type === 'heading').flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      const { figures, excluded } = findNumbersBesidePeriods(sentence);
      const at = (range: Range, reason: string) => ({ start: start + range.start, end: start + range.end, reason });
      return [
        ...findPeriods(sentence).map((period) => at(period, 'date')),
        ...excluded.map((number) => at(number, number.reason === 'period' ? 'date' : number.reason)),
        ...figures.flatMap((figure) => [
          ...(figure.unitEnd > figure.end ? [at({ start: figure.end, end: figure.unitEnd }, 'unit')] : []),
          ...(figure.outOf === null ? [] : [at({ start: figure.end, end: figure.end + FIELD }, 'rank-field')]),
        ]),
      ];
    }),
    ...matchesOf(text, ORDINALS, 'ordinal'),
    ...matchesOf(text, OPENING_NUMBER, 'section-number'),
    ...matchesOf(text, FIELD_AFTER_SLASH, 'rank-field'),
  ];
}

/** Days of the month and places in a row that no period and no rank were made of: "the 12th and 19th of October". */
const ORDINALS = /\b\d{1,3}(?:st|nd|rd|th)\b/gi;

/** The number of a paragraph, which some formats do not tell from its text. */
const OPENING_NUMBER = /^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-Z])/g;
const FIELD_AFTER_SLASH = /(?<=^\s*\d{1,2}\s?\/\s?)\d{1,3}(?=\s*$)/g;

function matchesOf(text: string, pattern: RegExp, reason: string): (Range & { readonly reason: string })[] {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length, reason }));
}

/** How far behind a rank the number of those ranked may stand, in characters. */
const FIELD = 40;

/** Footnote marks: what is in the text of a leaf and not in its readable text. */
function blanked(whole: string, readable: string): (Range & { readonly reason: string })[] {
  const marks: { start: number; end: number; reason: string }[] = [];
  for (let at = 0; at < whole.length; at += 1)
    if (whole[at] !== readable[at]) marks.push({ start: at, end: at + 1, reason: 'footnote-mark' });
  return marks;
}

/**
 * What the place of a number tells: running lines, numbers of headings, labels of tables.
 *
 * @param firstRow of the leaf's table with a figure; null outside tables
 */
function placeReason(leaf: Leaf, text: string, at: number, firstRow: number | null): string | null {
  if (leaf.type === 'furniture') return leaf.role === 'page-number' ? 'page-number' : 'running-line';
  if (leaf.type === 'heading') return /^[\s\d.()]*$/.test(text.slice(0, at)) ? 'section-number' : 'name';
  if (leaf.type !== 'tableCell' || firstRow === null) return null;
  return leaf.column === 0 || leaf.header || leaf.row < firstRow ? 'label' : null;
}
