import { type Period, periodEnds, type Statistic } from '@scrutineer/model';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import type { Tables } from './schema.ts';

/** Which observations are asked for; each one that is given must hold. */
export interface ObservationFilters {
  /** A measure's id, or words that its label holds, in any order and letter case. */
  readonly measure?: string;
  /** An area's code or label, or words that its label holds. */
  readonly area?: string;
  /** The period itself, or any that shares a day with it; a date finds the periods that hold it. */
  readonly period?: Period;
  readonly statistic?: Statistic;
  /** Ids of papers. */
  readonly papers?: readonly string[];
  /** ISO date: only what papers of that day and before it say. */
  readonly asOf?: string;
  /** Also those of papers that a newer version supersedes. */
  readonly superseded?: boolean;
}

type Builder = ExpressionBuilder<Tables, 'observation' | 'paper'>;

/** The condition that all the given filters make together. */
export function conditionOf(filters: ObservationFilters, is: Builder): Expression<SqlBool> {
  const { measure, area, period, statistic, papers, asOf, superseded } = filters;
  return is.and([
    ...(measure === undefined
      ? []
      : [nameCondition(is, 'observation.measure_id', 'observation.measure_label', measure)]),
    ...(area === undefined ? [] : [nameCondition(is, 'observation.area_id', 'observation.area_label', area)]),
    ...(period === undefined ? [] : [overlaps(is, period)]),
    ...(statistic === undefined ? [] : [is('observation.statistic', '=', statistic)]),
    ...(papers === undefined ? [] : [isOneOf(is, papers)]),
    ...(asOf === undefined ? [] : [isKnownOn(is, asOf)]),
    ...(superseded || papers !== undefined ? [] : [isCurrent(is)]),
  ]);
}

type NameColumn =
  | 'observation.measure_id'
  | 'observation.measure_label'
  | 'observation.area_id'
  | 'observation.area_label';

function nameCondition(is: Builder, id: NameColumn, label: NameColumn, asked: string): Expression<SqlBool> {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const holdsWord = (word: string) =>
    sql<SqlBool>`lower(${sql.ref(label)}) like ${`%${escapeLike(word)}%`} escape '\\'`;
  return is.or([sql<SqlBool>`lower(${sql.ref(id)}) = ${asked.toLowerCase()}`, is.and(words.map(holdsWord))]);
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}

function overlaps(is: Builder, period: Period): Expression<SqlBool> {
  const { start, end } = periodEnds(period);
  return is.and([is('observation.period_start', '<=', end), is('observation.period_end', '>=', start)]);
}

/** An empty list is no valid SQL everywhere. */
function isOneOf(is: Builder, papers: readonly string[]): Expression<SqlBool> {
  return papers.length === 0 ? is.lit(false) : is('observation.paper', 'in', [...papers]);
}

function isCurrent(is: Builder): Expression<SqlBool> {
  return is('observation.paper', 'in', is.selectFrom('current_origin').select('current_origin.paper'));
}

/** What no date is known of was known on no day. */
function isKnownOn(is: Builder, day: string): Expression<SqlBool> {
  const known = is.selectFrom('paper_date').select('paper_date.paper').where('paper_date.date', '<=', day);
  return is('observation.paper', 'in', known);
}

/** 0 for the period asked for, 1 for one inside it, 2 for one that overlaps it. */
export function closenessOf(period: Period) {
  const { start, end } = periodEnds(period);
  return sql<number>`case
    when observation.period_start = ${start} and observation.period_end = ${end} then 0
    when observation.period_start >= ${start} and observation.period_end <= ${end} then 1
    else 2 end`;
}
