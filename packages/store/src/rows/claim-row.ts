import type { Assertion, Claim } from '@scrutineer/model';
import type { Insertable, Selectable } from 'kysely';
import type { ClaimTable } from '../schema.ts';

/** The row of a claim. `claimOfRow` gives the claim back, deep-equal. */
export function rowOfClaim({ measure, area, source, ...claim }: Claim, sequence: number): Insertable<ClaimTable> {
  return {
    id: claim.id,
    paper: claim.paper,
    sequence,
    measure_id: measure?.id ?? null,
    measure_label: measure?.label ?? null,
    area_id: area?.id ?? null,
    area_label: area?.label ?? null,
    says: claim.says,
    since: claim.since,
    periods: JSON.stringify(claim.periods),
    months: JSON.stringify(claim.months),
    page: source.page,
    bbox: source.bbox && JSON.stringify(source.bbox),
    line: source.line,
    span_start: source.start,
    span_end: source.end,
    quote: source.quote,
  };
}

/** The claim that a row holds. */
export function claimOfRow(row: Selectable<ClaimTable>): Claim {
  return {
    id: row.id,
    paper: row.paper,
    measure: row.measure_label === null ? null : { id: row.measure_id, label: row.measure_label },
    area: row.area_label === null ? null : { id: row.area_id, label: row.area_label },
    says: row.says as Assertion,
    since: row.since,
    periods: JSON.parse(row.periods),
    months: JSON.parse(row.months),
    source: {
      page: row.page,
      bbox: row.bbox === null ? null : JSON.parse(row.bbox),
      line: row.line,
      start: row.span_start,
      end: row.span_end,
      quote: row.quote,
    },
  };
}
