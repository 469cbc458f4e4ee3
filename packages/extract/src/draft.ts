import type { Leaf, Observation, Qualifier, Statistic } from '@scrutineer/model';
import { locate, observationId } from '@scrutineer/model';
import type { Figure } from './figures/figure.ts';
import { formatInterval, type Interval } from './periods/calendar.ts';
import { confidenceOf } from './resolve/confidence.ts';

/** An observation before it is placed in the document. */
export interface Draft {
  readonly leaf: Leaf;
  readonly figure: Pick<Figure, 'start' | 'end' | 'text'>;
  readonly quote: string;
  readonly headings: readonly string[];
  readonly table: Observation['source']['table'];
  readonly measure: { readonly id: string | null; readonly label: string };
  readonly area: { readonly id: string | null; readonly label: string } | null;
  readonly breakdown: Observation['breakdown'];
  readonly statistic: Statistic;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: Qualifier | null;
  readonly period: Interval | null;
  readonly baseline: Interval | null;
  readonly outOf: number | null;
  readonly method: string;
  readonly notes: readonly string[];
}

/** What splits a rank: those among whom it is one ("8th in our Most Similar Group", "39th nationally"). */
export function rankedAmong(field: string | null): Observation['breakdown'] {
  return field === null ? [] : [{ dimension: 'ranked among', value: field }];
}

/** Places a draft in its paper: offsets, line, page and box of the figure, and the observation's id. */
export function finishDraft(draft: Draft, paper: string): Observation {
  const { leaf, figure } = draft;
  const { span, line, page, box, confidence: recognised } = locate(leaf, figure.start, figure.end);
  const source: Observation['source'] = {
    page,
    bbox: box && [round(box[0]), round(box[1]), round(box[2]), round(box[3])],
    line,
    start: span.start,
    end: span.end,
    quote: draft.quote,
    figure: figure.text,
    table: draft.table,
    headings: [...draft.headings],
  };
  const identity = { paper, statistic: draft.statistic, unit: draft.unit, source };
  const measure = { ...draft.measure };
  const area = draft.area && { id: draft.area.id, label: draft.area.label };
  const period = draft.period && formatInterval(draft.period);
  const baseline = draft.baseline && formatInterval(draft.baseline);
  const told = {
    method: draft.method,
    measure,
    area,
    period,
    baseline,
    statistic: draft.statistic,
    unit: draft.unit,
    source,
  };
  const notes = withPeriodNote(draft);
  return {
    id: observationId(identity),
    paper,
    measure,
    area,
    breakdown: [...draft.breakdown],
    statistic: draft.statistic,
    value: draft.value === 0 ? 0 : draft.value,
    unit: draft.unit,
    qualifier: draft.qualifier,
    period,
    baseline,
    ...(draft.outOf === null ? {} : { outOf: draft.outOf }),
    status: 'reported',
    source,
    method: draft.method,
    confidence: Math.round(confidenceOf({ ...told, notes }) * recognised * 100) / 100,
    notes: [...notes, ...(recognised < 1 ? ['recognised-in-a-picture'] : [])],
  };
}

/** That a period is null is told, and why where words told one that could not be resolved. */
function withPeriodNote({ period, statistic, notes }: Draft): string[] {
  const told = period !== null || statistic === 'target' || notes.some((note) => note.startsWith('period-unresolved'));
  return told ? [...notes] : [...notes, 'period-not-stated'];
}

/** A hundredth of a point is finer than any printer; it keeps output free of the noise of binary fractions. */
function round(points: number): number {
  return Math.round(points * 100) / 100;
}
