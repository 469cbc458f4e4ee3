import type { Block, Furniture } from '@scrutineer/model';
import { alignedTables } from './aligned/aligned-tables.ts';
import { type Region, readingRegions, regionAt } from './columns.ts';
import { continueText, type RegionText } from './continue-text.ts';
import { fitColumns } from './fit-columns.ts';
import { linesOf } from './lines.ts';
import type { Line, Page } from './page.ts';
import { furnitureLines, furnitureOf } from './page-furniture.ts';
import type { PageTable, TableFinder } from './page-table.ts';
import { ruledTables } from './ruled-tables.ts';
import { rightMargin, type TextBlock, textBlocks, usualLeading } from './text-blocks.ts';
import { headingNode, listNodes, paragraphNode, type Typography, tableNode, typographyOf } from './tree-blocks.ts';

/** The ways to find tables on a page, in the order they are tried; each gets the runs that the ones before left. */
const TABLE_FINDERS: readonly TableFinder[] = [ruledTables, alignedTables];

/** A page taken apart: its tables, and its lines by the region they stand in. */
interface PageContent {
  readonly page: Page;
  readonly tables: readonly PageTable[];
  readonly regions: readonly Region[];
  readonly lines: readonly (readonly Line[])[];
}

/** The blocks of all pages in reading order; what page breaks cut is still cut. */
export function pageBlocks(pages: readonly Page[]): Block[] {
  const contents = withFittedColumns(pages.map((page, index) => pageContent(page, pages[index - 1], pages[index + 1])));
  const furniture = furnitureLines(
    contents.map(({ page, lines }) => ({ page: page.number, height: page.height, lines: lines.flat() })),
  );
  const separate = textsOf(contents, furniture);
  const typography = typographyOf(separate.flat(2));
  const texts = withContinuedText(contents, separate, typography);
  return contents.flatMap((content, index): Block[] => [
    ...pageFurniture(content, furniture, 'header'),
    ...content.regions.flatMap((_, region) => regionBlocks(content, region, texts[index]![region]!, typography)),
    ...pageFurniture(content, furniture, 'footer'),
  ]);
}

/** Tables that go on over a page break get the same columns on both pages. */
function withFittedColumns(contents: readonly PageContent[]): PageContent[] {
  const fitted = fitColumns(contents.map(({ tables }) => tables));
  return contents.map((content, index) => ({ ...content, tables: fitted[index]! }));
}

function pageContent(page: Page, before: Page | undefined, after: Page | undefined): PageContent {
  let rest = page.runs;
  const tables: PageTable[] = [];
  for (const find of TABLE_FINDERS) {
    const found = find({ page, before, after }, rest);
    tables.push(...found.tables);
    rest = found.rest;
  }
  const boxes = tables.map((table) => table.box);
  const regions = readingRegions(rest, boxes, page.width, page.height);
  const regionOf = new Map(
    rest.map((run) => [run, regionAt(regions, (run.box[0] + run.box[2]) / 2, run.baseline - run.size / 3)]),
  );
  const lines = regions.map((_, region) => linesOf(rest.filter((run) => regionOf.get(run) === region)));
  return { page, tables: tables.sort((a, b) => a.box[1] - b.box[1]), regions, lines };
}

/** The text blocks of each region of each page. */
function textsOf(contents: readonly PageContent[], furniture: ReadonlyMap<Line, unknown>): TextBlock[][][] {
  const kept = contents.map(({ lines }) => lines.map((part) => part.filter((line) => !furniture.has(line))));
  const leading = usualLeading(kept.flat(2));
  const wide = contents.flatMap(({ regions }, index) => kept[index]!.filter((_, region) => !regions[region]!.isColumn));
  const pageMargin = rightMargin(wide.flat());
  return contents.map(({ regions, tables }, index) =>
    regions.map(({ isColumn }, region) => {
      const lines = kept[index]![region]!;
      return blocksBetweenTables(lines, tables, leading, isColumn ? rightMargin(lines) : pageMargin);
    }),
  );
}

/** Text that goes on in the next column or on the next page is joined to where it begins. */
function withContinuedText(
  contents: readonly PageContent[],
  texts: readonly (readonly (readonly TextBlock[])[])[],
  typography: Typography,
): (readonly TextBlock[])[][] {
  const regions = contents.flatMap((content, index) =>
    content.regions.map((_, region): RegionText => {
      const blocks = texts[index]![region]!;
      const tables = tablesOf(content, region).map((table) => table.box[1]);
      const top = blocks[0]?.firstLine.baseline ?? Number.POSITIVE_INFINITY;
      const bottom = blocks.at(-1)?.lines.at(-1)?.baseline ?? Number.NEGATIVE_INFINITY;
      return {
        page: content.page.number,
        isColumn: content.regions[region]!.isColumn,
        blocks,
        tableAbove: tables.some((table) => table < top),
        tableBelow: tables.some((table) => table > bottom),
      };
    }),
  );
  const continued = continueText(regions, (block) => headingNode(block, typography) !== null);
  return contents.map(({ regions: own }) => continued.splice(0, own.length));
}

/** A table parts the text above it from the text below. */
function blocksBetweenTables(
  lines: readonly Line[],
  tables: readonly PageTable[],
  leading: number,
  margin: number,
): TextBlock[] {
  const edges = [Number.NEGATIVE_INFINITY, ...tables.map((table) => table.box[1]), Number.POSITIVE_INFINITY];
  return edges.slice(1).flatMap((edge, index) => {
    const within = lines.filter((line) => line.baseline > edges[index]! && line.baseline <= edge);
    return textBlocks(within, leading, margin);
  });
}

function pageFurniture(
  { page, lines }: PageContent,
  roles: ReadonlyMap<Line, Furniture['role']>,
  side: 'header' | 'footer',
): Furniture[] {
  return lines.flat().flatMap((line) => {
    const role = roles.get(line);
    const isHeader = line.baseline < page.height / 2;
    return role && isHeader === (side === 'header') ? [furnitureOf(line, role)] : [];
  });
}

function tablesOf({ tables, regions }: PageContent, region: number): PageTable[] {
  return tables.filter(({ box }) => regionAt(regions, (box[0] + box[2]) / 2, box[1]) === region);
}

/** Text and tables of a region from top to bottom; neighbouring items become lists. */
function regionBlocks(
  content: PageContent,
  region: number,
  texts: readonly TextBlock[],
  typography: Typography,
): Block[] {
  const blocks: Block[] = [];
  let items: TextBlock[] = [];
  const close = () => {
    blocks.push(...listNodes(items));
    items = [];
  };
  const tables = content.tables.filter(
    ({ box }) => regionAt(content.regions, (box[0] + box[2]) / 2, box[1]) === region,
  );
  const placed = [
    ...texts.map((text) => ({ top: text.lines[0]!.baseline, text })),
    ...tables.map((table) => ({ top: table.box[1], table })),
  ].sort((a, b) => a.top - b.top);
  for (const entry of placed) {
    const heading = 'text' in entry ? headingNode(entry.text, typography) : null;
    if ('text' in entry && !heading && entry.text.kind === 'item') {
      items.push(entry.text);
      continue;
    }
    close();
    blocks.push('table' in entry ? tableNode(entry.table) : (heading ?? paragraphNode(entry.text)));
  }
  close();
  return blocks;
}
