import { load } from 'js-yaml';
import type { BlockContent, DefinitionContent, PhrasingContent, Root, Table as SourceTable } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readHtmlTable } from './html-table.ts';
import type { Block, Cell, Note, Run, Sample, Table } from './sample.ts';

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n\n/;
const PLAIN = { bold: false, italic: false, superscript: false };
type Style = typeof PLAIN;

/**
 * Reads the source of a sample: Markdown with front matter (`header`, `footer`), GitHub's tables and footnotes, and an
 * HTML table wherever cells are merged.
 *
 * @throws Error where the source uses anything else
 */
export function readSource(name: string, source: string): Sample {
  const front = FRONT_MATTER.exec(source);
  if (!front) throw new Error(`${name}: front matter with header and footer is missing`);
  const { header, footer } = load(front[1]!) as { header: string; footer: string };
  const tree = unified().use(remarkParse).use(remarkGfm).parse(source.slice(front[0].length)) as Root;
  const children = tree.children as (BlockContent | DefinitionContent)[];
  return { name, header, footer, blocks: children.flatMap(blockOf), notes: children.flatMap(noteOf) };
}

/** The paper as it is published in Markdown: the source without its front matter. */
export function publishedMarkdown(source: string): string {
  return source.replace(FRONT_MATTER, '');
}

function blockOf(node: BlockContent | DefinitionContent): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, runs: runsOf(node.children) }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(node.children) }];
    case 'list': {
      const items = node.children.map((item) => item.children.flatMap(blockOf));
      return [{ kind: 'list', start: node.ordered ? (node.start ?? 1) : null, items }];
    }
    case 'table':
      return [tableOf(node)];
    case 'html':
      return [readHtmlTable(node.value)];
    case 'footnoteDefinition':
      return [];
    default:
      throw new Error(`a sample cannot hold a ${node.type}`);
  }
}

function noteOf(node: BlockContent | DefinitionContent): Note[] {
  if (node.type !== 'footnoteDefinition') return [];
  const runs = node.children.flatMap((child) => (child.type === 'paragraph' ? runsOf(child.children) : []));
  return [{ number: Number(node.identifier), runs }];
}

function tableOf(node: SourceTable): Table {
  const rows = node.children.map((row, index) =>
    row.children.map(
      (cell, column): Cell => ({ column, rowSpan: 1, colSpan: 1, header: index === 0, runs: runsOf(cell.children) }),
    ),
  );
  return { kind: 'table', columns: rows[0]!.length, rows };
}

function runsOf(nodes: readonly PhrasingContent[], style: Style = PLAIN): Run[] {
  let superscript = style.superscript;
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value.replace(/\n/g, ' '), ...style, superscript }];
      case 'strong':
        return runsOf(node.children, { ...style, superscript, bold: true });
      case 'emphasis':
        return runsOf(node.children, { ...style, superscript, italic: true });
      case 'break':
        return [{ kind: 'break' }];
      case 'footnoteReference':
        return [{ kind: 'note', number: Number(node.identifier) }];
      case 'html':
        superscript = node.value === '<sup>';
        return [];
      default:
        throw new Error(`a sample cannot hold a ${node.type} within its text`);
    }
  });
}
