import { htmlPage, htmlTable } from '@scrutineer/export/page';
import type { Finding } from '@scrutineer/model';
import { findingColumns, whereOf } from './finding-columns.ts';
import { print, printData, printJsonLines, printTable } from './output/print.ts';
import { safeText } from './output/safe-text.ts';

/**
 * Prints findings.
 *
 * @param notes what people said of findings, by the finding's id
 */
export async function writeFindings(
  findings: readonly Finding[],
  notes: ReadonlyMap<string, string>,
  format: 'table' | 'jsonl' | 'html' | 'markdown',
): Promise<void> {
  if (format === 'jsonl') return printJsonLines(findings);
  if (format === 'html') return printData([findingsPage(findings, notes)]);
  if (format === 'markdown') return print([findingsMarkdown(findings, notes)]);
  return printTable(findings, findingColumns(notes));
}

function findingsPage(findings: readonly Finding[], notes: ReadonlyMap<string, string>): string {
  const table = htmlTable(
    'Figures that cannot all be right, or need care',
    ['severity', 'what does not fit', 'figures', 'consistent', 'where', 'check', 'acknowledged'],
    findings.map((finding) => [
      finding.severity,
      finding.explain,
      finding.figures.join(', '),
      finding.expected === null ? '' : String(finding.expected),
      whereOf(finding),
      finding.rule,
      notes.get(finding.id) ?? '',
    ]),
    findings.map(({ severity }) => severity),
  );
  return htmlPage('Audit', table);
}

function findingsMarkdown(findings: readonly Finding[], notes: ReadonlyMap<string, string>): string {
  const items = findings.map((finding) => {
    const note = notes.get(finding.id);
    const said = note ? `\n  Acknowledged: ${plain(note)}` : '';
    return `- **${finding.severity}** ${plain(finding.explain)}\n  ${plain(whereOf(finding))} (\`${finding.rule}\`, ${finding.id.slice(0, 8)})${said}\n`;
  });
  return `# Audit\n\n${items.join('') || 'Nothing was found.\n'}`;
}

/** Text of papers as Markdown that shows it as it is. */
function plain(text: string): string {
  return safeText(text).replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}
