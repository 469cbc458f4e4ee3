import { normalise } from '../text/normalise.ts';

/** A half-open range of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|approx|no|nos|vs|v|para|paras|p|pp|dr|mr|mrs|ms|st|inc|excl|incl|fig|ref|dept|insp|sgt|supt|cc|dcc|acc|c|al|avg|min|mins|sec|secs|hrs)|\b[A-Z])\.$/i;
const END = /[.!?]+["')\]]*(?=\s)|\n+/g;

/** The number of a paragraph, printed before its first word: "2.1 Total recorded crime …", "14. The Panel …". */
const PARAGRAPH_NUMBER = /^\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,3}\.|\(?[a-z]\)|\(?[ivx]{1,4}\))\s+(?=[A-Z"'(£\d])/;

/** A heading's number may stand without a dot: "7 Looking ahead". */
const HEADING_NUMBER = /^\s*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.):]?\s+)?/i;

/**
 * The sentences of a text, with the white space around them left out. A full stop ends one where a capital, a digit or a
 * quotation mark follows; an abbreviation's does not. (`Intl.Segmenter` parts at "para. 3" and at "approx. 20".)
 *
 * @param heading the text is a heading, whose number is passed over
 */
export function sentencesOf(text: string, heading = false): Range[] {
  const plain = normalise(text);
  const ranges: Range[] = [];
  let start = (heading ? HEADING_NUMBER : PARAGRAPH_NUMBER).exec(plain)?.[0].length ?? 0;
  for (const match of text.matchAll(END)) {
    if (match.index < start) continue;
    const end = match.index + match[0].length;
    const next = plain.slice(end).trimStart();
    const isBreak = match[0].startsWith('\n');
    if (!isBreak && /^\s*(?:\d{1,2}|[a-z])\.$/i.test(plain.slice(start, match.index + 1))) continue;
    if (!isBreak && (ABBREVIATION.test(plain.slice(start, match.index + 1)) || !/^["'(£\d+]|^[A-Z]/.test(next)))
      continue;
    push(ranges, text, start, end);
    start = end;
  }
  push(ranges, text, start, text.length);
  return ranges;
}

/** No sentence that is read is longer, in characters: rules look at a whole sentence for each of its figures. */
export const LONGEST = 1500;

function push(ranges: Range[], text: string, from: number, to: number): void {
  let rest = from;
  while (to - rest > LONGEST) {
    const blank = text.slice(rest, rest + LONGEST + 1).lastIndexOf(' ');
    const cut = blank > 0 ? rest + blank : rest + LONGEST;
    pushTrimmed(ranges, text, rest, cut);
    rest = cut;
  }
  pushTrimmed(ranges, text, rest, to);
}

function pushTrimmed(ranges: Range[], text: string, from: number, to: number): void {
  const slice = text.slice(from, to);
  const start = from + slice.length - slice.trimStart().length;
  const end = from + slice.trimEnd().length;
  if (end > start) ranges.push({ start, end });
}
