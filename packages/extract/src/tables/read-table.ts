import type { TableCell } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import type { PaperContext } from '../context.ts';
import type { TablePassage, TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import { unitIn } from '../figures/units.ts';
import type { Interval } from '../periods/calendar.ts';
import { resolveMentions } from '../periods/pick.ts';
import { areaOfLabel } from '../registry/areas.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { cellValue } from './figures.ts';
import { distinctCells, type Grid, type GridCell, gridOf } from './grid.ts';
import { isState, readHeaderText } from './header-text.ts';
import { headerTextsOf } from './headers.ts';
import { type Axis, type Line, lineOf, readAxis } from './line.ts';
import { type AxisPeriods, periodsOf } from './line-periods.ts';
import { readCell } from './read-cell.ts';
import type { SectionReading } from './reading.ts';
import { type LineRole, readRoles } from './roles.ts';
import { factRows, isIndex, labelColumns, type Section, sectionsOf } from './rows.ts';
import { targetsOfLabel } from './target-in-label.ts';
import { readTopic, type Topic } from './topic.ts';

/** What a table gives: its figures, and the cells of prose that are read as sentences. */
export interface TableReading {
  readonly drafts: readonly Draft[];
  readonly prose: readonly TextPassage[];
}

/** A remark of few words beside figures that states one of its own: money or a percentage. */
const FIGURE_IN_WORDS = /£\s?\d|\d\s?%/;
/** Prose has more words than any label or remark. */
const PROSE_WORDS = 9;

/** Labels of fact rows whose value says what the table is of. */
const NAMES_MEASURE = /\b(?:categor\w+|crimes?|offences?|measure|indicator|metric|subject|title|survey)\b/i;

/** Reads every figure of a table by what its rows, its columns and the texts above them say together. */
export function readTable(passage: TablePassage, context: PaperContext): TableReading {
  const grid = gridOf(passage.table);
  const facts = factRows(grid);
  const topic = readTopic(
    passage,
    context,
    facts.filter(({ label }) => NAMES_MEASURE.test(label)).map(({ value }) => value),
  );
  let titles: readonly string[] = [];
  const drafts: Draft[] = [];
  for (const section of sectionsOf(grid, new Set(facts.map(({ row }) => row)))) {
    const told = section.titles.filter((title) => !KINDS.test(title.replace(/[*:]+/g, '').trim()));
    if (section.titles.length > 0) titles = told;
    drafts.push(...readSection(passage, context, grid, topic, { ...section, titles }));
  }
  return { drafts, prose: proseOf(passage, grid, drafts) };
}

function readSection(
  passage: TablePassage,
  context: PaperContext,
  grid: Grid,
  topic: Topic,
  section: Section,
): readonly Draft[] {
  const labels = labelColumns(grid, section);
  const units = unitColumn(grid, section, labels);
  const first = units === null ? labels : Math.max(labels, units + 1);
  const labelHeaders = headerTextsOf(grid, section.headers, 0);
  const labelHeader = labels === 0 ? '' : labelHeaders.at(-1) || announcedRows(passage);
  const within = context.area ? (areaOfLabel(context.area.label)?.within ?? context.area.label) : null;
  const spelt = spellingOut(context);
  const columns = readAxis(columnTexts(grid, section, first).map(spelt), '', within);
  const rowLabels = withHeaderAsLabel(rowTexts(grid, section, labels, units), labelHeader);
  const rows = readAxis(rowLabels.map(spelt), labelHeader, within);
  const reading = sectionReading(
    passage,
    context,
    grid,
    withLabelHeader(topic, labelHeader, rows, context),
    section,
    columns,
    rows,
  );
  const drafts = section.data.flatMap((row) => {
    const unit = units === null ? null : unitIn(grid.at(row, units)?.text ?? '');
    const cells = rowCells(grid, row, first);
    const targets = labels === 0 ? [] : targetsOfLabel(reading, grid.at(row, 0), row);
    return [...targets, ...cells.flatMap((cell) => readCell(reading, cell, row, unit))];
  });
  return noteMissingSigns(drafts);
}

/** "(LBI)" in a paper that says that it is the London Borough of Islington: an area by its short form. */
function spellingOut({ acronyms }: PaperContext) {
  const areas = new Map([...acronyms].filter(([, long]) => areaOfLabel(long) !== null));
  return <T extends { readonly texts: readonly string[] }>(line: T): T =>
    areas.size === 0 ? line : { ...line, texts: line.texts.map((text) => expandAcronyms(text, areas)) };
}

/** "Within each division the numbers were:", "Crime by district": what an announcement says that the rows are; "" for none. */
function announcedRows({ before }: TablePassage): string {
  return ROWS_ARE.exec(before ?? '')?.[1] ?? '';
}

const ROWS_ARE =
  /\b(?:each|every|per|by)\s+(division|district|borough|force|police force|bcu|lpa|csp|ward|local authority|locality)\b[^.]{0,60}[:.]?\s*$/i;

function onlyLevel({ lines }: Axis, roles: ReadonlyMap<number, LineRole>): string | null {
  const levels = lines.filter(({ index, names }) => roles.get(index)?.role === 'level' && names.length > 0);
  return levels.length === 1 ? levels[0]!.names.join(' - ') : null;
}

function sectionReading(
  passage: TablePassage,
  context: PaperContext,
  grid: Grid,
  topic: Topic,
  section: Section,
  columns: Axis,
  rows: Axis,
): SectionReading {
  const titles = section.titles.map(readHeaderText);
  const titlePeriods = periodsOf(
    [{ ...lineOf(0, []), headers: titles, periods: titles.flatMap(({ periods }) => periods) }],
    context.periods,
    topic.yearEnd,
    null,
  ).of(0);
  const period = titlePeriods.period ?? topic.period;
  const at = (row: number, column: number) => cellValue(grid.at(row, column)?.text ?? '');
  const columnRoles = readRoles(columns.lines, { rows: section.data, at });
  const isPlain = [...columnRoles.values()].every(({ role }) => role === 'level');
  const rowRoles = isPlain
    ? readRoles(rows.lines.map(asRole), {
        areRows: true,
        rows: columns.lines.map(({ index }) => index),
        at: (column, row) => at(row, column),
      })
    : new Map();
  const rowPeriods = periodsOf(rows.lines, context.periods, topic.yearEnd, period);
  const isBare = columns.lines.every(({ headers }) => headers.length === 0);
  const columnPeriods =
    isBare && topic.periods.length === columns.lines.length && columns.lines.length > 1
      ? inOrder(columns, topic.periods)
      : periodsOf(columns.lines, context.periods, topic.yearEnd, period, true, (column) =>
          section.data.some((row) => at(row, column) !== null),
        );
  return {
    passage,
    context,
    grid,
    topic,
    section,
    onlyLevel: onlyLevel(columns, columnRoles),
    titles,
    period: titlePeriods.period,
    columns: new Map(columns.lines.map((line) => [line.index, line])),
    rows: new Map(rows.lines.map((line) => [line.index, line])),
    columnRoles,
    rowRoles,
    columnPeriods,
    rowPeriods,
    at,
  };
}

/** "per cent satisfied, year to February 2017 then year to February 2016" over two columns without headers. */
function inOrder({ lines }: Axis, periods: readonly Interval[]): AxisPeriods {
  const of = new Map(lines.map(({ index }, at) => [index, { period: periods[at]!, baseline: null, notes: [] }]));
  return { of: (index) => of.get(index)!, span: null };
}

/** A row is a change where its label says that and nothing else; "Income increase" is the name of an item. */
function asRole(line: Line): Line {
  return line.names.length === 0 ? line : { ...line, cues: new Set([...line.cues].filter((cue) => cue === 'rank')) };
}

/** The header above the labels may itself say what the table is about or when: "Domestic abuse | …" over "High risk". */
function withLabelHeader(topic: Topic, labelHeader: string, rows: Axis, context: PaperContext): Topic {
  const header = readHeaderText(labelHeader);
  const tells = header.category !== '' && !rows.isAreas && !KINDS.test(header.name);
  return {
    ...topic,
    name: tells && topic.name === null ? header.name : topic.name,
    period:
      header.isPeriod || header.periods.length === 1
        ? (resolveMentions(header.periods, context.periods, null).intervals[0] ?? topic.period)
        : topic.period,
    unit: header.unit ?? topic.unit,
    scale: header.scale === 1 ? topic.scale : header.scale,
  };
}

/** Headers that say what kind of thing the labels are. */
const KINDS =
  /^(?:measures?|indicators?|(?:crime |offence )?(?:types?|categor(?:y|ies)|groups?)(?: of (?:crime|offence))?|crimes?|offences?|areas?|forces?|rank|grade|ethnicity|gender|sex|age(?: group)?|months?|years?|quarters?|periods?|descriptions?|items?|names?|bands?|metrics?|kpis?|priorit(?:y|ies)|questions?)$/i;

function columnTexts(grid: Grid, { headers }: Section, first: number) {
  const texts: { index: number; texts: string[] }[] = [];
  for (let index = first; index < grid.columns; index++)
    texts.push({ index, texts: headerTextsOf(grid, headers, index) });
  return texts;
}

function rowTexts(grid: Grid, section: Section, labels: number, units: number | null) {
  const numbered = labels > 1 && isIndex(section.data.flatMap((row) => grid.at(row, 0) ?? []));
  return section.data.map((row) => ({
    index: row,
    texts: distinctCells(grid, row)
      .filter(({ cell }) => cell.column < labels && cell.column !== units && !(numbered && cell.column === 0))
      .map(({ cell }) => plainLabel(cell))
      .filter((text, at) => text !== '' && (at === 0 || !isState(text))),
  }));
}

/** A row without a label has that of the header cell above it where a break parted the two ("Confidence" over its figures). */
function withHeaderAsLabel(rows: { index: number; texts: string[] }[], labelHeader: string) {
  const header = readHeaderText(labelHeader);
  const tells = header.category !== '' && !KINDS.test(header.name) && !header.isPeriod;
  return rows.map((row) => (row.texts.length === 0 && tells ? { ...row, texts: [labelHeader] } : row));
}

/** The cells right of the labels that begin in a row and state figures. */
function rowCells(grid: Grid, row: number, first: number): GridCell[] {
  return distinctCells(grid, row).filter(
    ({ cell, kind }) => cell.column >= first && cell.row === row && kind === 'figure',
  );
}

/** A label's words without a remark set in italics beside them. */
function plainLabel(cell: TableCell): string {
  const upright = cell.children.filter((piece) => !piece.marks?.includes('emphasis'));
  const text = leafText({ children: upright }).trim();
  return /[A-Za-z]/.test(text) ? text : leafText(cell).trim();
}

/** The column that tells each row's unit; null where there is none. */
function unitColumn(grid: Grid, section: Section, labels: number): number | null {
  for (const row of section.headers) {
    for (let column = 0; column <= labels && column < grid.columns; column++) {
      if (readHeaderText(grid.at(row, column)?.text ?? '').cues.has('unit')) return column;
    }
  }
  return null;
}

/** A fall without its minus sign among falls of the same column that print theirs ("decrease (4%, 137)"). */
function noteMissingSigns(drafts: readonly Draft[]): Draft[] {
  const isFall = (draft: Draft) => draft.statistic === 'change' && draft.value < 0;
  const signed = new Set(
    drafts.filter((draft) => isFall(draft) && draft.figure.text.startsWith('-')).map(columnAndUnit),
  );
  return drafts.map((draft) => {
    const bare = isFall(draft) && /^[\d£]/.test(draft.figure.text) && !/^\s*\(/.test(draft.quote);
    const misses = bare && signed.has(columnAndUnit(draft)) && !draft.notes.includes('sign-missing');
    return misses ? { ...draft, notes: [...draft.notes, 'sign-missing'] } : draft;
  });
}

function columnAndUnit({ table, unit }: Draft): string {
  return `${table?.col}/${unit}`;
}

/** The label of a row, or of the row that a row without one goes on with. */
function labelAbove(grid: Grid, row: number): string {
  for (let at = row; at > 0; at -= 1) {
    const text = grid.at(at, 0)?.text.trim() ?? '';
    if (text !== '') return text;
  }
  return grid.at(0, 0)?.text ?? '';
}

function proseOf(passage: TablePassage, grid: Grid, drafts: readonly Draft[]): TextPassage[] {
  const read = new Set(drafts.map((draft) => draft.leaf));
  const cells = passage.table.children.filter((cell) => !read.has(cell));
  return cells.flatMap((cell) => {
    const gridCell = grid.at(cell.row, cell.column);
    if (gridCell?.kind !== 'text') return [];
    const isProse = gridCell.text.split(/\s+/).length >= PROSE_WORDS;
    if (!isProse && (cell.column === 0 || cell.header || !FIGURE_IN_WORDS.test(gridCell.text))) return [];
    const label = cell.column > 0 ? readHeaderText(labelAbove(grid, cell.row)).name : '';
    return [
      {
        kind: 'text' as const,
        leaf: cell,
        text: gridCell.text,
        role: 'paragraph' as const,
        leadIn: null,
        headings: label ? [...passage.headings, label] : passage.headings,
      },
    ];
  });
}
