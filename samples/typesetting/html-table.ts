import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Cell, Run, Table } from './sample.ts';

/**
 * Reads a table written in HTML: `table`, `tr`, `th` and `td` with `colspan` and `rowspan`, and in their cells text,
 * `br`, `sup`, `strong` and `em`.
 */
export function readHtmlTable(html: string): Table {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html) as Root;
  const taken: boolean[][] = [];
  const rows = named(tree, 'tr').map((row, index) => placeRow(row, index, taken));
  return { kind: 'table', columns: Math.max(...taken.map((row) => row.length)), rows };
}

/** Puts the cells of a row where the cells above leave room. */
function placeRow(row: Element, index: number, taken: boolean[][]): Cell[] {
  let column = 0;
  const cells = row.children.filter(
    (child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName),
  );
  return cells.map((cell) => {
    while (taken[index]?.[column]) column += 1;
    const colSpan = Number(cell.properties.colSpan ?? 1);
    const rowSpan = Number(cell.properties.rowSpan ?? 1);
    for (let y = index; y < index + rowSpan; y += 1) {
      taken[y] ??= [];
      for (let x = column; x < column + colSpan; x += 1) taken[y]![x] = true;
    }
    return { column, rowSpan, colSpan, header: cell.tagName === 'th', runs: runsOf(cell.children, new Set()) };
  });
}

function named(node: Root | Element, name: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === name ? [child] : named(child, name);
  });
}

function runsOf(nodes: readonly ElementContent[], around: ReadonlySet<string>): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') {
      const style = { bold: around.has('strong'), italic: around.has('em'), superscript: around.has('sup') };
      return [{ kind: 'text', text: node.value, ...style }];
    }
    if (node.type !== 'element') return [];
    return node.tagName === 'br' ? [{ kind: 'break' }] : runsOf(node.children, new Set([...around, node.tagName]));
  });
}
