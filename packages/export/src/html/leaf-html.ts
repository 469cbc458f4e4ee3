import type { Mark, Observation, Text } from '@scrutineer/model';
import { escapeHtml } from './escape.ts';
import type { FigureMark } from './figure-marks.ts';

/** The id of the element that marks an observation's figure. */
export function anchorOf(observation: string): string {
  return `figure-${observation}`;
}

/** What a figure was read as: "Burglary, Cumbria, level, 2018-07-01 to 2019-06-30: 1234 count". */
function meaningOf({ measure, area, statistic, period, value, unit }: Observation): string {
  const about = [measure.label, area?.label ?? null, statistic, period?.replace('/', ' to ') ?? 'period not told'];
  return `${about.filter((part) => part !== null).join(', ')}: ${value} ${unit}`;
}

/** The text of a leaf as HTML, with what the paper sets off (bold, italics, superscripts) and its figures marked. */
export function leafHtml(pieces: readonly Text[], marks: readonly FigureMark[]): string {
  let html = '';
  let offset = 0;
  for (const mark of marks) {
    html += piecesHtml(pieces, offset, mark.start);
    html += markHtml(mark, piecesHtml(pieces, mark.start, mark.end));
    offset = mark.end;
  }
  return html + piecesHtml(pieces, offset, Number.POSITIVE_INFINITY);
}

function markHtml({ observations: [first, ...others], doubted }: FigureMark, content: string): string {
  const title = [first!, ...others].map(meaningOf).join('\n');
  const anchors = others.map(({ id }) => `<span id="${anchorOf(id)}"></span>`).join('');
  const kind = doubted ? ' class="doubted"' : '';
  return `<mark id="${anchorOf(first!.id)}"${kind} title="${escapeHtml(title)}">${anchors}${content}</mark>`;
}

/** The characters from `start` to before `end` of the leaf's text. */
function piecesHtml(pieces: readonly Text[], start: number, end: number): string {
  let html = '';
  let offset = 0;
  for (const { value, marks = [] } of pieces) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, value.length);
    if (from < to) html += withMarks(escapeHtml(value.slice(from, to)).replaceAll('\n', '<br>'), marks);
    offset += value.length;
  }
  return html;
}

/** Where a link led the tree does not tell, so it is plain text. */
const TAGS: Readonly<Record<Mark, string | null>> = {
  strong: 'strong',
  emphasis: 'em',
  superscript: 'sup',
  subscript: 'sub',
  'footnote-reference': 'sup',
  link: null,
};

function withMarks(html: string, marks: readonly Mark[]): string {
  return marks.reduce((inner, mark) => (TAGS[mark] ? `<${TAGS[mark]}>${inner}</${TAGS[mark]}>` : inner), html);
}
