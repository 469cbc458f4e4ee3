import type { Block, Finding, Observation, PaperTree } from '@scrutineer/model';
import { placeOf } from '../place.ts';
import type { ExportedPaper, ExportFile } from '../row.ts';
import { blockHtml } from './block-html.ts';
import { contentPolicy } from './content-policy.ts';
import { escapeHtml } from './escape.ts';
import { type FigureMarks, figureMarks, idsIn } from './figure-marks.ts';
import { findingListHtml, marginHtml, sortedFindings } from './findings-html.ts';
import { anchorOf } from './leaf-html.ts';
import { STYLE } from './style.ts';

/** What a report of one paper is made from. */
export interface ReportedPaper {
  readonly paper: ExportedPaper;
  readonly tree: PaperTree;
  /** Those to mark. */
  readonly observations: readonly Observation[];
  /** Findings about the paper, and maybe others. */
  readonly findings: readonly Finding[];
}

/**
 * A report of one paper as one HTML file (HTML Living Standard) that needs nothing else, neither files nor scripts: the
 * findings of the audit with links to their figures, the paper's text with its figures marked and the findings beside
 * it, and a list of all figures.
 */
export async function* toHtmlReport(reported: ReportedPaper): AsyncGenerator<ExportFile> {
  yield { name: 'report.html', content: reportHtml(reported) };
}

function* reportHtml({ paper, tree, observations, findings }: ReportedPaper): Generator<string> {
  const doubted = new Set(findings.flatMap((finding) => finding.observations));
  const marks = figureMarks(tree, observations, doubted);
  const marked = new Map([...marks.values()].flat().flatMap((mark) => mark.observations.map((one) => [one.id, one])));
  const sorted = sortedFindings(findings);
  const title = paper.facts.title?.value ?? paper.file;
  yield head(title);
  yield `<header>\n<h1>${escapeHtml(title)}</h1>\n${factsHtml(paper)}</header>\n<main>\n`;
  yield `<section aria-labelledby="findings">\n<h2 id="findings">What does not fit</h2>\n`;
  yield `${findingListHtml(sorted, marked)}</section>\n`;
  yield `<section aria-labelledby="paper">\n<h2 id="paper">The paper</h2>\n`;
  for (const block of tree.children) yield passageHtml(block, marks, sorted);
  yield '</section>\n';
  yield `<section aria-labelledby="figures">\n<h2 id="figures">All figures</h2>\n`;
  yield* figuresHtml(observations, marked);
  yield '</section>\n</main>\n</body>\n</html>\n';
}

/** The policy lets the file load nothing, wherever it is opened. */
function head(title: string): string {
  const style = `<style>${STYLE}</style>`;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
${contentPolicy(style)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${style}
</head>
<body>
`;
}

function factsHtml({ file, origin, facts }: ExportedPaper): string {
  const told: readonly (readonly [string, string | undefined])[] = [
    ['Body', facts.body?.value],
    ['Area', facts.area?.value.label],
    ['Date', facts.date?.value],
    ['Reporting period', facts.reportingPeriod?.value.replace('/', ' to ')],
    ['File', file],
    ['From', origin],
  ];
  const entries = told.flatMap(([name, value]) =>
    value === undefined ? [] : [`<dt>${name}</dt><dd>${escapeHtml(value)}</dd>\n`],
  );
  return `<dl class="facts">\n${entries.join('')}</dl>\n`;
}

/** A block, with the findings about its figures beside it. */
function passageHtml(block: Block, marks: FigureMarks, findings: readonly Finding[]): string {
  const ids = idsIn(block, marks);
  const html = blockHtml(block, marks);
  const margin = marginHtml(findings.filter((finding) => finding.observations.some((id) => ids.has(id))));
  return margin === '' ? html : `<div class="passage">\n<div>${html}</div>\n${margin}</div>\n`;
}

const COLUMNS = ['Figure', 'Measure', 'Area', 'Period', 'Statistic', 'Value', 'Unit'] as const;

/** Every figure with what it was read as: what the marks' titles tell, for paper and for readers without a mouse. */
function* figuresHtml(
  observations: readonly Observation[],
  marked: ReadonlyMap<string, Observation>,
): Generator<string> {
  yield '<div class="wide"><table>\n<caption>What each figure was read as</caption>\n<thead>\n<tr>';
  yield COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('');
  yield '</tr>\n</thead>\n<tbody>\n';
  for (const observation of observations) yield figureRow(observation, marked.has(observation.id));
  yield '</tbody>\n</table></div>\n';
}

function figureRow(observation: Observation, isMarked: boolean): string {
  const { id, measure, area, period, statistic, value, unit, source } = observation;
  const place = placeOf(observation);
  const figure = escapeHtml(`${source.figure}${place ? ` (${place})` : ''}`);
  const days = period?.split('/').map((day) => `<span class="day">${day}</span>`) ?? [];
  const words = [measure.label, area?.label ?? '', statistic, String(value), unit].map(escapeHtml);
  const cells = words.toSpliced(2, 0, days.join(' to '));
  const header = isMarked ? `<a href="#${anchorOf(id)}">${figure}</a>` : figure;
  return `<tr><th scope="row">${header}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}
