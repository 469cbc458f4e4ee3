import { type Period, qualifierSchema, statisticSchema, statusSchema } from '@scrutineer/model';
import { type Column, type ColumnDefinition, column, PERIOD_PATTERN, TERMS } from './column.ts';
import type { ObservationRow } from './row.ts';

/** An observation as a flat record: nothing that the contract has is left out. */
export const OBSERVATION_COLUMNS: readonly Column<ObservationRow>[] = [
  ofObservation('id', 'Id', ({ id }) => id, {
    type: 'text',
    required: true,
    description: 'A hash of the paper, the place, the figure as printed, statistic and unit',
    term: `${TERMS.dublinCore}/identifier`,
  }),
  ofObservation('measure_id', 'Measure id', ({ measure }) => measure.id, {
    type: 'text',
    description: 'The measure in the registry; empty where the registry does not know it',
  }),
  ofObservation('measure', 'Measure', ({ measure }) => measure.label, {
    type: 'text',
    required: true,
    description: 'What was measured, in words',
  }),
  ofObservation('area_id', 'Area code', ({ area }) => area?.id ?? null, {
    type: 'text',
    description: 'The code of the Office for National Statistics, where the area has one',
    term: `${TERMS.sdmx}/dimension#refArea`,
  }),
  ofObservation('area', 'Area', ({ area }) => area?.label ?? null, {
    type: 'text',
    description: 'The area the figure is about, in words',
  }),
  ofObservation('breakdown', 'Breakdown', ({ breakdown }) => breakdown, {
    type: 'list',
    description: 'What the figure is a part by: objects with `dimension` and `value`',
  }),
  ofObservation('statistic', 'Statistic', ({ statistic }) => statistic, {
    type: 'text',
    required: true,
    values: statisticSchema.options,
    description: 'What the figure states of the measure',
  }),
  ofObservation('value', 'Value', ({ value }) => value, {
    type: 'number',
    required: true,
    description: 'A change is signed by its meaning; a scale ("m", "000s") is applied',
    term: `${TERMS.sdmx}/measure#obsValue`,
  }),
  ofObservation('unit', 'Unit', ({ unit }) => unit, {
    type: 'text',
    required: true,
    description: 'count, percent, percentage-point, GBP, seconds… or the plural noun of another unit of measure',
    term: `${TERMS.sdmx}/attribute#unitMeasure`,
  }),
  ofObservation('qualifier', 'Qualifier', ({ qualifier }) => qualifier, {
    type: 'text',
    values: qualifierSchema.options,
    description: 'How the paper hedges the figure',
  }),
  ofObservation('period', 'Period', ({ period }) => period, {
    type: 'text',
    pattern: PERIOD_PATTERN,
    description:
      'ISO 8601: a date, or first and last day with a slash between them; empty where the paper does not tell',
    term: `${TERMS.sdmx}/dimension#timePeriod`,
  }),
  ...daysOf('period', 'Period', ({ observation }: ObservationRow) => observation.period),
  ofObservation('baseline', 'Baseline', ({ baseline }) => baseline, {
    type: 'text',
    pattern: PERIOD_PATTERN,
    description: 'The period that a change is measured from, written as `period` is',
  }),
  ...daysOf('baseline', 'Baseline', ({ observation }: ObservationRow) => observation.baseline),
  ofObservation('out_of', 'Out of', ({ outOf }) => outOf ?? null, {
    type: 'number',
    description: 'The number of those ranked, on ranks that state it',
  }),
  ofObservation('status', 'Status', ({ status }) => status, {
    type: 'text',
    required: true,
    values: statusSchema.options,
    description: 'Whether the paper prints the value or it was computed from printed ones',
    term: `${TERMS.sdmx}/attribute#obsStatus`,
  }),
  ofObservation('derived_from', 'Derived from', ({ derivedFrom }) => derivedFrom ?? [], {
    type: 'list',
    description: 'Ids of the observations that a derived one was computed from',
  }),
  ofObservation('figure', 'Figure', ({ source }) => source.figure, {
    type: 'text',
    required: true,
    description: 'The number as printed',
    term: `${TERMS.annotation}#exact`,
  }),
  ofObservation('quote', 'Quote', ({ source }) => source.quote, {
    type: 'text',
    description: 'The words a reader needs to check the figure, verbatim',
  }),
  {
    name: 'file',
    title: 'File',
    type: 'text',
    required: true,
    description: 'The name of the paper’s file',
    value: ({ paper }) => paper.file,
  },
  {
    name: 'paper_date',
    title: 'Paper date',
    type: 'date',
    description: 'The day on which the paper said it',
    value: ({ paper }) => paper.date,
  },
  ofObservation('line', 'Line', ({ source }) => source.line, {
    type: 'integer',
    minimum: 1,
    description: 'Of Markdown files',
  }),
  ofObservation('page', 'Page', ({ source }) => source.page, {
    type: 'integer',
    minimum: 1,
    description: 'Of PDF files',
  }),
  ofObservation('box', 'Box', ({ source }) => source.bbox ?? [], {
    type: 'list',
    description: 'Left, top, right and bottom on the page of a PDF file, in points from its top left corner',
  }),
  ofObservation('headings', 'Headings', ({ source }) => source.headings, {
    type: 'list',
    description: 'The headings above the figure, outermost first',
  }),
  ofObservation('start', 'Start', ({ source }) => source.start, {
    type: 'integer',
    required: true,
    minimum: 0,
    description: 'Where the figure begins in the paper’s text, in UTF-16 code units',
    term: `${TERMS.annotation}#start`,
  }),
  ofObservation('end', 'End', ({ source }) => source.end, {
    type: 'integer',
    required: true,
    minimum: 0,
    description: 'Where it ends there; the character at this offset is no part of it',
    term: `${TERMS.annotation}#end`,
  }),
  ofObservation('table', 'Table', ({ source }) => source.table?.index ?? null, {
    type: 'integer',
    minimum: 0,
    description: 'The number of the paper’s table that the figure stands in, from 0',
  }),
  ofObservation('table_row', 'Row', ({ source }) => source.table?.row ?? null, {
    type: 'integer',
    minimum: 0,
    description: 'Row of that table, from 0',
  }),
  ofObservation('table_column', 'Column', ({ source }) => source.table?.col ?? null, {
    type: 'integer',
    minimum: 0,
    description: 'Column of that table, from 0',
  }),
  ofObservation('row_header', 'Row header', ({ source }) => source.table?.rowHeader ?? [], {
    type: 'list',
    description: 'The words at the beginning of its row',
  }),
  ofObservation('column_header', 'Column header', ({ source }) => source.table?.columnHeader ?? [], {
    type: 'list',
    description: 'The words above its column, outermost first',
  }),
  ofObservation('method', 'Method', ({ method }) => method, {
    type: 'text',
    required: true,
    description: 'The rule that read it',
  }),
  ofObservation('confidence', 'Confidence', ({ confidence }) => confidence, {
    type: 'number',
    required: true,
    minimum: 0,
    maximum: 1,
    description: 'How sure that rule is',
  }),
  ofObservation('notes', 'Notes', ({ notes }) => notes, {
    type: 'list',
    description: 'Reasons for doubt',
  }),
  ofObservation('paper', 'Paper', ({ paper }) => paper, {
    type: 'text',
    required: true,
    description: 'The id of the paper: the sha256 of its bytes',
    term: `${TERMS.provenance}#wasDerivedFrom`,
  }),
];

function ofObservation(
  name: string,
  title: string,
  value: (observation: ObservationRow['observation']) => ReturnType<Column<ObservationRow>['value']>,
  definition: ColumnDefinition<ObservationRow>,
): Column<ObservationRow> {
  return column(name, title, ({ observation }) => value(observation), definition);
}

/** First and last day of a period as dates, so that no reader has to take the interval apart. */
function daysOf<Row>(name: string, title: string, periodOf: (row: Row) => Period | null): Column<Row>[] {
  return [
    column(`${name}_start`, `${title} from`, (row) => periodOf(row)?.split('/')[0] ?? null, {
      type: 'date',
      description: `The first day of \`${name}\``,
    }),
    column(`${name}_end`, `${title} to`, (row) => periodOf(row)?.split('/').at(-1) ?? null, {
      type: 'date',
      description: `The last day of \`${name}\``,
    }),
  ];
}
