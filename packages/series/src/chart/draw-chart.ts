import * as Plot from '@observablehq/plot';
import { periodEnds } from '@scrutineer/model';
import { parseHTML } from 'linkedom';
import type { SeriesLine, SeriesRow } from '../line.ts';
import { titleOf } from '../title.ts';
import type { Vintage } from '../vintage.ts';

/** CSS pixels. */
const WIDTH = 860;
const HEIGHT = 300;
const TITLE = 34;
const MARGIN = 14;

/**
 * An SVG document with one chart below the other, one for each line: the values last printed as a line, and every value
 * that a paper gave as a mark, darker the later the paper. Hollow marks are derived. Each mark tells its paper.
 *
 * Drawn by Observable Plot; the same lines give the same text.
 */
export function drawChart(lines: readonly SeriesLine[]): string {
  const charts = lines.map((line, index) => chartAt(line, index));
  const height = MARGIN + lines.length * (TITLE + HEIGHT);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" color="#222"><rect width="100%" height="100%" fill="white"/>\n${charts.join('\n')}\n</svg>\n`;
}

function chartAt(line: SeriesLine, index: number): string {
  const top = MARGIN + index * (TITLE + HEIGHT);
  const key = `<text x="${WIDTH - 16}" y="${top + 16}" font-size="11" text-anchor="end" fill="#444">each mark is a paper, the darker the later; hollow: derived</text>`;
  const title = `<text x="16" y="${top + 16}" font-size="15" font-weight="bold" fill="#222">${escaped(titleOf(line))}</text>`;
  return `${title}${key}\n<svg x="0" y="${top + TITLE - 8}" width="${WIDTH}" height="${HEIGHT}">${plotOf(line)}</svg>`;
}

interface Mark {
  readonly date: Date;
  readonly value: number;
  readonly vintage: Vintage;
  readonly period: string;
}

function isDerived({ vintage }: Mark): boolean {
  return vintage.kind === 'derived';
}

/** Radius and width in CSS pixels. */
const DOT = { x: 'date', y: 'value', r: 4, strokeWidth: 1.5 } as const;

function plotOf(line: SeriesLine): string {
  const rows = line.rows.filter((row): row is SeriesRow => row.kind === 'value');
  const latest = line.rows.map((row) => ({
    date: dateOf(row.period),
    value: row.kind === 'value' ? row.latest.value : Number.NaN,
  }));
  const marks = rows.flatMap(({ period, vintages }) =>
    vintages.map((vintage): Mark => ({ date: dateOf(period), value: vintage.value, vintage, period })),
  );
  const papers = papersInOrder(marks);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const colour = ({ vintage }: Mark) => vintage.paper.id;
  const title = ({ vintage, period }: Mark) =>
    `${vintage.figure ?? `${vintage.value} (derived)`} for ${period.replace('/', ' to ')}\n${vintage.paper.file}${vintage.paper.date ? `, ${vintage.paper.date}` : ''}`;
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 84,
    marginRight: 36,
    marginTop: 28,
    x: { type: 'utc', label: null, ticks: 8, tickSize: 0, tickFormat: monthText },
    y: { label: null, grid: true, nice: true, ticks: 6, tickFormat: numberText },
    color: { type: 'ordinal', domain: papers, range: shades(papers.length) },
    marks: [
      Plot.lineY(latest, { x: 'date', y: 'value', stroke: '#888', strokeWidth: 1.5 }),
      // Two sets of dots, as Plot leaves out those whose fill depends on the mark and is none.
      Plot.dot(marks.filter(isDerived), { ...DOT, stroke: colour, fill: 'white', title }),
      Plot.dot(
        marks.filter((mark) => !isDerived(mark)),
        { ...DOT, stroke: colour, fill: colour, title },
      ),
    ],
  });
  return plot.outerHTML;
}

/** The first day of the last month of a period, so that a mark stands at its month. */
function dateOf(period: string): Date {
  return new Date(`${periodEnds(period).end.slice(0, 7)}-01T00:00:00Z`);
}

function papersInOrder(marks: readonly Mark[]): string[] {
  const dates = new Map(marks.map(({ vintage: { paper } }) => [paper.id, `${paper.date ?? ''} ${paper.file}`]));
  return [...dates].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
}

/** Red, green and blue of the first and the last paper. */
const FIRST = [126, 178, 232];
const LAST = [13, 54, 110];

/** From light to dark, all of them dark enough to be seen on white; in hexadecimal, which every drawing program reads. */
function shades(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 1 : index / (count - 1);
    const parts = FIRST.map((from, at) => Math.round(from + share * (LAST[at]! - from)));
    return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** "Sep 2018", in one line: not every program that draws SVG breaks lines. */
function monthText(date: Date): string {
  return date.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
}

function numberText(value: number): string {
  return value.toLocaleString('en-GB');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
