import {
  type Observation,
  type ObservationSource,
  type Period,
  periodEnds,
  type Qualifier,
  type Statistic,
} from '@scrutineer/model';
import type { Insertable, Selectable } from 'kysely';
import type { ObservationTable } from '../schema.ts';

/** The row of an observation. `observationOfRow` gives the observation back, deep-equal. */
export function rowOfObservation(observation: Observation, sequence: number): Insertable<ObservationTable> {
  const { measure, area, source } = observation;
  return {
    id: observation.id,
    paper: observation.paper,
    sequence,
    measure_id: measure.id,
    measure_label: measure.label,
    area_id: area?.id ?? null,
    area_label: area?.label ?? null,
    breakdown: JSON.stringify(observation.breakdown),
    statistic: observation.statistic,
    value: observation.value,
    unit: observation.unit,
    qualifier: observation.qualifier,
    ...periodColumns(observation),
    out_of: observation.outOf ?? null,
    status: observation.status,
    derived_from: observation.derivedFrom ? JSON.stringify(observation.derivedFrom) : null,
    ...sourceColumns(source),
    method: observation.method,
    confidence: observation.confidence,
    notes: JSON.stringify(observation.notes),
  };
}

function periodColumns({ period, baseline }: { readonly period: Period | null; readonly baseline: Period | null }) {
  const ends = period ? periodEnds(period) : null;
  const baselineEnds = baseline ? periodEnds(baseline) : null;
  return {
    period,
    period_start: ends?.start ?? null,
    period_end: ends?.end ?? null,
    baseline,
    baseline_start: baselineEnds?.start ?? null,
    baseline_end: baselineEnds?.end ?? null,
  };
}

function sourceColumns(source: ObservationSource) {
  return {
    page: source.page,
    bbox: source.bbox ? JSON.stringify(source.bbox) : null,
    line: source.line,
    span_start: source.start,
    span_end: source.end,
    quote: source.quote,
    figure: source.figure,
    table_reference: source.table ? JSON.stringify(source.table) : null,
    headings: JSON.stringify(source.headings),
  };
}

/** The columns that an observation is made of. */
export type ObservationRow = Omit<
  Selectable<ObservationTable>,
  'sequence' | 'period_start' | 'period_end' | 'baseline_start' | 'baseline_end'
>;

/** The observation that a row holds, its fields in the order of the contract. */
export function observationOfRow(row: ObservationRow): Observation {
  return {
    id: row.id,
    paper: row.paper,
    measure: { id: row.measure_id, label: row.measure_label },
    area: row.area_label === null ? null : { id: row.area_id, label: row.area_label },
    breakdown: listOf(row.breakdown),
    statistic: row.statistic as Statistic,
    value: row.value,
    unit: row.unit,
    qualifier: row.qualifier as Qualifier | null,
    period: row.period,
    baseline: row.baseline,
    ...(row.out_of === null ? {} : { outOf: row.out_of }),
    status: row.status as Observation['status'],
    ...(row.derived_from === null ? {} : { derivedFrom: JSON.parse(row.derived_from) }),
    source: sourceOfRow(row),
    method: row.method,
    confidence: row.confidence,
    notes: listOf(row.notes),
  };
}

function sourceOfRow(row: ObservationRow): ObservationSource {
  return {
    page: row.page,
    bbox: row.bbox === null ? null : JSON.parse(row.bbox),
    line: row.line,
    start: row.span_start,
    end: row.span_end,
    quote: row.quote,
    figure: row.figure,
    table: row.table_reference === null ? null : JSON.parse(row.table_reference),
    headings: headingsOf(row.headings),
  };
}

/** Figures that follow each other mostly stand under the same headings: those are parsed once. */
let lastHeadings = { json: '[]', list: [] as string[] };

function headingsOf(json: string): string[] {
  if (json !== lastHeadings.json) lastHeadings = { json, list: JSON.parse(json) };
  return lastHeadings.list;
}

/** Most lists are empty: those need not be parsed. */
function listOf<Item>(json: string): Item[] {
  return json === '[]' ? [] : JSON.parse(json);
}
