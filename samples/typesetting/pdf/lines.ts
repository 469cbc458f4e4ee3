import type { Run } from '../sample.ts';

/** A piece of a line in one style, at a distance from the line's left end. Lengths are points. */
export interface Segment {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  /** How far above the line it stands. */
  readonly rise: number;
  readonly x: number;
  readonly width: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  /** Numbers of the notes that it refers to. */
  readonly notes: readonly number[];
}

/** How wide a text is in a font of a size. */
export type Measure = (text: string, font: string, size: number) => number;

interface Word {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly rise: number;
  readonly note: number | null;
}

const BLANK = /^\s+$/;
const SUPERSCRIPT = { scale: 0.65, rise: 0.35 };

/** Breaks runs into lines that are no wider than `width`. */
export function breakLines(runs: readonly Run[], size: number, width: number, measure: Measure, bold = false): Line[] {
  const lines: Word[][] = [[]];
  let x = 0;
  for (const part of unbreakable(wordsOf(runs, size, bold))) {
    const wide = part === 'break' ? 0 : part.reduce((sum, word) => sum + measure(word.text, word.font, word.size), 0);
    const blank = part !== 'break' && part.every(({ text }) => BLANK.test(text));
    if (part === 'break' || (x + wide > width && x > 0 && !blank)) {
      lines.push([]);
      x = 0;
    }
    if (part === 'break' || (blank && x === 0)) continue;
    lines.at(-1)!.push(...part);
    x += wide;
  }
  return lines.map((words) => placeWords(words, measure));
}

/** The width of the widest part of runs that no line can break. */
export function widestPart(runs: readonly Run[], size: number, measure: Measure, bold: boolean): number {
  const parts = unbreakable(wordsOf(runs, size, bold)).filter((part) => part !== 'break');
  return Math.max(
    0,
    ...parts.map((part) => part.reduce((sum, { text, font, size }) => sum + measure(text, font, size), 0)),
  );
}

function wordsOf(runs: readonly Run[], size: number, bold: boolean): (Word | 'break')[] {
  return runs.flatMap((run): (Word | 'break')[] => {
    if (run.kind === 'break') return ['break'];
    const small = { size: size * SUPERSCRIPT.scale, rise: size * SUPERSCRIPT.rise };
    if (run.kind === 'note') return [{ text: String(run.number), font: 'Helvetica', ...small, note: run.number }];
    const font = fontOf(bold || run.bold, run.italic);
    const style = run.superscript ? small : { size, rise: 0 };
    return (run.text.match(/\s+|\S+/g) ?? []).map((text) => ({ text, font, ...style, note: null }));
  });
}

function fontOf(bold: boolean, italic: boolean): string {
  const style = `${bold ? 'Bold' : ''}${italic ? 'Oblique' : ''}`;
  return style === '' ? 'Helvetica' : `Helvetica-${style}`;
}

/** Words that touch each other stay together. */
function unbreakable(words: readonly (Word | 'break')[]): (Word[] | 'break')[] {
  const parts: (Word[] | 'break')[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const touches = word !== 'break' && Array.isArray(last) && BLANK.test(word.text) === BLANK.test(last.at(-1)!.text);
    if (touches) (last as Word[]).push(word);
    else parts.push(word === 'break' ? 'break' : [word]);
  }
  return parts;
}

/** Neighbours of one style become one segment, so that the text of a line stays whole. */
function placeWords(words: readonly Word[], measure: Measure): Line {
  const segments: Segment[] = [];
  let x = 0;
  for (const { text, font, size, rise } of words) {
    const last = segments.at(-1);
    const joined = last?.font === font && last.size === size && last.rise === rise;
    const whole = joined ? last.text + text : text;
    const start = joined ? last.x : x;
    const segment = { text: whole, font, size, rise, x: start, width: measure(whole, font, size) };
    if (joined) segments[segments.length - 1] = segment;
    else segments.push(segment);
    x = segment.x + segment.width;
  }
  return { segments, notes: words.flatMap(({ note }) => (note === null ? [] : [note])) };
}
