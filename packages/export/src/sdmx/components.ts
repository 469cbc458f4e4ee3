import type { ExportRow } from '../row.ts';
import { type CodeList, createCodeList } from './code-list.ts';
import { toTimePeriod } from './time-period.ts';

/** Data types of SDMX 3.0 (`DataType` of the SDMX-ML schemas). */
export type SdmxType = 'String' | 'Double' | 'Integer' | 'ObservationalTimePeriod';

/** A component of the data structure: a column of SDMX-CSV. */
export interface Component {
  readonly id: string;
  readonly name: string;
  /** Coded by a code list, or of a type. */
  readonly representation: CodeList | SdmxType;
  readonly required?: boolean;
  readonly value: (row: ExportRow) => string | number | null;
}

export interface Components {
  readonly dimensions: readonly Component[];
  readonly time: Component;
  readonly measure: Component;
  readonly attributes: readonly Component[];
  readonly codeLists: readonly CodeList[];
}

/**
 * The components of an observation, with code lists that fill while values are taken. Ids of concepts are those of the
 * SDMX cross-domain concepts where there is one (REF_AREA, TIME_PERIOD, UNIT_MEASURE, OBS_VALUE, OBS_STATUS).
 *
 * A paper may state the same figure twice, and two papers may state different ones: so the observation's own id is a
 * dimension, which makes every key unique.
 */
export function createComponents(): Components {
  const measures = createCodeList('CL_MEASURE', 'Measures');
  const areas = createCodeList('CL_AREA', 'Areas');
  const statistics = createCodeList('CL_STATISTIC', 'What a figure states of its measure');
  const units = createCodeList('CL_UNIT_MEASURE', 'Units of measure');
  const statuses = createCodeList('CL_OBS_STATUS', 'Whether a value is printed or computed');
  const qualifiers = createCodeList('CL_QUALIFIER', 'How a paper hedges a figure');
  return {
    dimensions: [
      dimension('MEASURE', 'Measure', measures, ({ observation }) => measures.codeOf(observation.measure)),
      dimension('REF_AREA', 'Reference area', areas, ({ observation }) => areas.codeOf(observation.area)),
      dimension('STATISTIC', 'Statistic', statistics, ({ observation }) => coded(statistics, observation.statistic)),
      dimension('UNIT_MEASURE', 'Unit of measure', units, ({ observation }) => coded(units, observation.unit)),
      dimension('OBSERVATION', 'Observation', 'String', ({ observation }) => observation.id),
    ],
    time: {
      id: 'TIME_PERIOD',
      name: 'Time period',
      representation: 'ObservationalTimePeriod',
      value: ({ observation: { period } }) => period && toTimePeriod(period),
    },
    measure: {
      id: 'OBS_VALUE',
      name: 'Observation value',
      representation: 'Double',
      value: ({ observation }) => observation.value,
    },
    attributes: [
      {
        ...attribute('OBS_STATUS', 'Status', statuses, ({ observation }) => coded(statuses, observation.status)),
        required: true,
      },
      attribute('QUALIFIER', 'Qualifier', qualifiers, ({ observation: { qualifier } }) =>
        qualifier === null ? null : coded(qualifiers, qualifier),
      ),
      attribute('BASELINE', 'Period a change is measured from', 'String', ({ observation }) => observation.baseline),
      attribute('OUT_OF', 'Number of those ranked', 'Double', ({ observation }) => observation.outOf ?? null),
      attribute('MEASURE_LABEL', 'Measure in words', 'String', ({ observation }) => observation.measure.label),
      attribute('AREA_LABEL', 'Area in words', 'String', ({ observation }) => observation.area?.label ?? null),
      attribute('BREAKDOWN', 'Breakdown, JSON', 'String', ({ observation }) => listed(observation.breakdown)),
      attribute('FIGURE', 'Figure as printed', 'String', ({ observation }) => observation.source.figure),
      attribute('QUOTE', 'Words around the figure', 'String', ({ observation }) => observation.source.quote),
      attribute('PAPER', 'Paper, sha256', 'String', ({ paper }) => paper.id),
      attribute('FILE', 'File', 'String', ({ paper }) => paper.file),
      attribute('ORIGIN', 'Origin', 'String', ({ paper }) => paper.origin),
      attribute('PAGE', 'Page', 'Integer', ({ observation }) => observation.source.page),
      attribute('LINE', 'Line', 'Integer', ({ observation }) => observation.source.line),
      attribute('METHOD', 'Rule', 'String', ({ observation }) => observation.method),
      attribute('CONFIDENCE', 'Confidence', 'Double', ({ observation }) => observation.confidence),
      attribute('NOTES', 'Notes, JSON', 'String', ({ observation }) => listed(observation.notes)),
    ],
    codeLists: [measures, areas, statistics, units, statuses, qualifiers],
  };
}

function dimension(
  id: string,
  name: string,
  representation: Component['representation'],
  value: Component['value'],
): Component {
  return { id, name, representation, required: true, value };
}

function attribute(
  id: string,
  name: string,
  representation: Component['representation'],
  value: Component['value'],
): Component {
  return { id, name, representation, value };
}

/** The code of a word that is its own label. */
function coded(list: CodeList, word: string): string {
  return list.codeOf({ id: word, label: word });
}

function listed(values: readonly unknown[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values);
}
