import type { Box, Mark } from '@scrutineer/model';
import { unionBox } from '@scrutineer/model';
import type { Line, LineSpan, Run } from './page.ts';

/** Share of the font size that the body of small letters and figures takes above the baseline. */
const BODY_HEIGHT = 0.7;
/** Share of the smaller body that must overlap for two runs to stand on one line; a superscript overlaps by more. */
const SAME_LINE_OVERLAP = 0.5;
/** Gaps between runs, as shares of the font size: from the first on a blank, from the second on a tab. */
const BLANK_GAP = 0.12;
const TAB_GAP = 1.8;
/** A superscript is smaller than this share of its line, and raised by more than that share. */
const SMALL = 0.85;
const RAISED = 0.12;
/** Lines that a run is compared with: more than this far up, another line begins. */
const LINES_LOOKED_AT = 6;

interface DraftLine {
  readonly runs: Run[];
  /** The largest run: superscripts are measured against it. */
  main: Run;
}

/** Gathers runs into lines, from top to bottom and from left to right. */
export function linesOf(runs: readonly Run[]): Line[] {
  const drafts: DraftLine[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])) {
    const draft = drafts.slice(-LINES_LOOKED_AT).findLast((line) => overlap(line.main, run) >= SAME_LINE_OVERLAP);
    if (!draft) drafts.push({ runs: [run], main: run });
    else {
      draft.runs.push(run);
      if (run.size > draft.main.size) draft.main = run;
    }
  }
  return drafts.map(({ runs: parts }) => lineOf(parts)).sort((a, b) => a.baseline - b.baseline);
}

/** Share of the smaller body's height at which two runs stand side by side. */
function overlap(one: Run, other: Run): number {
  const top = Math.max(one.baseline - one.size * BODY_HEIGHT, other.baseline - other.size * BODY_HEIGHT);
  const bottom = Math.min(one.baseline, other.baseline);
  return (bottom - top) / (Math.min(one.size, other.size) * BODY_HEIGHT);
}

function lineOf(unsorted: readonly Run[]): Line {
  const runs = [...unsorted].sort((a, b) => a.box[0] - b.box[0]);
  const size = commonestSize(runs);
  const main = runs.find((run) => run.size === size)!;
  const spans = runs.map((run, index): LineSpan => {
    const before = runs[index - 1];
    return { run, marks: marksOf(run, main), separator: before ? separator(before, run, size) : '' };
  });
  const lettered = runs.filter((run) => /[\p{L}\d]/u.test(run.text));
  return {
    page: main.page,
    box: unionBox(runs.map((run) => run.box)) as Box,
    baseline: main.baseline,
    size,
    bold: lettered.length > 0 && lettered.every((run) => run.bold),
    spans,
    text: spans.map((span) => span.separator + span.run.text).join(''),
  };
}

function commonestSize(runs: readonly Run[]): number {
  const characters = new Map<number, number>();
  for (const run of runs) characters.set(run.size, (characters.get(run.size) ?? 0) + run.text.length);
  return [...characters].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function separator(before: Run, run: Run, size: number): '' | ' ' | '\t' {
  const gap = (run.box[0] - before.box[2]) / size;
  if (gap >= TAB_GAP) return '\t';
  return gap >= BLANK_GAP ? ' ' : '';
}

function marksOf(run: Run, main: Run): Mark[] {
  const marks: Mark[] = [];
  if (run.bold) marks.push('strong');
  if (run.italic) marks.push('emphasis');
  const raised = (main.baseline - run.baseline) / main.size;
  if (run.size < main.size * SMALL && raised > RAISED) marks.push('superscript');
  else if (run.size < main.size * SMALL && raised < -RAISED / 2) marks.push('subscript');
  return marks;
}
