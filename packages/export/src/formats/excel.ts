import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import type { Column } from '../column.ts';
import { OBSERVATION_COLUMNS } from '../columns.ts';
import { linkFormula, withShownTexts } from '../excel/hyperlink.ts';
import { sheetNames } from '../excel/sheet-names.ts';
import { placeInFile } from '../place.ts';
import type { ExportFile, ExportOptions, ExportRow, Rows } from '../row.ts';

/** Rows of a sheet, its heading among them: Excel has no more (ECMA-376 leaves it open). */
const MOST_ROWS = 1_048_576;
/** Characters of a cell's text: Excel has no more. */
const MOST_CHARACTERS = 32_767;
/** Measures that the registry does not know, or that belong to none of its groups. */
const NO_GROUP = 'Other measures';
/** The first day that a ZIP can name, for every file in it. */
const FIXED_DATE = '1980-01-01T00:00:00';

type SheetOf = Sheet<Blob>;

/**
 * Observations as an Excel workbook (Office Open XML), one sheet for each group of measures, with a link to the place of
 * each figure. All rows are held in memory; a group with more rows than a sheet may have goes on in further sheets.
 * Text is always text: one that begins with =, +, - or @ is not taken for a formula.
 */
export async function* toExcel(rows: Rows<ExportRow>, { groupOf }: ExportOptions): AsyncGenerator<ExportFile> {
  const groups = new Map<string, Cell[][]>();
  for await (const row of rows) {
    const group = groupOf(row.observation.measure.id) ?? NO_GROUP;
    const cells = [placeCell(row), ...OBSERVATION_COLUMNS.map((column) => cellOf(column, row))];
    if (!groups.get(group)?.push(cells)) groups.set(group, [cells]);
  }
  yield { name: 'observations.xlsx', content: [await workbook(groups)] };
}

async function workbook(groups: ReadonlyMap<string, Cell[][]>): Promise<Uint8Array> {
  const sorted = [...groups].sort(([a], [b]) => Number(a === NO_GROUP) - Number(b === NO_GROUP) || (a < b ? -1 : 1));
  const parts = sorted.flatMap(([group, rows]) => partsOf(rows).map((part) => ({ group, rows: part })));
  const filled = parts.length > 0 ? parts : [{ group: NO_GROUP, rows: [] }];
  const names = sheetNames(filled.map(({ group }) => group));
  const sheets = filled.map(({ rows }, index) => sheetOf(names[index]!, rows));
  const blob = await writeXlsxFile(sheets).toBlob();
  return steady(new Uint8Array(await blob.arrayBuffer()));
}

function partsOf(rows: readonly Cell[][], size: number = MOST_ROWS - 1): Cell[][][] {
  const parts: Cell[][][] = [];
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size));
  return parts;
}

function sheetOf(name: string, rows: readonly Cell[][]): SheetOf {
  const titles = ['Place', ...OBSERVATION_COLUMNS.map(({ title }) => title)];
  return {
    sheet: name,
    data: [titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows],
    columns: [{ width: 36 }, ...OBSERVATION_COLUMNS.map(({ type, name }) => ({ width: widthOf(type, name) }))],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

function widthOf(type: Column<unknown>['type'], name: string): number {
  if (name === 'measure' || name === 'quote') return 36;
  return type === 'text' || type === 'list' ? 18 : 12;
}

function cellOf({ type, value }: Column<ExportRow>, row: ExportRow): Cell {
  const held = value(row);
  if (held === null) return null;
  if (typeof held === 'number') return { value: held, type: Number };
  if (type === 'date') return { value: new Date(`${held}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  const text = typeof held === 'string' ? held : listText(held);
  return text === '' ? null : { value: cellText(text), type: String };
}

/** The text as a cell can hold it: with line feeds for line breaks, and not longer than Excel has it. */
function cellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').slice(0, MOST_CHARACTERS);
}

/** A list as a person reads it: "Sex: female; Age: under 18". */
function listText(list: readonly unknown[]): string {
  return list
    .map((entry) => (typeof entry === 'object' && entry !== null ? Object.values(entry).join(': ') : String(entry)))
    .join('; ');
}

/** Where the figure stands, as a link to the paper: of a PDF to the page. */
function placeCell(row: ExportRow): Cell {
  const text = placeInFile(row);
  const formula = linkFormula({ address: addressOf(row), text });
  return formula === null
    ? { value: text, type: String }
    : { value: formula, type: 'Formula', textColor: '#0563c1', textDecoration: { underline: true } };
}

function addressOf({ observation, paper: { origin } }: ExportRow): string {
  const address = /^[a-z][a-z0-9+.-]+:\/\//i.test(origin) ? origin : fileAddress(origin);
  const { page } = observation.source;
  return page === null ? address : `${address}#page=${page}`;
}

/** RFC 8089: each part of the path encoded, so that a # or a blank in a name ends nothing. */
function fileAddress(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent);
  return `file://${parts[0] === '' ? '' : '/'}${parts.join('/')}`;
}

/** The same workbook with a fixed date on each of its files, so that the same rows give the same bytes. */
function steady(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([path, content]): [string, Uint8Array] => [
    path,
    path.startsWith('xl/worksheets/sheet') ? strToU8(withShownTexts(strFromU8(content))) : content,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: FIXED_DATE });
}
