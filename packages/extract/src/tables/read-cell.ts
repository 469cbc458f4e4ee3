import type { Statistic } from '@scrutineer/model';
import { type Draft, rankedAmong } from '../draft.ts';
import type { Figure } from '../figures/figure.ts';
import { findNumbers } from '../figures/find.ts';
import { directionBefore, directionBehind, type Signed, signOfChange } from '../figures/signs.ts';
import { type Area, FORCE_AREA } from '../registry/areas.ts';
import { speltOut } from '../text/acronyms.ts';
import { normalise } from '../text/normalise.ts';
import type { Cell } from './cell.ts';
import { nameCell, rankField } from './cell-name.ts';
import { cellPeriods } from './cell-periods.ts';
import { figuresOf, isNegativeInBrackets } from './figures.ts';
import type { GridCell } from './grid.ts';
import type { Line } from './line.ts';
import type { SectionReading } from './reading.ts';
import type { Role } from './roles.ts';

/** Reads the figures of a cell. */
export function readCell(reading: SectionReading, cell: GridCell, rowIndex: number, rowUnit: string | null): Draft[] {
  const column = reading.columns.get(cell.cell.column);
  const row = reading.rows.get(rowIndex);
  if (!column || !row) return [];
  const rowRole = reading.rowRoles.get(rowIndex);
  const byRow = rowRole !== undefined && rowRole.role !== 'level';
  const lineRole = byRow ? rowRole : reading.columnRoles.get(column.index)!;
  const read: Cell = { reading, cell, row, column, rowUnit, lineRole, byRow };
  const figures = rankFigure(read) ?? figuresOf(cell.text);
  const drafts: Draft[] = [];
  let signed: Signed | null = null;
  for (const [index, figure] of figures.entries()) {
    if (figures.some((other) => other !== figure && other.outOf === figure.value)) continue;
    const role = roleOfFigure(read, figure, figures, index, drafts);
    signed = role === 'change' || role === 'variance' ? signOfChange(cell.text, figure, signed, null) : null;
    drafts.push(draftOf(read, figure, role, signed, drafts));
  }
  return drafts;
}

const RANK_OF = /^\s*(\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:\/|\(?(?:out\s+)?of)\s*(\d{1,2})\)?\s*$/i;

/** "4/8", "3rd (of 8)" in a column of ranks: the fourth of eight. */
function rankFigure({ lineRole, cell }: Cell): Figure[] | null {
  const match = lineRole.role === 'rank' ? RANK_OF.exec(cell.text) : null;
  const figure = match && findNumbers(match[1]!).figures[0];
  if (!match || !figure) return null;
  const start = cell.text.indexOf(match[1]!);
  return [{ ...figure, start, end: start + match[1]!.length, unitEnd: cell.text.length, outOf: Number(match[2]) }];
}

/** The role of its column, unless the cell itself says otherwise: by an arrow, a word of direction, a bracket. */
function roleOfFigure(
  { lineRole, cell, column }: Cell,
  figure: Figure,
  figures: readonly Figure[],
  index: number,
  before: readonly Draft[],
): Role {
  if (figure.form === 'ordinal') return 'rank';
  const { role } = lineRole;
  if (role !== 'level' && role !== 'share') return role;
  const first = before[0];
  const words = normalise(cell.text);
  const between = index > 0 ? words.slice(figures[index - 1]!.unitEnd, figure.qualifierStart) : '';
  if (first?.statistic === 'change' && LED_TO.test(between)) return 'level';
  if (first?.statistic === 'change' && index > 0) return 'change';
  if (directionBehind(words, figure.unitEnd) && figure.unit !== 'GBP') return 'change';
  const inBracket = index > 0 && /\(\s*$/.test(words.slice(0, figure.qualifierStart));
  const own = directionBefore(
    words.slice(index > 0 ? figures[index - 1]!.unitEnd : 0),
    figure.qualifierStart - (index > 0 ? figures[index - 1]!.unitEnd : 0),
  );
  const arrow = figure.sign !== null && /^[^\d+-]/.test(figure.text.trim()) && !/^[£$€]/.test(figure.text.trim());
  if (arrow || (own && figure.unit !== 'GBP')) return 'change';
  if (figure.sign === '+' && figure.unit !== 'GBP') return 'change';
  if (inBracket && figure.sign !== null && figure.unit === 'percent') return 'change';
  if (/^(?:increase|decrease|reduction|rise|fall)\b/i.test(column.headers.at(-1)?.text ?? '')) return 'change';
  return role;
}

/** "3.4% point decrease (to 16.8%)": the level that a change led to. */
const LED_TO = /\bto\s*$/i;

function draftOf(read: Cell, figure: Figure, role: Role, signed: Signed | null, before: readonly Draft[]): Draft {
  const { reading, cell, row, column } = read;
  const isChange = role === 'change';
  const unit = unitOf(read, figure, role, before);
  const isShare =
    role === 'share' || (role === 'level' && unit === 'percent' && before.some((draft) => draft.unit !== 'percent'));
  const rate = rateOf(unit) ?? (isChange ? rateOf(levelUnit(read) ?? reading.topic.unit) : null);
  const kind = { unit, rate, isShare, isRank: role === 'rank', isVariance: role === 'variance', isChange };
  const name = nameCell({ ...reading, title: titleOf(reading), row, column, rankedBy: reading.onlyLevel }, kind);
  const told = cellPeriods(read, figure, role);
  const statistic = STATISTICS[role];
  return {
    leaf: cell.cell,
    figure,
    quote: cell.text.trim(),
    headings: reading.passage.headings,
    table: {
      index: reading.passage.index,
      row: cell.cell.row,
      col: cell.cell.column,
      rowHeader: row.headers.map(({ text }) => text),
      columnHeader: column.headers.map(({ text }) => text),
    },
    measure: name.measure,
    area: speltOut(areaOf(read, role), reading.context.acronyms),
    breakdown: rankedAmong(kind.isRank ? rankField(column) : null),
    statistic,
    value: signOf(read, figure, role, signed) * scaled(read, figure, unit),
    unit,
    qualifier: figure.qualifier,
    period: statistic === 'target' && told.isOfPaper ? null : told.period,
    baseline: isChange ? told.baseline : null,
    outOf: figure.outOf,
    method: `table/${isShare ? 'share' : role === 'variance' ? 'variance' : statistic}-cell`,
    notes: [
      ...told.notes,
      ...(signed?.notes ?? []),
      ...(read.lineRole.margin < IN_DOUBT ? ['role-in-doubt'] : []),
      ...(read.lineRole.evidence && role === read.lineRole.role ? ['role-by-arithmetic'] : []),
      ...(isChange && told.baseline === null ? ['baseline-not-stated'] : []),
      ...(cell.cell.repairs?.includes('row-joined-over-break') ? ['row-split-by-page'] : []),
    ],
  };
}

const STATISTICS: Readonly<Record<Role, Statistic>> = {
  level: 'level',
  share: 'level',
  variance: 'level',
  remark: 'level',
  change: 'change',
  rank: 'rank',
  target: 'target',
  forecast: 'forecast',
};

/** The nearest title row that names no area and no period. */
function titleOf({ titles }: SectionReading): string | null {
  return titles.findLast(({ area, isPeriod, category }) => area === null && !isPeriod && category !== '')?.name ?? null;
}

function areaOf({ reading, row, column }: Cell, role: Role): Draft['area'] {
  const { context, topic, titles } = reading;
  if (row.area) return row.area;
  const isHeldAgainst = (role === 'rank' || role === 'variance') && column.area !== null && isField(column.area);
  if (column.area && !isHeldAgainst) return column.area;
  const own = [row, column].find((line) => line.isOwnArea);
  if (own) return isForce(own) ? (context.force ?? context.area) : (topic.area ?? context.area);
  return titles.findLast(({ area }) => area !== null)?.area ?? topic.area ?? context.area;
}

/** "Most similar group" over ranks and distances: among whom, or from whose average, and not whose they are. */
function isField({ kind }: Area): boolean {
  return kind === 'group' || kind === 'nation' || kind === 'region';
}

function isForce({ headers }: Line): boolean {
  return FORCE_AREA.test((headers.at(-1)?.name ?? '').toLowerCase());
}

/** A change between two percentages is in points, whatever sign is printed. */
function unitOf(read: Cell, figure: Figure, role: Role, before: readonly Draft[]): string {
  const { reading, row, column, rowUnit, lineRole } = read;
  if (figure.form === 'ordinal' || role === 'rank') return 'rank';
  const told = rowUnit ?? nearestUnit(row, column) ?? reading.topic.unit ?? moneyOf(read);
  const isPercentRole = role === 'share' || column.cues.has('percent') || row.cues.has('percent');
  const byArithmetic = lineRole.evidence?.relation === 'percent' || lineRole.evidence?.relation === 'share';
  const printed = figure.unit ?? (before.length > 0 ? null : byArithmetic || isPercentRole ? 'percent' : null);
  if (role === 'change') {
    const ofLevels = levelUnit(read) ?? (told !== 'percent' || figure.unit === 'percent' ? null : told);
    const isPoints = ofLevels === 'percent' || (ofLevels === null && isRateByName(read) && figure.unit !== null);
    if ((printed ?? told) === 'percent')
      return isPoints && lineRole.evidence?.relation !== 'percent' ? 'percentage-point' : 'percent';
    return printed ?? (isPoints ? 'percentage-point' : (told ?? ofLevels ?? 'count'));
  }
  if (printed) return printed;
  if (before.length > 0 && told === 'percent') return 'count';
  if (told) return told;
  return isRateByName(read) && figure.value <= 100 ? 'percent' : 'count';
}

/** "Cost" over "137,430" and "£1,267,474": where some figures of a column carry their currency, all are of it. */
function moneyOf({ reading, column, lineRole }: Cell): string | null {
  const units = reading.section.data.flatMap((row) => reading.at(row, column.index) ?? []).map(({ unit }) => unit);
  const isMoney = units.includes('GBP') && units.every((unit) => unit === null || unit === 'GBP');
  return isMoney && lineRole.role === 'level' ? 'GBP' : null;
}

/** The unit where it is a rate per so many people. */
function rateOf(unit: string | null): string | null {
  return unit === 'per-1000' || unit === 'per-100k' ? unit : null;
}

function nearestUnit(row: Line, column: Line): string | null {
  return column.unit ?? row.unit;
}

/** What the registry or the words say of the measure's own unit: a satisfaction is a percentage though no sign is printed. */
function isRateByName({ reading, row, column }: Cell): boolean {
  const kind = { unit: 'percent', rate: null, isShare: false, isRank: false, isVariance: false, isChange: true };
  return nameCell({ ...reading, title: titleOf(reading), row, column, rankedBy: null }, kind).unit === 'percent';
}

/** The unit of the levels that a change is between, as printed in its row. */
function levelUnit({ reading, lineRole, byRow, row, column }: Cell): string | null {
  const lines = byRow ? reading.rows : reading.columns;
  const roles = byRow ? reading.rowRoles : reading.columnRoles;
  if (byRow && !(lineRole.of && lineRole.evidence)) return null;
  const pair = lineRole.of ? [lineRole.of.later, lineRole.of.earlier] : [];
  const levels = [...pair, ...[...lines.keys()].filter((index) => roles.get(index)?.role === 'level')];
  for (const index of levels) {
    const value = byRow ? reading.at(index, column.index) : reading.at(row.index, index);
    if (value?.signed || index === (byRow ? row.index : column.index)) continue;
    const unit = value?.unit ?? lines.get(index)?.unit;
    if (unit) return unit;
  }
  return null;
}

function signOf({ reading, cell, row, column }: Cell, figure: Figure, role: Role, signed: Signed | null): 1 | -1 {
  if (role === 'rank') return 1;
  const bracketed = isNegativeInBrackets(cell.text);
  if (role === 'change' || role === 'variance') {
    if (bracketed) return -1;
    return signed?.sign ?? column.direction ?? row.direction ?? 1;
  }
  const isNegative = bracketed && figure.unit !== 'percent' && !areAllInBrackets(reading, column.index);
  return figure.sign === '-' || isNegative ? -1 : 1;
}

/** "7,631 (7,773)" in every row: brackets that set one column apart from another, and no amounts below nothing. */
function areAllInBrackets({ section, grid, at }: SectionReading, column: number): boolean {
  const filled = section.data.filter((row) => at(row, column) !== null);
  const isMoney = filled.some((row) => at(row, column)?.unit === 'GBP');
  return filled.length > 2 && !isMoney && filled.every((row) => isNegativeInBrackets(grid.at(row, column)?.text ?? ''));
}

/** A scale in a header multiplies plain numbers, and money printed without a scale of its own. */
function scaled({ reading, column, row }: Cell, figure: Figure, unit: string): number {
  const own = figure.unit === 'GBP' && /(?:bn|billion|million|mn|[mk])\s*$/i.test(figure.text);
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'rank' || own) return figure.value;
  const scale =
    column.scale !== 1 ? column.scale : row.scale !== 1 ? row.scale : unit === 'GBP' ? reading.topic.scale : 1;
  return Number((figure.value * scale).toPrecision(12));
}

/** A line's first reading that is no further ahead of its second than this may be the wrong one. */
const IN_DOUBT = 0.3;
