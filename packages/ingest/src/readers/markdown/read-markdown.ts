import type { Block, PaperTree, Place, StepResult } from '@scrutineer/model';
import { MEDIA_TYPES } from '@scrutineer/model';
import { promoteBoldHeadings } from '../repair/promote-headings.ts';
import { repairBlocks } from '../repair/repair-blocks.ts';
import { spanTitleRows } from '../repair/span-title-rows.ts';
import { splitSwallowedItems } from '../repair/split-swallowed-items.ts';
import { titleTables } from '../repair/title-tables.ts';
import { lineIndex } from '../text/line-index.ts';
import { type PlacedBlock, type ReadHtmlBlock, readBlocks } from './blocks.ts';
import { frontMatterRegion, readFrontMatter } from './front-matter.ts';
import { type MarkdownSource, markdownParser } from './inline.ts';
import { nestLists } from './nest-lists.ts';
import { restoreMarkers } from './restore-markers.ts';
import { lineGroups, sourceLines } from './source-lines.ts';
import { readTable } from './table.ts';
import { tablesOfGroup } from './table-lines.ts';

/** What takes a table's place in the text that the Markdown parser sees: it ends a paragraph or list, and vanishes. */
const PLACEHOLDER = '***';

/** Reads the text of a Markdown file. Every offset of the tree points into that text. */
export async function readMarkdown(text: string): Promise<StepResult<PaperTree>> {
  const lineAt = lineIndex(text);
  const source: MarkdownSource = { text, placeAt: (offset): Place => ({ kind: 'line', line: lineAt(offset) }) };
  const header = frontMatterRegion(text);
  const htmlTables = htmlTableRegions(text);
  const claimed = header ? [header, ...htmlTables] : htmlTables;
  const tables = lineGroups(sourceLines(blanked(text, claimed))).flatMap(tablesOfGroup);
  const regions = [...claimed, ...tables].sort((a, b) => a.start - b.start);
  const rest: MarkdownSource = { ...source, text: bounded(blanked(text, regions)) };
  const parsed = markdownParser.parse(bounded(blanked(text, regions, PLACEHOLDER)));
  const htmlIn = await htmlReader(rest.text, htmlTables);
  const blocks = [
    ...(header ? [{ start: 0, block: readFrontMatter(source, header.end) }] : []),
    ...readBlocks(parsed.children, { source: rest, readHtml: htmlIn(rest) }),
    ...htmlTables.flatMap(({ start, end }) => htmlIn(source)(start, end).map((block) => ({ start, block }))),
    ...tables.map((lines): PlacedBlock => ({ start: lines.start, block: readTable(lines, source) })),
  ];
  const ordered = nestLists(
    blocks.sort((a, b) => a.start - b.start),
    text,
  );
  const children = mended(ordered.map(({ block }) => block));
  const value: PaperTree = { type: 'root', mediaType: MEDIA_TYPES.markdown, text, pages: null, children };
  return { status: 'complete', value, messages: [] };
}

/** The same text, as long, without what the parser would take very long for. */
function bounded(text: string): string {
  return fewBrackets(shallow(text));
}

/** Containers within containers that a line of a real paper never reaches; the parser recurses into each. */
const MOST_NESTED = 100;

/** The same text with the marks of quotes and lists beyond that depth taken for blanks of the sentence. */
function shallow(text: string): string {
  const tooDeep = new RegExp(`^((?:[ \\t]*[>*+-]){${MOST_NESTED}})([ \\t>*+-]+)`, 'gm');
  return text.replace(tooDeep, (_, kept: string, excess: string) => kept + '\u00a0'.repeat(excess.length));
}

/** Square brackets that a paragraph of a real paper never opens; the parser looks for the end of each among all. */
const MOST_BRACKETS = 1000;

/** The same text with the square brackets that a paragraph opens beyond that number taken for blanks. */
function fewBrackets(text: string): string {
  let opened = 0;
  return text.replace(/\n[ \t\r]*\n|\[/g, (found) => {
    if (found !== '[') opened = 0;
    else opened += 1;
    return opened > MOST_BRACKETS ? '\u00a0' : found;
  });
}

function mended(blocks: readonly Block[]): Block[] {
  const repaired = repairBlocks(restoreMarkers(splitSwallowedItems(blocks)));
  return titleTables(spanTitleRows(promoteBoldHeadings(repaired)));
}

/** HTML tables are taken out whole: to Markdown, a blank line within one would end it. */
function htmlTableRegions(text: string): Region[] {
  const regions: Region[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of text.matchAll(/<(\/?)table\b[^<>]*>/gi)) {
    if (!tag[1]) {
      if (depth === 0) start = tag.index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) regions.push({ start, end: tag.index + tag[0].length });
    }
  }
  return regions;
}

interface Region {
  readonly start: number;
  readonly end: number;
}

/** The same text with regions of it blanked out, so that all other offsets stay; each begins with the placeholder. */
function blanked(text: string, regions: readonly Region[], placeholder = ''): string {
  const parts: string[] = [];
  let end = 0;
  for (const region of regions) {
    const blanks = text.slice(region.start, region.end).replace(/[^\r\n]/g, ' ');
    const fits = /^ */.exec(blanks)![0].length >= placeholder.length;
    parts.push(text.slice(end, region.start), fits ? placeholder + blanks.slice(placeholder.length) : blanks);
    end = region.end;
  }
  return parts.join('') + text.slice(end);
}

/** A line that begins with a tag may begin a block of HTML. */
const TAG_AT_LINE_START = /^[ \t>*+-]*<[a-z!/?]/im;

/** The reader of HTML within this paper; it is loaded only where the paper holds some. */
async function htmlReader(text: string, tables: readonly Region[]): Promise<(source: MarkdownSource) => ReadHtmlBlock> {
  if (tables.length === 0 && !TAG_AT_LINE_START.test(text)) return () => () => [];
  const { readHtmlFragment } = await import('../html/read-html.ts');
  return (source) => (start, end) => readHtmlFragment(source.text, start, end, source.placeAt);
}
