import type { Block, Cell, Note, Run, Sample, Table } from './sample.ts';
import { plainText } from './sample.ts';

/** Sets a sample as a web page. */
export function setHtml({ header, footer, blocks, notes }: Sample): string {
  const title = blocks.find((block) => block.kind === 'heading');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title ? plainText(title.runs) : header)}</title>
<style>body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem } table { border-collapse: collapse } th, td { border: 1px solid; padding: .2rem .5rem; text-align: left }</style>
</head>
<body>
<header>${escaped(header)}</header>
<main>
${blocks.map(block).join('\n')}
${notes.length > 0 ? footnotes(notes) : ''}</main>
<footer>${escaped(footer)}</footer>
</body>
</html>
`;
}

function block(node: Block): string {
  switch (node.kind) {
    case 'heading':
      return `<h${node.depth}>${text(node.runs)}</h${node.depth}>`;
    case 'paragraph':
      return `<p>${text(node.runs)}</p>`;
    case 'list': {
      const [open, close] = node.start === null ? ['<ul>', '</ul>'] : [`<ol start="${node.start}">`, '</ol>'];
      return [open, ...node.items.map((item) => `<li>${item.map(block).join('\n')}</li>`), close].join('\n');
    }
    case 'table':
      return table(node);
  }
}

function table({ rows }: Table): string {
  return ['<table>', ...rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`), '</table>'].join('\n');
}

function cell({ header, colSpan, rowSpan, runs }: Cell): string {
  const name = header ? 'th' : 'td';
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  return `<${name}${spans}>${text(runs)}</${name}>`;
}

function footnotes(notes: readonly Note[]): string {
  const items = notes.map(({ number, runs }) => `<li id="note-${number}">${text(runs)}</li>`);
  return `<section class="footnotes">\n<ol>\n${items.join('\n')}\n</ol>\n</section>\n`;
}

function text(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.kind === 'break') return '<br>\n';
      if (run.kind === 'note') return `<sup><a href="#note-${run.number}">${run.number}</a></sup>`;
      let marked = escaped(run.text);
      if (run.superscript) marked = `<sup>${marked}</sup>`;
      if (run.italic) marked = `<em>${marked}</em>`;
      return run.bold ? `<strong>${marked}</strong>` : marked;
    })
    .join('');
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
