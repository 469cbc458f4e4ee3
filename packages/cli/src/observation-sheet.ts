import { styleText } from 'node:util';
import { placeInFile } from '@scrutineer/export/place';
import type { Observation } from '@scrutineer/model';
import type { StoredPaper } from '@scrutineer/store';
import type { FigureContext, MarkedText } from './figure-context.ts';
import { oneLine } from './output/one-line.ts';
import { safeText } from './output/safe-text.ts';

const LABEL_WIDTH = 11;

/** All about one observation: the figure in its paper first, then what it was read as. */
export function observationSheet(observation: Observation, paper: StoredPaper, context: FigureContext | null): string {
  const sections = [paperLines(observation, paper), contextLines(observation, context), fieldLines(observation)];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function paperLines(observation: Observation, paper: StoredPaper): string[] {
  const { title, date } = paper.facts;
  const about = [title?.value, date?.value].filter((fact) => fact !== undefined);
  const { headings } = observation.source;
  return [
    styleText('bold', [placeInFile({ observation, paper }), ...about].map(oneLine).join(', '), {
      stream: process.stdout,
    }),
    ...(headings.length > 0 ? [headings.map(oneLine).join(' > ')] : []),
  ];
}

function contextLines({ source }: Observation, context: FigureContext | null): string[] {
  if (!context) return [`  ${marked(figureInQuote(source))}`];
  if (context.kind === 'sentence') return [`  ${marked(context.sentence)}`];
  return context.cells.map((cell, index) => {
    const text = typeof cell === 'string' ? oneLine(cell) : marked(cell);
    return `  ${oneLine(context.headers[index] ?? '') || '-'}: ${text}`;
  });
}

function figureInQuote({ quote, figure }: { readonly quote: string; readonly figure: string }): MarkedText {
  const start = Math.max(quote.indexOf(figure), 0);
  return { text: quote, start, end: quote.includes(figure) ? start + figure.length : 0 };
}

/** The text with the figure set off: by colour, or where there is none by angle quotes. */
function marked({ text, start, end }: MarkedText): string {
  const figure = safeText(text.slice(start, end));
  const coloured = styleText(['bold', 'yellow'], figure, { stream: process.stdout });
  const before = text.slice(0, start).replace(/\s+/g, ' ').trimStart();
  const after = text.slice(end).replace(/\s+/g, ' ').trimEnd();
  const mark = figure === '' ? '' : coloured === figure ? `»${figure}«` : coloured;
  return printable(before) + mark + printable(after);
}

/** As `oneLine`, with the blanks at both ends. */
function printable(text: string): string {
  if (text.trim() === '') return text;
  const left = text.slice(0, text.length - text.trimStart().length);
  return `${left}${oneLine(text)}${text.slice(text.trimEnd().length)}`;
}

function fieldLines(observation: Observation): string[] {
  const { measure, area, breakdown, qualifier, outOf, derivedFrom } = observation;
  return [
    field('measure', withCode(measure)),
    field('area', area && withCode(area)),
    field('breakdown', breakdown.map(({ dimension, value }) => `${dimension}: ${value}`).join(', ')),
    field('statistic', observation.statistic),
    field(
      'value',
      [qualifier, observation.value, observation.unit, outOf && `out of ${outOf}`].filter(Boolean).join(' '),
    ),
    field('period', observation.period ?? 'not told'),
    field('baseline', observation.baseline),
    field('status', observation.status),
    field('from', derivedFrom?.join(', ') ?? null),
    field('read by', `${observation.method}, confidence ${observation.confidence}`),
    field('notes', observation.notes.join('; ')),
    field('id', observation.id),
  ].filter((line) => line !== null);
}

function withCode({ id, label }: { readonly id: string | null; readonly label: string }): string {
  return id ? `${label} (${id})` : label;
}

function field(label: string, text: string | null): string | null {
  return text ? `${label.padEnd(LABEL_WIDTH)}${oneLine(text)}` : null;
}
