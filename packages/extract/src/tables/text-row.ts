import { findNumbersBesidePeriods } from '../figures/find.ts';
import { isState } from './header-text.ts';
import type { TextLine as Line } from './text-line.ts';

/** A line read as a row: the label and the cells behind it. */
export interface Row {
  readonly line: Line;
  readonly cells: readonly Span[];
  /** The number of cells that state figures. */
  readonly figures: number;
  /** How its cells are parted. */
  readonly parted: 'marks' | 'blanks';
  /** The cells where each dash that stands alone is a cell without a figure. */
  readonly withDashes: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of sentences: a line that has one is no row. */
export const SAYS =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|rose|fell|saw|there|which|who|that|we|our|this|these|than|compared|increased|decreased|reduced|since|because|said|about|with an?|(?<!-)(?:up|down))\b/i;
/** "Down by 15.3%" is a cell, not what a sentence says. */
const MOVES = /\b(?:up|down)(?:\s+by)?\s+(?=[\d.]+\s?%)/gi;
export const LONGEST_ROW = 160;
const MOST_LABEL_WORDS = 9;

/** Reads a line as a row of a label and figures; null where it reads as a sentence or states no figure. */
export function rowOf(line: Line): Row | null {
  const { text } = line;
  if (text.length > LONGEST_ROW || /[.?!]\s*$/.test(text)) return null;
  const indent = text.length - text.trimStart().length;
  const marked = splitAtMarks(text);
  const bare = text.replace(/\([^()]*\)/g, ' ');
  if (marked.length >= 2) {
    const figures = marked.slice(1).filter((span) => isFigureCell(text.slice(span.start, span.end))).length;
    return figures > 0 && figures >= (marked.length - 1) / 2 && !SAYS.test(bare)
      ? { line, cells: marked, figures, parted: 'marks', withDashes: marked }
      : null;
  }
  if (SAYS.test(text.replace(MOVES, (words) => ' '.repeat(words.length)))) return null;
  const year = YEAR_LABEL.exec(text.slice(indent))?.[0].length ?? 0;
  const figures = findNumbersBesidePeriods(text).figures.filter(({ start }) => start >= indent + year);
  const first = figures[0];
  if (!first || first.start <= indent || first.form === 'word' || first.form === 'fraction') return null;
  const startOf = (figure: (typeof figures)[number]) => {
    const words = /(?<=\s)(?:up|down)(?:\s+by)?\s+$/i.exec(text.slice(0, figure.start))?.[0].length ?? 0;
    return figure.start - words;
  };
  const label = text.slice(indent, Math.min(startOf(first), first.qualifierStart)).trim();
  if (
    (year === 0 && !/[A-Za-z]{2}/.test(label)) ||
    label.split(/\s+/).length > MOST_LABEL_WORDS ||
    /[,;]\s*$/.test(label)
  )
    return null;
  const cells = labelCells(text, indent, labelEnd(text, startOf(first)));
  const withDashes = [...cells];
  for (const [index, figure] of figures.entries()) {
    const next = figures[index + 1];
    const end = next ? startOf(next) : text.length;
    const between = text.slice(figure.unitEnd, end);
    cells.push({ start: startOf(figure), end: figure.unitEnd });
    withDashes.push(cells.at(-1)!);
    for (const dash of between.matchAll(/(?<=\s)[-\u2013\u2014](?=\s|$)/g))
      withDashes.push({ start: figure.unitEnd + dash.index, end: figure.unitEnd + dash.index + 1 });
    if (/[A-Za-z]{2}/.test(between)) {
      if (index === figures.length - 1 || between.trim().split(/\s+/).length > 4) return null;
      const lead = between.length - between.trimStart().length;
      cells.push({ start: figure.unitEnd + lead, end: figure.unitEnd + between.trimEnd().length });
      withDashes.push(cells.at(-1)!);
    } else if (/[^\s\u2013\u2014-]/.test(between.replace(/[*\u2020]/g, ''))) return null;
  }
  return { line, cells, figures: figures.length, parted: 'blanks', withDashes };
}

/** "All crime Inline 6.3%": a word of state behind a label is a cell of its own. */
function labelCells(text: string, start: number, end: number): Span[] {
  const words = [...text.slice(start, end).matchAll(/\S+/g)];
  const state = [2, 1]
    .filter((count) => words.length > count)
    .map((count) => start + words.at(-count)!.index)
    .find((at) => isState(text.slice(at, end)) && /[a-z)]\s+$/i.test(text.slice(start, at)));
  if (state === undefined) return [{ start, end }];
  return [
    { start, end: start + text.slice(start, state).trimEnd().length },
    { start: state, end },
  ];
}

/** "2011 35 634 669": a row whose label is a year. */
const YEAR_LABEL = /^(?:19|20)\d{2}(?:[/-]\d{2,4})?(?=\s+[\d£])/;

function labelEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && /[\s:\u2013-]/.test(text[end - 1]!)) end -= 1;
  return end;
}

/** The parts of a line between strokes, tabs and gaps of several blanks. */
export function splitAtMarks(text: string): Span[] {
  const spans: { start: number; end: number }[] = [];
  let isParted = true;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const last = spans.at(-1);
    const gap = text.slice(last?.end ?? index, index);
    const inBracket = text.lastIndexOf('(', index) > text.lastIndexOf(')', index);
    if (last && !inBracket && (word === '/' || word === '|')) {
      isParted = true;
      continue;
    }
    if (last && !isParted && gap.length < 2 && !gap.includes('\t')) last.end = index + word.length;
    else spans.push({ start: index, end: index + word.length });
    isParted = false;
  }
  return spans;
}

function isFigureCell(text: string): boolean {
  const plain = text.trim();
  return (
    /^(?:-|n\/a)$/i.test(plain) ||
    (findNumbersBesidePeriods(plain).figures.length > 0 && plain.split(/\s+/).length <= 8)
  );
}

/** "Arson 0 0% 1 -" among rows of four figures: its dash stands in an empty cell. */
export function withEmptyCells(rows: readonly (Row | null)[]): (Row | null)[] {
  return rows.map((row, at) => {
    if (!row || row.withDashes.length === row.cells.length) return row;
    const near = [rows[at - 1], rows[at + 1]];
    const isShort = near.some((other) => other && other.cells.length === row.withDashes.length);
    return isShort ? { ...row, cells: row.withDashes } : row;
  });
}

export function isAlike(one: Row, other: Row): boolean {
  return one.parted === other.parted && (one.parted === 'marks' || one.cells.length === other.cells.length);
}

/** "City of London (1) (2) (2)": a row whose every cell refers to a note. */
export function isRowOfMarks({ text }: Line): boolean {
  return /^\s*[A-Za-z][\w&' .-]{1,60}?(?:\s*\(\d\)|\s+(?:-|\*|\.\.|n\/a)){2,}\s*$/i.test(text);
}
