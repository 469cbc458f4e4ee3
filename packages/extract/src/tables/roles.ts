import { type Evidence, FEWEST_ROWS, relationOf } from './arithmetic.ts';
import type { CellValue } from './figures.ts';
import type { Line } from './line.ts';

/** What the figures of a column (or of a row) are. */
export type Role = 'level' | 'change' | 'variance' | 'share' | 'rank' | 'target' | 'forecast' | 'remark';

export interface LineRole {
  readonly role: Role;
  /** The two lines that a change is between, or whose share it is; null where neither arithmetic nor headers tell. */
  readonly of: { readonly earlier: number; readonly later: number } | null;
  /** The arithmetic that spoke for it; null where none did. */
  readonly evidence: Evidence | null;
  /** How far the best role is ahead of the second, 0 to 1. */
  readonly margin: number;
}

interface Body {
  /** The lines are rows: one of negative amounts alone ("Less: fees") is no change. */
  readonly areRows?: boolean;
  readonly rows: readonly number[];
  /** First figure of a cell: (along the line, the line). */
  readonly at: (row: number, line: number) => CellValue | null;
}

/** Cues of a header whose figures are no levels and take no part in arithmetic. */
const NO_LEVEL = ['change', 'variance', 'rank', 'target', 'remark', 'share'] as const;

/**
 * The roles of all lines of an axis together: what headers say, what the figures look like (signs), and the arithmetic
 * that holds in most rows. Each role of a line has a score; the best stands.
 */
export function readRoles(lines: readonly Line[], body: Body): Map<number, LineRole> {
  const levels = lines.filter((line) => !NO_LEVEL.some((cue) => line.cues.has(cue)) && !line.cues.has('percent'));
  const indices = (levels.length >= 2 ? levels : []).map(({ index }) => index);
  const roles = new Map<number, LineRole>();
  for (const line of lines) roles.set(line.index, roleOf(line, levels, indices, body));
  return roles;
}

/** Weights set by reason: a header's plain word outweighs looks, arithmetic over several rows outweighs both. */
const WEIGHT = { cue: 1, sign: 0.7, evidence: 1.5, percentHeader: 0.3, percentAlone: 0.6, level: 0.5 } as const;

function roleOf(line: Line, levels: readonly Line[], indices: readonly number[], body: Body): LineRole {
  if (line.cues.has('remark')) return { role: 'remark', of: null, evidence: null, margin: 1 };
  const evidence = evidenceFor(line, levels, indices, body);
  const scores = new Map<Role, number>([['level', WEIGHT.level]]);
  const add = (role: Role, weight: number) => scores.set(role, (scores.get(role) ?? 0) + weight);
  for (const cue of ['rank', 'target', 'forecast', 'share'] as const) if (line.cues.has(cue)) add(cue, WEIGHT.cue);
  if (line.cues.has('variance')) add('variance', WEIGHT.cue + WEIGHT.percentHeader);
  if (line.cues.has('change')) add('change', line.cues.has('rank') ? WEIGHT.sign : WEIGHT.cue);
  if (isSigned(line, body)) add('change', WEIGHT.sign);
  if (line.cues.has('percent'))
    add(indices.length >= 2 ? 'change' : 'share', indices.length >= 2 ? WEIGHT.percentHeader : WEIGHT.percentAlone);
  if (evidence) add(evidence.relation === 'share' ? 'share' : 'change', WEIGHT.evidence * strength(evidence));
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const role = best![0];
  const fitting = evidence !== null && (evidence.relation === 'share') === (role === 'share');
  const isOf = role === 'change' || role === 'share' || role === 'variance';
  return {
    role,
    of: !isOf ? null : fitting ? evidence : role === 'change' ? pairByHeaders(line, levels) : null,
    evidence: fitting && isOf ? evidence : null,
    margin: Math.min(1, best![1] - (second?.[1] ?? 0)),
  };
}

/** Arithmetic in one row may be chance; in five it is none. */
function strength({ fit, rows }: Evidence): number {
  return fit * Math.min(1, (rows - 1) / 4 + 0.25);
}

function evidenceFor(
  line: Line,
  lines: readonly Line[],
  indices: readonly number[],
  { rows, at }: Body,
): Evidence | null {
  if (indices.length < 2 || indices.length > MOST_LEVELS) return null;
  const evidence = relationOf(line.index, indices, rows, at);
  if (!evidence || (evidence.relation !== 'difference' && !mayBePercent(line, { rows, at }))) return null;
  const isCued =
    line.cues.has('change') || line.cues.has('percent') || line.cues.has('share') || line.cues.has('variance');
  const isDated = (index: number) =>
    lines.some((one) => one.index === index && (one.periods.length > 0 || one.previous || one.current));
  const betweenPeriods = isDated(evidence.earlier) && isDated(evidence.later) && !isDated(line.index);
  return isCued || (evidence.rows > FEWEST_ROWS && betweenPeriods) ? evidence : null;
}

/** A column of plain whole numbers under a plain header is no percentage, whatever the arithmetic says. */
function mayBePercent(line: Line, { rows, at }: Body): boolean {
  if (['percent', 'share', 'change', 'variance'].some((cue) => line.cues.has(cue as never)) || line.unit === 'percent')
    return true;
  const values = rows.flatMap((row) => at(row, line.index) ?? []);
  return values.some(({ unit }) => unit === 'percent') || values.every(({ half }) => half < 0.5);
}

/** Among more columns than these a relation is found by chance, and looking costs more than it gives. */
const MOST_LEVELS = 12;

/** Under a header that leaves it open, this share of signs tells a change; elsewhere each figure must carry one. */
const SIGNED_SHARE = 0.6;

/** Most of its figures carry a sign, an arrow or a word of direction. */
function isSigned(line: Line, { rows, at, areRows = false }: Body): boolean {
  const values = rows.flatMap((row) => at(row, line.index) ?? []);
  const plain = values.filter(({ unit }) => unit !== 'GBP');
  const signed = plain.filter((value) => value.signed && value.value !== 0);
  const positive = signed.some(({ value }) => value > 0);
  const isCued = line.cues.has('percent') || line.cues.has('change');
  if (!line.cues.has('variance') && isNegativeShare(plain)) return true;
  return (
    plain.length > 0 &&
    signed.length >= (isCued ? SIGNED_SHARE : 1) * plain.length &&
    (positive || (areRows ? isCued : signed.length >= 2 || plain.length === 1))
  );
}

/** No share is below nothing: percentages of which some are negative are changes. */
function isNegativeShare(values: readonly CellValue[]): boolean {
  const negative = values.filter(({ minus }) => minus).length;
  return values.every(({ unit }) => unit === 'percent') && negative >= FEWEST_NEGATIVE && negative >= values.length / 4;
}

const FEWEST_NEGATIVE = 2;

/** The two levels right before the change, else those right behind it; the dated ones where some are. */
function pairByHeaders(line: Line, levels: readonly Line[]): LineRole['of'] {
  const dated = levels.filter(({ periods, previous, current }) => periods.length > 0 || previous || current);
  const pool = (dated.length >= 2 ? dated : levels).filter(({ cues }) => !cues.has('forecast') && !cues.has('total'));
  const before = pool.filter(({ index }) => index < line.index).slice(-2);
  const pair = before.length === 2 ? before : pool.slice(0, 2);
  if (pair.length < 2) return null;
  return { earlier: pair[0]!.index, later: pair[1]!.index };
}
