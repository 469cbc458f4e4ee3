import type { Block, ListItem, Paragraph, Table, TableCell, Text } from '@scrutineer/model';

/** Blocks with their spans, and the text that these point into. */
export interface LaidOut {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * Writes the text of a paper that is no text file, and gives every piece its span in it: leaves in reading order, one
 * a line, the cells of a table row set apart by tabs.
 */
export function layOut(blocks: readonly Block[]): LaidOut {
  const writer: Writer = { parts: [], length: 0 };
  const laidOut = blocks.map((block) => layOutBlock(block, writer));
  return { text: writer.parts.join(''), blocks: laidOut };
}

interface Writer {
  readonly parts: string[];
  length: number;
}

function write(writer: Writer, value: string): void {
  writer.parts.push(value);
  writer.length += value.length;
}

function layOutBlock(block: Block, writer: Writer): Block {
  switch (block.type) {
    case 'list':
      return { ...block, children: block.children.map((item) => layOutItem(item, writer)) };
    case 'table':
      return layOutTable(block, writer);
    case 'footnoteDefinition':
      return { ...block, children: block.children.map((child) => layOutLeaf(child, writer)) as Paragraph[] };
    default:
      return layOutLeaf(block, writer);
  }
}

function layOutItem(item: ListItem, writer: Writer): ListItem {
  return { ...item, children: item.children.map((child) => layOutBlock(child, writer)) };
}

function layOutTable(table: Table, writer: Writer): Table {
  const cells: TableCell[] = [];
  for (const [index, cell] of table.children.entries()) {
    if (index > 0) write(writer, cell.row === table.children[index - 1]!.row ? '\t' : '\n');
    cells.push({ ...cell, children: cell.children.map((part) => layOutPiece(part, writer)) });
  }
  write(writer, '\n');
  return { ...table, children: cells };
}

function layOutLeaf<T extends { readonly children: readonly Text[] }>(leaf: T, writer: Writer): T {
  const children = leaf.children.map((part) => layOutPiece(part, writer));
  write(writer, '\n');
  return { ...leaf, children };
}

function layOutPiece(part: Text, writer: Writer): Text {
  const start = writer.length;
  write(writer, part.value);
  return { ...part, span: { start, end: writer.length } };
}
