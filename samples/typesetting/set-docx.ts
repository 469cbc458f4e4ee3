import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, headerRows, type List, type Run, type Sample, type Table as SampleTable } from './sample.ts';
import { steadyDocx } from './steady-docx.ts';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
/** Width of the text on an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9026;
/** Font sizes in half points. */
const SIZES = { text: 22, cell: 18, narrowCell: 14, furniture: 16 };
/** A table of more columns is set in the narrow size. */
const NARROW_FROM = 9;

/** Sets a sample as a Word document; the same bytes every time. */
export async function setDocx(sample: Sample): Promise<Uint8Array> {
  const lists: number[] = [];
  const children = sample.blocks.flatMap((block) => setBlock(block, { level: 0, list: null, lists }));
  const document = new Document({
    creator: 'Scrutineer samples',
    title: sample.name,
    styles: { default: { document: { run: { font: 'Arial', size: SIZES.text } } } },
    numbering: { config: lists.map(numbering) },
    footnotes: Object.fromEntries(
      sample.notes.map(({ number, runs }) => [number, { children: [new Paragraph({ children: setRuns(runs) })] }]),
    ),
    sections: [{ headers: { default: header(sample) }, footers: { default: footer(sample) }, children }],
  });
  return steadyDocx(await Packer.toBuffer(document));
}

/** Where a block stands: the level of its list, and the list that numbers it. */
interface Setting {
  readonly level: number;
  readonly list: string | null;
  /** The first numbers of all numbered lists so far. */
  readonly lists: number[];
}

function numbering(start: number, index: number) {
  const level = { level: 0, format: 'decimal', text: '%1.', start, alignment: AlignmentType.START } as const;
  return { reference: listName(index), levels: [level] };
}

function listName(index: number): string {
  return `list-${index}`;
}

function header({ header }: Sample): Header {
  const children = [new TextRun({ text: header, size: SIZES.furniture })];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

function footer({ footer }: Sample): Footer {
  const pages = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  const children = [
    new TextRun({ text: `${footer}    `, size: SIZES.furniture }),
    new TextRun({ children: pages, size: SIZES.furniture }),
  ];
  return new Footer({ children: [new Paragraph({ children })] });
}

function setBlock(block: Block, setting: Setting): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.depth - 1]!,
          keepNext: true,
          spacing: { before: 200, after: 100 },
          children: setRuns(block.runs),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...marker(setting), spacing: { after: 120 }, children: setRuns(block.runs) })];
    case 'list':
      return setList(block, setting);
    case 'table':
      return [setTable(block), new Paragraph({ spacing: { after: 60 }, children: [] })];
  }
}

function marker({ level, list }: Setting): Partial<IParagraphOptions> {
  if (level === 0) return {};
  return list === null ? { bullet: { level: level - 1 } } : { numbering: { reference: list, level: 0 } };
}

function setList({ start, items }: List, { level, lists }: Setting): FileChild[] {
  const list = start === null ? null : listName(lists.push(start) - 1);
  return items.flatMap((blocks) => blocks.flatMap((block) => setBlock(block, { level: level + 1, list, lists })));
}

function setTable(table: SampleTable): Table {
  const heads = headerRows(table);
  const width = Math.floor(TEXT_WIDTH / (table.columns + 1));
  const columnWidths = Array.from({ length: table.columns }, (_, column) =>
    column === 0 ? TEXT_WIDTH - width * (table.columns - 1) : width,
  );
  const size = table.columns >= NARROW_FROM ? SIZES.narrowCell : SIZES.cell;
  const rows = table.rows.map((row, index) => {
    const children = row.map(({ colSpan, rowSpan, header, runs }) => {
      const content = new Paragraph({ children: setRuns(runs, { size, bold: header }) });
      return new TableCell({ columnSpan: colSpan, rowSpan, children: [content] });
    });
    return new TableRow({ children, tableHeader: index < heads, cantSplit: true });
  });
  return new Table({ rows, columnWidths, width: { size: TEXT_WIDTH, type: WidthType.DXA } });
}

function setRuns(
  runs: readonly Run[],
  { size, bold = false }: { size?: number; bold?: boolean } = {},
): ParagraphChild[] {
  return runs.map((run) => {
    if (run.kind === 'break') return new TextRun({ break: 1 });
    if (run.kind === 'note') return new FootnoteReferenceRun(run.number);
    const { text, italic, superscript } = run;
    return new TextRun({
      text,
      bold: bold || run.bold,
      italics: italic,
      superScript: superscript,
      ...(size === undefined ? {} : { size }),
    });
  });
}
