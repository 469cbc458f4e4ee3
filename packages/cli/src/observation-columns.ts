import type { Observation } from '@scrutineer/model';
import type { FoundObservation } from '@scrutineer/store';
import type { Column } from './output/text-table.ts';

/** Digits of an id that tell observations apart well enough to be typed. */
export const SHORT_ID = 8;

type ObservationColumn = Column<FoundObservation>;

/** The columns of an observation on a terminal. */
export function observationColumns(): readonly ObservationColumn[] {
  return [
    column('id', ({ id }) => id.slice(0, SHORT_ID)),
    { ...column('measure', ({ measure }) => measure.label), flexible: true },
    { ...column('area', ({ area }) => area?.label ?? null), flexible: true },
    column('period', ({ period }) => period),
    column('statistic', ({ statistic }) => statistic),
    { ...column('value', ({ value }) => value), align: 'right' },
    column('unit', ({ unit }) => unit),
    { ...column('figure', ({ source }) => source.figure), flexible: true },
    { title: 'paper', value: ({ file }) => file, flexible: true },
    column('place', placeOf),
  ];
}

/** The columns of an observation in CSV: all that fits a flat record. */
export function observationCsvColumns(): readonly ObservationColumn[] {
  return [
    column('id', ({ id }) => id),
    column('measure_id', ({ measure }) => measure.id),
    column('measure', ({ measure }) => measure.label),
    column('area_id', ({ area }) => area?.id ?? null),
    column('area', ({ area }) => area?.label ?? null),
    column('breakdown', ({ breakdown }) => breakdown.map(({ dimension, value }) => `${dimension}=${value}`).join('; ')),
    column('statistic', ({ statistic }) => statistic),
    column('value', ({ value }) => value),
    column('unit', ({ unit }) => unit),
    column('qualifier', ({ qualifier }) => qualifier),
    column('period', ({ period }) => period),
    column('baseline', ({ baseline }) => baseline),
    column('out_of', ({ outOf }) => outOf ?? null),
    column('status', ({ status }) => status),
    column('figure', ({ source }) => source.figure),
    column('quote', ({ source }) => source.quote),
    { title: 'file', value: ({ file }) => file },
    column('line', ({ source }) => source.line),
    column('page', ({ source }) => source.page),
    column('method', ({ method }) => method),
    column('confidence', ({ confidence }) => confidence),
    column('notes', ({ notes }) => notes.join('; ')),
    column('paper', ({ paper }) => paper),
  ];
}

function column(title: string, value: (observation: Observation) => string | number | null): ObservationColumn {
  return { title, value: ({ observation }) => value(observation) };
}

/** Where a figure stands in its paper, as far as the format tells: "page 3", "line 12". */
function placeOf({ source }: Observation): string | null {
  if (source.page !== null) return `page ${source.page}`;
  return source.line === null ? null : `line ${source.line}`;
}

/** As `placeOf`, with the paper: "q2.pdf page 3". */
export function whereOf(file: string, observation: Observation): string {
  return [file, placeOf(observation)].filter((part) => part !== null).join(' ');
}
