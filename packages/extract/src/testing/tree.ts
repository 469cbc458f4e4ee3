import type { Block, Heading, List, PaperTree, Paragraph, Table, TableCell, Text } from '@scrutineer/model';

/**
 * A tiny paper written as lines of text, for tests: `# ` and `## ` are headings, `- ` are list items, lines with `|` are
 * table rows (the first is marked as header), all else are paragraphs. Blank lines part blocks.
 */
export function paperOf(source: string): PaperTree {
  const blocks: Block[] = [];
  const groups = source.replace(/^\n+|\s+$/g, '').split(/\n\s*\n/);
  let line = 1;
  for (const group of groups) {
    blocks.push(...blocksOf(group.split('\n'), line, source));
    line += group.split('\n').length + 1;
  }
  return { type: 'root', mediaType: 'text/markdown', text: source, pages: null, children: blocks };
}

function blocksOf(lines: string[], line: number, source: string): Block[] {
  if (lines[0]!.includes('|')) return [tableOf(lines, line, source)];
  if (lines[0]!.startsWith('- ')) return [listOf(lines, line, source)];
  const heading = /^(#+) (.*)$/.exec(lines[0]!);
  if (heading)
    return [
      { type: 'heading', depth: heading[1]!.length, children: [textOf(heading[2]!, line, source)] } satisfies Heading,
    ];
  const pieces = lines.flatMap((text, index) => [
    ...(index > 0 ? [textOf('\n', line + index - 1, source)] : []),
    textOf(text, line + index, source),
  ]);
  return [{ type: 'paragraph', children: pieces } satisfies Paragraph];
}

function listOf(lines: string[], line: number, source: string): List {
  return {
    type: 'list',
    ordered: false,
    children: lines.map((text, index) => ({
      type: 'listItem' as const,
      marker: '-',
      children: [{ type: 'paragraph' as const, children: [textOf(text.slice(2), line + index, source)] }],
    })),
  };
}

function tableOf(lines: string[], line: number, source: string): Table {
  const rows = lines.map((text) => text.split('|').map((cell) => cell.trim()));
  const columns = Math.max(...rows.map((row) => row.length));
  const cells: TableCell[] = rows.flatMap((row, index) =>
    row.map((cell, column) => ({
      type: 'tableCell' as const,
      row: index,
      column,
      rowSpan: 1,
      colSpan: row.length === 1 ? columns : 1,
      header: index === 0,
      place: null,
      children: cell ? [textOf(cell, line + index, source)] : [],
    })),
  );
  return { type: 'table', title: null, rows: rows.length, columns, parts: [], children: cells };
}

/** Spans are those of the first such text in the source: enough for tests, which compare no offsets of repeated text. */
function textOf(value: string, line: number, source: string): Text {
  const start = Math.max(source.indexOf(value), 0);
  return { type: 'text', value, span: { start, end: start + value.length }, place: { kind: 'line', line } };
}
