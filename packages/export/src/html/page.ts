import { contentPolicy } from './content-policy.ts';
import { escapeHtml } from './escape.ts';
import { STYLE } from './style.ts';

/** A self-contained page that loads nothing and runs nothing. @param body HTML */
export function htmlPage(title: string, body: string): string {
  const style = `<style>${STYLE}</style>`;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
${contentPolicy(style + body)}
<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
${style}</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}
</body></html>
`;
}

/** A table of texts with a caption. @param classes of the rows, where they have any */
export function htmlTable(
  caption: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  classes: readonly string[] = [],
): string {
  const head = headers.map((header) => `<th scope="col">${escapeHtml(header)}</th>`).join('');
  const body = rows.map((row, index) => {
    const cells = row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr${classes[index] ? ` class="${classes[index]}"` : ''}>${cells}</tr>`;
  });
  return `<table><caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>`;
}
