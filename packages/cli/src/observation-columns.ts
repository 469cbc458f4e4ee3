import { placeOf } from '@scrutineer/export/place';
import type { Observation } from '@scrutineer/model';
import type { FoundObservation } from '@scrutineer/store';
import type { Column } from './output/text-table.ts';

/** Digits of an id that tell observations apart well enough to be typed. */
export const SHORT_ID = 8;

type ObservationColumn = Column<Pick<FoundObservation, 'observation' | 'file'>>;

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

function column(title: string, value: (observation: Observation) => string | number | null): ObservationColumn {
  return { title, value: ({ observation }) => value(observation) };
}
