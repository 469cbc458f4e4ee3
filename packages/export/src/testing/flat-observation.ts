import { type Observation, observationSchema } from '@scrutineer/model';
import { parse } from 'csv-parse/sync';

/** A flat record as a reader gives it: fields by name, null where a field is empty. */
export type FlatRecord = Readonly<Record<string, unknown>>;

/** Reads CSV with another reader than ours; an unquoted empty field is null. */
export function readCsv(text: string): Record<string, string | null>[] {
  return parse(text, {
    columns: true,
    record_delimiter: '\r\n',
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
}

/** The observation that a flat record of ours tells, put together by hand and checked against the contract. */
export function observationOfRecord(record: FlatRecord): Observation {
  const { out_of, derived_from, area, table, box } = record;
  return observationSchema.parse({
    id: record.id,
    paper: record.paper,
    measure: { id: record.measure_id, label: record.measure },
    area: area === null ? null : { id: record.area_id, label: area },
    breakdown: list(record.breakdown),
    statistic: record.statistic,
    value: Number(record.value),
    unit: record.unit,
    qualifier: record.qualifier,
    period: record.period,
    baseline: record.baseline,
    ...(out_of === null ? {} : { outOf: Number(out_of) }),
    status: record.status,
    ...(list(derived_from).length === 0 ? {} : { derivedFrom: list(derived_from) }),
    source: {
      page: integer(record.page),
      bbox: list(box).length === 0 ? null : list(box),
      line: integer(record.line),
      start: integer(record.start),
      end: integer(record.end),
      quote: record.quote,
      figure: record.figure,
      table:
        table === null
          ? null
          : {
              index: integer(table),
              row: integer(record.table_row),
              col: integer(record.table_column),
              rowHeader: list(record.row_header),
              columnHeader: list(record.column_header),
            },
      headings: list(record.headings),
    },
    method: record.method,
    confidence: Number(record.confidence),
    notes: list(record.notes),
  });
}

function integer(value: unknown): number | null {
  return value === null ? null : Number(value);
}

function list(value: unknown): unknown[] {
  if (value === null) return [];
  return typeof value === 'string' ? JSON.parse(value) : (value as unknown[]);
}
