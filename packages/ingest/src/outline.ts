import type { Block, List, PaperTree, Place, Table, Text } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';

/**
 * A readable rendering of a tree, one leaf a line, indented, with the place of each leaf:
 *
 *     # Background                                       line 3
 *     paragraph  The Panel is asked …                    line 5
 *     table 2 x 3 "Offences"                             line 7
 *       0,0  Measure                                     line 7
 */
export function outline(tree: PaperTree): string {
  return `${tree.children.flatMap((block) => blockLines(block)).join('\n')}\n`;
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [line(`${'#'.repeat(block.depth)} `, block)];
    case 'paragraph':
      return [line(block.outline?.heads ? `paragraph, heads at ${block.outline.heads} ` : 'paragraph ', block)];
    case 'furniture':
      return [line(`furniture (${block.role}) `, block)];
    case 'list':
      return listLines(block);
    case 'table':
      return tableLines(block);
    case 'footnoteDefinition':
      return [`footnote ${block.identifier}`, ...indented(block.children.flatMap(blockLines))];
  }
}

function listLines(list: List): string[] {
  const items = list.children.flatMap((item) => [
    `item ${item.marker ?? '(no marker)'}`,
    ...indented(item.children.flatMap(blockLines)),
  ]);
  return [list.ordered ? 'list, ordered' : 'list', ...indented(items)];
}

function tableLines(table: Table): string[] {
  const title = table.title === null ? '' : ` ${JSON.stringify(table.title)}`;
  const parts = table.parts.map((part) => ` p${part.page}`).join('');
  const cells = table.children.map((cell) => {
    const spans = cell.rowSpan > 1 || cell.colSpan > 1 ? ` (${cell.rowSpan}x${cell.colSpan})` : '';
    return line(`${cell.row},${cell.column}${spans}${cell.header ? ' header' : ''} `, cell);
  });
  return [`table ${table.rows}x${table.columns}${title}${parts}${repairNote(table)}`, ...indented(cells)];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((text) => `  ${text}`);
}

function line(
  label: string,
  leaf: { readonly children: readonly Text[]; readonly repairs?: readonly string[] },
): string {
  const text = leafText(leaf).replace(/\n/g, ' ⏎ ');
  const place = leaf.children[0] ? `  [${placeText(leaf.children[0].place)}]` : '';
  return `${label}${text}${place}${repairNote(leaf)}`.trimEnd();
}

function repairNote(node: { readonly repairs?: readonly string[] }): string {
  return node.repairs && node.repairs.length > 0 ? `  {${node.repairs.join(', ')}}` : '';
}

function placeText(place: Place): string {
  switch (place.kind) {
    case 'line':
      return `line ${place.line}`;
    case 'block':
      return `block ${place.index}`;
    case 'page':
      return `page ${place.page} at ${place.box.map((side) => Math.round(side)).join(' ')}`;
  }
}
