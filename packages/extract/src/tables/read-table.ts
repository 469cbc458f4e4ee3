import type { TableCell } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import type { PaperContext } from '../context.ts';
import type { TablePassage, TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import { unitIn } from '../figures/units.ts';
import { resolveMentions } from '../periods/pick.ts';
import { measureOfLabel } from '../registry/measures.ts';
import { describeColumns, type TableColumns } from './columns.ts';
import { type Grid, type GridCell, gridOf } from './grid.ts';
import { targetDrafts } from './label-targets.ts';
import { readCell } from './read-cell.ts';
import type { SectionReading } from './reading.ts';
import { readRowLabel } from './row-label.ts';
import { distinctCells, isIndex, labelColumns, type Section, sectionsOf } from './rows.ts';
import { readTopic, topicOf } from './topic.ts';

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

function readSection(reading: SectionReading): Draft[] {
  const { grid, section } = reading;
  const labels = labelColumns(grid, section);
  const units = unitColumn(reading, labels);
  const subject = labels === 0 ? reading : underLabelHeader(reading, reading.context);
  const columns = describeColumns(
    grid,
    section,
    units === null ? labels : Math.max(labels, units + 1),
    reading.context.periods,
    { yearEnd: subject.topic.yearEnd, dated: reading.periodRows || subject.topic.period !== null },
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
  const named = labels === 0 ? readRowLabel('') : readRowLabel(labelText(reading, labelCells), labelHeader(reading));
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
