import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import type { Column } from '../column.ts';
import { OBSERVATION_COLUMNS } from '../columns.ts';
import { linkFormula, withShownTexts } from '../excel/hyperlink.ts';
import { sheetNames } from '../excel/sheet-names.ts';
import { sheetParts } from '../excel/sheet-parts.ts';
import { ExportError } from '../export-error.ts';
import { placeInFile } from '../place.ts';
import type { ExportFile, ExportOptions, ExportRow, Rows } from '../row.ts';

/** Rows that are held in memory: some ten kilobytes each while the workbook is put together. */
const MOST_ROWS = 300_000;
/** Characters of a cell's text: Excel has no more. */
const MOST_CHARACTERS = 32_767;
/** Measures that the registry does not know, or that belong to none of its groups. */
const NO_GROUP = 'Other measures';
/** The first day that a ZIP can name, for every file in it. */
const FIXED_DATE = '1980-01-01T00:00:00';

const TOO_MANY =
  'these are more than the 300,000 observations that a workbook is made of: choose fewer by measure, area, period or paper, or take parquet or csv';

/**
 * Observations as an Excel workbook (Office Open XML), one sheet for each group of measures, with a link to the place of
 * each figure. All rows are held in memory; a group with too many for one sheet goes on in further sheets.
 * Text is always text: one that begins with =, +, - or @ is not taken for a formula.
 *
 * @throws ExportError where there are more rows than memory should hold
 */
export async function* toExcel(rows: Rows<ExportRow>, { groupOf }: ExportOptions): AsyncGenerator<ExportFile> {
  const groups = new Map<string, Cell[][]>();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > MOST_ROWS) throw new ExportError(TOO_MANY);
    const group = groupOf(row.observation.measure.id) ?? NO_GROUP;
    const cells = [placeCell(row), ...OBSERVATION_COLUMNS.map((column) => cellOf(column, row))];
    if (!groups.get(group)?.push(cells)) groups.set(group, [cells]);
  }
  yield { name: 'observations.xlsx', content: [await workbook(groups)] };
}

async function workbook(groups: ReadonlyMap<string, Cell[][]>): Promise<Uint8Array> {
  const sorted = [...groups].sort(([a], [b]) => Number(a === NO_GROUP) - Number(b === NO_GROUP) || (a < b ? -1 : 1));
  const parts = sorted.flatMap(([group, rows]) => sheetParts(rows).map((part) => ({ group, rows: part })));
  const filled = parts.length > 0 ? parts : [{ group: NO_GROUP, rows: [] }];
  const names = sheetNames(filled.map(({ group }) => group));
  const sheets = filled.map(({ rows }, index) => sheetOf(names[index]!, rows));
  const blob = await writeXlsxFile(sheets).toBlob();
  return steady(new Uint8Array(await blob.arrayBuffer()));
}

function sheetOf(name: string, rows: readonly Cell[][]): Sheet<Blob> {
  const titles = ['Place', ...OBSERVATION_COLUMNS.map(({ title }) => title)];
  return {
    sheet: name,
    data: [titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows],
    columns: [{ width: 36 }, ...OBSERVATION_COLUMNS.map(({ type, name }) => ({ width: widthOf(type, name) }))],
    dateFormat: 'yyyy-mm-dd',
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

function widthOf(type: Column<unknown>['type'], name: string): number {
  if (name === 'measure' || name === 'quote') return 36;
  return type === 'text' || type === 'list' ? 18 : 12;
}

/** A plain value, which the writer takes for what it is: a string never for a formula. */
function cellOf({ type, value }: Column<ExportRow>, row: ExportRow): Cell {
  const held = value(row);
  if (held === null || typeof held === 'number') return held;
  if (type === 'date') return new Date(`${held}T00:00:00Z`);
  const text = typeof held === 'string' ? held : listText(held);
  return text === '' ? null : cellText(text);
}

/**
 * The text as a cell can hold it: with line feeds for line breaks, and not longer than Excel has it. What Excel would read
 * as an escaped character (ECMA-376 part 1, section 22.9.2.19: `_x0041_` is A) is itself escaped.
 */
function cellText(text: string): string {
  const cut = text.replace(/\r\n?/g, '\n').slice(0, MOST_CHARACTERS);
  return cut.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
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
  // A paper whose folder is not told is to be found by nobody.
  if (!/[\\/]/.test(row.paper.origin)) return text;
  const formula = linkFormula({ address: addressOf(row), text });
  return formula === null
    ? text
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
