import { findPeriods } from '../periods/find.ts';
import { findAreas } from '../registry/areas.ts';
import type { TextLine as Line } from './text-line.ts';
import { LONGEST_ROW, type Row, SAYS, type Span, splitAtMarks } from './text-row.ts';

/** A line that heads rows, and its part for each of their cells. */
export interface Header {
  readonly line: Line;
  readonly spans: readonly Span[];
}

/** The line as the header of a row; null where it heads none. */
export function headerOf(line: Line, row: Row): Header | null {
  const { text } = line;
  if (text.length > LONGEST_ROW * 2 || /[.;?!]\s*$/.test(text)) return null;
  const spans = row.parted === 'marks' ? splitAtMarks(text) : joinedTo(row.cells.length, splitAtCapitals(text), text);
  const more = spans.length - row.cells.length;
  const fits = row.parted === 'marks' ? Math.abs(more) <= 1 : more === 0 || more === -1;
  return spans.length >= 2 && fits ? { line, spans } : null;
}

/**
 * "31 March 2001 31 March 2002" over four columns, "Detections 17/18 Outcomes 17/18" over "Count Rate Count Rate": a line of
 * headers that end in a period, each over as many columns.
 */
export function groupsOver(line: Line, row: Row): Header | null {
  const { text } = line;
  const periods = findPeriods(text);
  const columns = (row.cells.length - 1) / periods.length;
  const isWhole = /^(?:\(\d\)|[*\u2020])?$/.test(text.slice(periods.at(-1)?.end ?? 0).trim());
  if (periods.length < 2 || !Number.isInteger(columns) || columns < 2 || !isWhole) return null;
  const groups = periods.map(({ end }, group) => {
    const before = group === 0 ? 0 : periods[group - 1]!.end;
    const from = before + /^(?:\(\d\))?\s*/.exec(text.slice(before))![0].length;
    return { start: from, end };
  });
  return groups.every(({ start, end }) => !SAYS.test(text.slice(start, end))) ? { line, spans: groups } : null;
}

/** "Type Rate per 1,000 Rank Position": each word in capitals begins a header, and so does each period; brackets end one. */
function splitAtCapitals(text: string): Span[] {
  const periods = findPeriods(text);
  const starts: number[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const inPeriod = periods.find(({ start, end }) => match.index > start && match.index < end);
    const inBracket = isInBracket(text, match.index);
    const begins = /^[A-Z%]/.test(match[0]) || periods.some(({ start }) => start === match.index);
    if (
      starts.length === 0 ||
      (begins && !inPeriod && !inBracket && !/\b(?:of|per|the|to|and|in|for|%)\s*$/i.test(text.slice(0, match.index)))
    )
      starts.push(match.index);
  }
  return starts.map((start, index) => ({
    start,
    end: text.slice(0, starts[index + 1] ?? text.length).trimEnd().length,
  }));
}

/** What headers of several words end in: "Crime type", "Current position", "Distance from average". */
const ENDS =
  /\b(?:types?|categor(?:y|ies)|positions?|averages?|rates?|ranks?|ranking|changes?|targets?|totals?|numbers?|counts?|volumes?|offences?|crimes?|incidents?|groups?|areas?|forces?|districts?|years?|months?|quarters?|periods?|difference|variance|actual|budget|forecast|outturn|population|status|performance)$/i;

/**
 * Words in capitals that begin more headers than there are columns are joined to as many: so that most end as headers do
 * and none is one word that qualifies another ("Crime | Type" is "Crime Type"). As they are where they are no more.
 */
function joinedTo(count: number, spans: readonly Span[], text: string): readonly Span[] {
  if (spans.length <= count || spans.length > MOST_PARTS) return spans;
  const worth = (from: number, to: number) => {
    const words = text.slice(spans[from]!.start, spans[to]!.end);
    const isPeriod = findPeriods(words).length > 0;
    if (isPeriod) return from === to ? 2 : -2;
    return (ENDS.test(words) ? 1 : 0) - (to > from + 1 ? to - from - 1 : 0);
  };
  // best[k][n]: the best way to make k headers of the first n parts.
  const best: { score: number; cuts: number[] }[][] = [[{ score: 0, cuts: [] }]];
  for (let made = 1; made <= count; made += 1) {
    best[made] = [];
    for (let end = made; end <= spans.length; end += 1) {
      for (let from = made - 1; from < end; from += 1) {
        const before = best[made - 1]![from];
        if (!before) continue;
        const score = before.score + worth(from, end - 1);
        const known = best[made]![end];
        if (!known || score > known.score) best[made]![end] = { score, cuts: [...before.cuts, from] };
      }
    }
  }
  const cuts = best[count]![spans.length]?.cuts;
  if (!cuts) return spans;
  return cuts.map((from, at) => ({ start: spans[from]!.start, end: spans[(cuts[at + 1] ?? spans.length) - 1]!.end }));
}

/** A line of more words in capitals is a sentence or a list. */
const MOST_PARTS = 24;

export function isInBracket(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** The nearest caption that says what is measured: "Devon performance" under "Public confidence" only says where. */
export function captionAbove(lines: readonly Line[]): string | null {
  const captions: string[] = [];
  for (let at = lines.length - 1; at >= 0 && captions.length < MOST_CAPTIONS; at -= 1) {
    const caption = captionOf(lines[at]!, lines[at - 1]);
    if (caption === null) break;
    captions.push(caption);
  }
  return captions.find((caption) => !saysWhereOnly(caption)) ?? captions[0] ?? null;
}

const MOST_CAPTIONS = 3;

function saysWhereOnly(caption: string): boolean {
  const named = [...findAreas(caption), ...findPeriods(caption)];
  const words = [...caption.matchAll(/[\w'-]+/g)].filter(
    ({ index }) => !named.some(({ start, end }) => index >= start && index < end),
  );
  return words.every(([word]) => SAYS_LITTLE.test(word));
}

const SAYS_LITTLE = /^(?:performance|figures?|results?|data|totals?|force|overall|table|\d+)$/i;

/** The line above a table may be its title, unless it goes on with a sentence that the line before it began. */
function captionOf({ text, passage }: Line, before: Line | undefined): string | null {
  const plain = text.trim();
  const goesOn =
    before?.passage === passage && !/[.:;?!]\s*$/.test(before.text) && before.text.trim().length >= WRAPPED;
  if (goesOn || !/^["'(]?[A-Z0-9]/.test(plain)) return null;
  return plain.length <= LONGEST_ROW && !/[.;?!]$/.test(plain) ? plain : null;
}

/** "Aug 2022 Sep 2022" over "Calls received 35,634 31,316": the headers are of the figures alone. */
export function isWithoutLabelHeader({ line, spans }: Header, rows: readonly (Row | null)[]): boolean {
  const cells = rows.find((row) => row !== null)?.cells.length ?? 0;
  const [first] = spans;
  const words = first === undefined ? '' : line.text.slice(first.start, first.end);
  return spans.length === cells - 1 && (findPeriods(words).length > 0 || !OF_LABELS.test(words));
}

/** Headers that stand over labels. */
const OF_LABELS =
  /^(?:(?:police|crime|offence|incident)\s+)?(?:forces?|areas?|types?|categor(?:y|ies)|crimes?|offences?|measures?|indicators?|districts?|divisions?|boroughs?|wards?|names?|years?|months?|quarters?|periods?|descriptions?|items?|groups?)\b/i;

/** A line of prose that was wrapped is about as long as its page is wide, in characters. */
export const WRAPPED = 70;
