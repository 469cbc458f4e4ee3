import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import { findNumbers } from '../figures/find.ts';
import { cleanHeading } from '../headings.ts';
import { labelOf } from '../registry/label.ts';
import { findMeasures, type Measure, measureOfLabel } from '../registry/measures.ts';

const LINE = /^\s*([A-Za-z][A-Za-z '/&()-]{1,50}?)\s*[:\u2013-]?\s+([£]?[\d,.]+\s?%?)\s*$/;

/**
 * A list of labels and figures, one a line ("Burglary 69%"): each line is a member of the measure that the section is
 * about. Null where the passage is no such list.
 */
export function readLineList(passage: TextPassage, context: PaperContext, mentioned: Measure | null): Draft[] | null {
  const lines = linesOf(passage.text);
  if (lines.length < 2 || !lines.every((line) => LINE.test(line.text))) return null;
  const topic =
    mentioned ??
    passage.headings.flatMap((heading) => findMeasures(heading).map((match) => match.entry)).at(-1) ??
    null;
  return lines.flatMap((line) => lineDraft(line, passage, context, topic));
}

function linesOf(text: string): { text: string; start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
}

function lineDraft(
  line: { text: string; start: number },
  passage: TextPassage,
  context: PaperContext,
  topic: Measure | null,
): Draft[] {
  const figure = findNumbers(line.text).figures.at(-1);
  const label = LINE.exec(line.text)![1]!.trim();
  if (!figure) return [];
  const name = topic
    ? `${topic.label} - ${label}`
    : (cleanHeading(passage.headings.at(-1) ?? '') && `${cleanHeading(passage.headings.at(-1)!)} - ${label}`) || label;
  const measure = measureOfLabel(name) ?? (topic ? null : measureOfLabel(label));
  return [
    {
      leaf: passage.leaf,
      figure: { start: line.start + figure.start, end: line.start + figure.end, text: figure.text },
      quote: line.text.trim(),
      headings: passage.headings,
      table: null,
      measure: { id: measure?.id ?? null, label: measure ? labelOf(measure, name) : name },
      area: context.area,
      breakdown: [],
      statistic: 'level',
      value: figure.value,
      unit: figure.unit ?? 'count',
      qualifier: figure.qualifier,
      period: null,
      baseline: null,
      outOf: null,
      method: 'narrative/line-list',
      notes: [],
    },
  ];
}
