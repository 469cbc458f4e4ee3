import type { Qualifier, Statistic, TableCell } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import type { PaperContext } from '../context.ts';
import type { TablePassage, TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { Figure } from '../figures/figure.ts';
import { findNumbers, findNumbersBesidePeriods } from '../figures/find.ts';
import { type Signed, signOfChange } from '../figures/signs.ts';
import { unitIn } from '../figures/units.ts';
import type { Interval } from '../periods/calendar.ts';
import { defaultBaseline, resolveMentions } from '../periods/pick.ts';
import { measureOfLabel } from '../registry/measures.ts';
import { normalise } from '../text/normalise.ts';
import type { Column } from './column.ts';
import { columnPeriods, partOfYear } from './column-periods.ts';
import { changePeriods, describeColumns, type TableColumns } from './columns.ts';
import { type Grid, type GridCell, gridOf, isBareNumber } from './grid.ts';
import { nameMeasure } from './measure.ts';
import { type RowLabel, readRowLabel } from './row-label.ts';
import { distinctCells, isIndex, labelColumns, type Section, sectionsOf } from './rows.ts';
import { readTopic, type Topic, topicOf } from './topic.ts';

/** What a table gives: its figures, and the cells of prose that are read as sentences. */
export interface TableReading {
  readonly drafts: readonly Draft[];
  readonly prose: readonly TextPassage[];
}

/** Prose has more words than any label or remark. */
const PROSE_WORDS = 9;

/** Reads every figure of a table by the roles of its rows and columns. */
export function readTable(passage: TablePassage, context: PaperContext): TableReading {
  const grid = gridOf(passage.table);
  const topic = readTopic(passage, context);
  const drafts: Draft[] = [];
  const titles: string[] = [];
  for (const section of sectionsOf(grid)) {
    if (section.titles.length > 0) titles.splice(0, titles.length, ...section.titles);
    drafts.push(
      ...readSection({
        passage,
        context,
        grid,
        topic,
        section: { ...section, titles: [...titles] },
        periodRows: hasPeriodRows(grid, section),
      }),
    );
  }
  return { drafts, prose: proseOf(passage, grid, drafts) };
}

/** Most rows are periods: months down the side, measures across. */
function hasPeriodRows(grid: Grid, section: Section): boolean {
  const periods = section.data.filter((row) => readRowLabel(grid.at(row, 0)?.text ?? '').period !== null);
  return periods.length > section.data.length / 2;
}

interface SectionReading {
  readonly passage: TablePassage;
  readonly context: PaperContext;
  readonly grid: Grid;
  readonly topic: Topic;
  readonly section: Section;
  readonly periodRows: boolean;
}

function readSection(reading: SectionReading): Draft[] {
  const { grid, section } = reading;
  const labels = labelColumns(grid, section.data);
  const units = unitColumn(reading, labels);
  const subject = underLabelHeader(reading, reading.context);
  const columns = describeColumns(
    grid,
    section,
    units === null ? labels : Math.max(labels, units + 1),
    reading.context.periods,
    subject.topic.yearEnd,
  );
  return noteMissingSigns(section.data.flatMap((row) => readRow(subject, columns, row, { labels, units })));
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

/** The header above the labels may itself say what the table is about: "Domestic abuse | … " over "High risk". */
function underLabelHeader(reading: SectionReading, context: PaperContext): SectionReading {
  const header = labelHeader(reading);
  if (!header) return reading;
  const { topic } = reading;
  const own = topicOf(header, context);
  const measure = reading.passage.table.title ? null : measureOfLabel(header);
  const named = measure ? { label: measure.label, measure, fromHeading: false } : {};
  return {
    ...reading,
    topic: {
      ...topic,
      ...named,
      unit: own.unit ?? topic.unit,
      scale: own.scale === 1 ? topic.scale : own.scale,
      period: own.period ?? topic.period,
    },
  };
}

/** The column that tells each row's unit; null where there is none. */
function unitColumn({ grid, section }: SectionReading, labels: number): number | null {
  for (const row of section.headers) {
    for (let column = 0; column <= labels && column < grid.columns; column++) {
      if (/^units?(?: of measure(?:ment)?)?$/i.test(grid.at(row, column)?.text.trim() ?? '')) return column;
    }
  }
  return null;
}

function readRow(
  reading: SectionReading,
  columns: TableColumns,
  row: number,
  { labels, units }: { labels: number; units: number | null },
): Draft[] {
  const { grid, context } = reading;
  const numbered = labels > 1 && isIndex(reading.section.data.flatMap((each) => grid.at(each, 0) ?? []));
  const labelCells = distinctCells(grid, row).filter(
    ({ cell, text }) =>
      cell.column < labels && cell.column !== units && !(numbered && cell.column === 0) && text.trim() !== '',
  );
  const named = readRowLabel(labelText(reading, labelCells), labelHeader(reading));
  const unit = units === null ? null : unitIn(grid.at(row, units)?.text ?? '');
  const label = unit ? { ...named, unit } : named;
  const period = label.period ? (resolveMentions([label.period], context.periods, null).intervals[0] ?? null) : null;
  const drafts: Draft[] = targetDrafts(reading, label, labelCells[0], row);
  for (const column of columns.list) {
    const cell = grid.at(row, column.index);
    const begins = cell?.cell.row === row && cell.cell.column === column.index;
    if (cell?.kind !== 'figure' || !begins) continue;
    drafts.push(...readCell({ ...reading, columns, column, cell, row, label, rowPeriod: period }));
  }
  return drafts;
}

/** What the header above the rows' labels says they are ("Area", "Measure"). */
function labelHeader({ grid, section }: SectionReading): string {
  return section.headers.map((row) => plainLabelAt(grid, row)).findLast((text) => text !== '') ?? '';
}

/** The row's own label, else the first cell of the header above it where that says more than "Measure". */
function labelText({ grid, section }: SectionReading, cells: readonly GridCell[]): string {
  if (cells.length > 0) return cells.map((cell) => plainLabel(cell.cell)).join(' - ');
  const header = section.headers.map((row) => plainLabelAt(grid, row)).findLast((text) => text !== '');
  return header && !/^(?:measures?|indicators?|area|offence(?: type)?|category|crime type|force)$/i.test(header)
    ? header
    : '';
}

function plainLabelAt(grid: Grid, row: number): string {
  const cell = grid.at(row, 0);
  return cell ? plainLabel(cell.cell) : '';
}

/** A label's words without a remark set in italics beside them. */
function plainLabel(cell: TableCell): string {
  const upright = cell.children.filter((piece) => !piece.marks?.includes('emphasis'));
  const text = leafText({ children: upright }).trim();
  return /[A-Za-z]/.test(text) ? text : leafText(cell).trim();
}

interface CellReading extends SectionReading {
  readonly columns: TableColumns;
  readonly column: Column;
  readonly cell: GridCell;
  readonly row: number;
  readonly label: RowLabel;
  readonly rowPeriod: Interval | null;
}

function readCell(reading: CellReading): Draft[] {
  const { cell } = reading;
  const figures =
    rankFigure(reading) ??
    (isBareNumber(normalise(cell.text)) ? findNumbers(cell.text) : findNumbersBesidePeriods(cell.text)).figures;
  const drafts: Draft[] = [];
  let signed: Signed | null = null;
  for (const figure of figures) {
    const isOutOf = figures.some((other) => other.outOf === figure.value && other !== figure);
    if (isOutOf) continue;
    const change = isChange(reading, figure, drafts);
    signed = change ? signOfChange(cell.text, figure, signed, null) : null;
    drafts.push(cellDraft(reading, figure, change, signed, drafts));
  }
  return drafts;
}

const RANK_OF = /^\s*(\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:\/|\(?(?:out\s+)?of)\s*(\d{1,2})\)?\s*$/i;

/** "4/8" in a column of ranks: the fourth of eight. */
function rankFigure({ column, cell }: CellReading): Figure[] | null {
  const match = column.role === 'rank' ? RANK_OF.exec(cell.text) : null;
  const figure = match && findNumbers(match[1]!).figures[0];
  if (!match || !figure) return null;
  const start = cell.text.indexOf(match[1]!);
  return [{ ...figure, start, end: start + match[1]!.length, unitEnd: cell.text.length, outOf: Number(match[2]) }];
}

/** A change by its column, by its sign, or by a word of direction in the cell; a second figure goes with the first. */
function isChange({ column, columns, cell, label }: CellReading, figure: Figure, before: readonly Draft[]): boolean {
  if (figure.form === 'ordinal' || column.role === 'rank') return false;
  if (column.role === 'change') return true;
  if (column.role === 'percent') return columns.percentIsChange;
  if (/\b(?:change|variance|difference)\b/i.test(label.name)) return true;
  if (before.some((draft) => draft.statistic === 'change')) return true;
  const words = normalise(cell.text).slice(0, figure.start);
  return (
    /\b(?:increas\w*|decreas\w*|reduc\w*|up|down|ris\w+|fall\w*|rose|fell)\b/i.test(words) ||
    (figure.sign === '+' && column.role === 'level') ||
    (figure.sign !== null && figure.unit === 'percent' && before.length > 0)
  );
}

function cellDraft(
  reading: CellReading,
  figure: Figure,
  change: boolean,
  signed: Signed | null,
  before: readonly Draft[],
): Draft {
  const { passage, column, columns, cell, row, label } = reading;
  const statistic = statisticOf(column, figure, change);
  const unit = unitOf(reading, figure, change, before);
  const share =
    !change &&
    unit === 'percent' &&
    (column.role === 'share' || column.role === 'percent' || before.some((draft) => draft.unit !== 'percent'));
  const measure = nameMeasure(reading, {
    share,
    percentLevel: unit === 'percent',
    money: unit === 'GBP',
    rank: statistic === 'rank',
    count: unit === 'count' && statistic === 'level' && figure.value > 100,
  });
  const periods = periodsOf(reading, change);
  const scaled =
    figure.unit === null || (figure.unit === 'GBP' && !/[mkb]/i.test(figure.text))
      ? figure.value * scaleOf(reading, unit)
      : figure.value;
  const bracketed = isNegativeInBrackets(cell.text) && (change || unit === 'GBP');
  const sign = bracketed ? -1 : change ? (signed?.sign ?? column.direction ?? 1) : figure.sign === '-' ? -1 : 1;
  return {
    leaf: cell.cell,
    figure,
    quote: cell.text.trim(),
    headings: passage.headings,
    table: {
      index: passage.index,
      row,
      col: cell.cell.column,
      rowHeader: label.text.trim() ? [label.text.trim()] : [],
      columnHeader: [...column.header],
    },
    measure: measure.measure,
    area: label.area ?? column.area ?? reading.topic.area ?? reading.context.area,
    breakdown: measure.breakdown,
    statistic,
    value: sign * clean(scaled),
    unit,
    qualifier: figure.qualifier,
    period: periods.period,
    baseline: change ? periods.baseline : null,
    outOf: figure.outOf,
    method: `table/${statistic === 'level' && share ? 'share' : statistic}-cell`,
    confidence: confidenceOf(measure.known, columns, periods.period !== null),
    notes: [
      ...periods.notes,
      ...(signed?.notes ?? []),
      ...(change && !periods.baseline && !column.isVariance ? ['baseline-not-stated'] : []),
      ...repairNotes(cell),
    ],
  };
}

/** Accounts print a negative figure alone in brackets: "(1,250)". */
function isNegativeInBrackets(text: string): boolean {
  return /^\s*\(\s*£?[\d,.]+\s*[mk%]?\s*\)\s*$/i.test(text);
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}

function statisticOf(column: Column, figure: Figure, change: boolean): Statistic {
  if (change) return 'change';
  if (figure.form === 'ordinal' || column.role === 'rank') return 'rank';
  if (column.role === 'target') return 'target';
  return column.role === 'forecast' ? 'forecast' : 'level';
}

/** A change between two percentages is in points, whatever sign is printed. */
function unitOf(reading: CellReading, figure: Figure, change: boolean, before: readonly Draft[]): string {
  const { column, label, columns, row } = reading;
  if (figure.form === 'ordinal' || column.role === 'rank') return 'rank';
  const levelUnit = change || column.periods.length > 0 ? (columns.levelUnits.get(row) ?? null) : null;
  const percentLevels =
    levelUnit === 'percent' ||
    (levelUnit === null &&
      nameMeasure(reading, { share: false, percentLevel: true, money: false, rank: false, count: false }).unit ===
        'percent');
  const printed = figure.unit ?? (column.role === 'percent' ? 'percent' : before.length === 0 ? column.unit : null);
  if (change && (printed === 'percent' || (printed === null && percentLevels)))
    return percentLevels ? 'percentage-point' : 'percent';
  if (printed) return printed;
  if (column.role === 'share') return 'percent';
  const known = label.unit ?? (levelUnit !== 'percent' ? levelUnit : null) ?? reading.topic.unit;
  if (known) return known;
  if (percentLevels && figure.value <= 100) return 'percent';
  return 'count';
}

function scaleOf({ column, topic }: CellReading, unit: string): number {
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'rank') return 1;
  return column.scale !== 1 ? column.scale : unit === 'GBP' ? topic.scale : 1;
}

function periodsOf(reading: CellReading, change: boolean) {
  const { column, columns, context, rowPeriod, row } = reading;
  const part = rowPeriod && column.header.length > 0 ? partOfYear(column.header.at(-1)!, rowPeriod) : null;
  if (part) return { period: part, baseline: null, notes: [] };
  if (change) {
    const found = changePeriods(columns, column, row, context.periods);
    const period = found.period ?? rowPeriod ?? reading.topic.period;
    return {
      period,
      baseline: found.baseline ?? (column.isVariance ? null : defaultBaseline(period)),
      notes: found.notes,
    };
  }
  if (column.role === 'total' && columns.span) return { period: rowPeriod ?? columns.span, baseline: null, notes: [] };
  if (column.role === 'target')
    return { period: columnPeriods(column, context.periods).period, baseline: null, notes: [] };
  const own = columnPeriods(column, context.periods);
  return { ...own, period: own.period ?? rowPeriod ?? columns.fallback(column) ?? reading.topic.period };
}

function confidenceOf(known: boolean, columns: TableColumns, period: boolean): number {
  return 0.97 - (known ? 0 : 0.07) - (period ? 0 : 0.12) - (columns.headed ? 0 : 0.1);
}

function repairNotes(cell: GridCell): string[] {
  return cell.cell.repairs?.includes('row-joined-over-break') ? ['row-split-by-page'] : [];
}

/** Targets stated in the label itself take a period from their own words only, and state none. */
function targetDrafts(reading: SectionReading, label: RowLabel, cell: GridCell | undefined, row: number): Draft[] {
  if (!cell) return [];
  return label.targets.flatMap((figure) => {
    const offset = normalise(cell.text).indexOf(label.text) >= 0 ? normalise(cell.text).indexOf(label.text) : null;
    if (offset === null) return [];
    const measure = nameMeasure(
      { ...reading, column: null, label },
      { share: false, percentLevel: figure.unit === 'percent', money: false, rank: false, count: false },
    );
    return {
      leaf: cell.cell,
      figure: { ...figure, start: figure.start + offset, end: figure.end + offset },
      quote: cell.text.trim(),
      headings: reading.passage.headings,
      table: {
        index: reading.passage.index,
        row,
        col: cell.cell.column,
        rowHeader: [label.text.trim()],
        columnHeader: [],
      },
      measure: measure.measure,
      area: label.area ?? reading.topic.area ?? reading.context.area,
      breakdown: measure.breakdown,
      statistic: 'target' as const,
      value: figure.value,
      unit: figure.unit ?? 'count',
      qualifier: figure.qualifier as Qualifier | null,
      period: null,
      baseline: null,
      outOf: null,
      method: 'table/target-in-label',
      confidence: 0.9,
      notes: [],
    };
  });
}

function proseOf(passage: TablePassage, grid: Grid, drafts: readonly Draft[]): TextPassage[] {
  const read = new Set(drafts.map((draft) => draft.leaf));
  const cells = passage.table.children.filter((cell) => !read.has(cell));
  return cells.flatMap((cell) => {
    const gridCell = grid.at(cell.row, cell.column);
    if (gridCell?.kind !== 'text' || gridCell.text.split(/\s+/).length < PROSE_WORDS) return [];
    return [
      {
        kind: 'text' as const,
        leaf: cell,
        text: gridCell.text,
        role: 'paragraph' as const,
        leadIn: null,
        headings: passage.headings,
      },
    ];
  });
}
