import type { Finding, Observation, Severity } from '@scrutineer/model';
import { placeOf } from '../place.ts';
import { escapeHtml } from './escape.ts';
import { anchorOf } from './leaf-html.ts';

const NAMES: Readonly<Record<Severity, string>> = { error: 'Does not fit', warning: 'Look again', info: 'Note' };
/** Worst first. */
const SEVERITIES = Object.keys(NAMES) as readonly Severity[];

/** Worst first, else as the audit gave them. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** The list of all findings, each with links to its figures in the paper. */
export function findingListHtml(findings: readonly Finding[], figures: ReadonlyMap<string, Observation>): string {
  if (findings.length === 0) return '<p>The audit found nothing that does not fit.</p>\n';
  const items = findings.map((finding) => {
    const links = finding.observations.flatMap((id) => linkHtml(id, figures));
    const where = links.length > 0 ? ` <span class="figures">Figures: ${links.join(', ')}</span>` : '';
    return `<li id="finding-${finding.id}">${sentenceHtml(finding)}${where}</li>\n`;
  });
  return `<ol>\n${items.join('')}</ol>\n`;
}

/** The findings about one passage, for its margin. */
export function marginHtml(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const notes = findings.map(
    (finding) => `<p>${sentenceHtml(finding)} <a href="#finding-${finding.id}">All its figures</a></p>\n`,
  );
  return `<div class="margin" role="note">\n${notes.join('')}</div>\n`;
}

function sentenceHtml({ severity, explain }: Finding): string {
  return `<strong class="${severity}">${NAMES[severity]}:</strong> ${escapeHtml(explain)}`;
}

/** A link to a figure that is marked; nothing where it is not in this paper. */
function linkHtml(id: string, figures: ReadonlyMap<string, Observation>): string[] {
  const observation = figures.get(id);
  if (!observation) return [];
  const place = placeOf(observation);
  const text = `${observation.source.figure}${place ? ` (${place})` : ''}`;
  return [`<a href="#${anchorOf(id)}">${escapeHtml(text)}</a>`];
}
