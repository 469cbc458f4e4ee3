import { type CsvOptions, csvRecord } from '@scrutineer/export/csv';
import type { SeriesLine, Vintage } from '@scrutineer/series';
import { valuesOf } from './series-rows.ts';

const COLUMNS = [
  'measure_id',
  'measure',
  'area_id',
  'area',
  'breakdown',
  'statistic',
  'unit',
  'length',
  'period',
  'value',
  'kind',
  'is_latest',
  'revision',
  'figure',
  'paper_date',
  'file',
  'line',
  'page',
  'observation',
  'derived_from',
  'paper',
];

/** Every value that papers gave, one record each, in the order of the lines, periods and papers. */
export function seriesCsv(lines: readonly SeriesLine[], options: CsvOptions): string {
  const records = lines.flatMap((line) =>
    valuesOf(line).flatMap((row) =>
      row.vintages.map((vintage) => {
        const revision = row.revisions.find(({ to }) => to === vintage);
        const told = [row.period, vintage.value, vintage.kind, String(vintage === row.latest), revision?.size ?? null];
        return csvRecord([...lineFields(line), ...told, ...vintageFields(vintage)], options);
      }),
    ),
  );
  return [csvRecord(COLUMNS), ...records].join('');
}

function lineFields({ measure, area, breakdown, statistic, unit, length }: SeriesLine): (string | null)[] {
  const parts = breakdown.map(({ dimension, value }) => `${dimension}=${value}`).join('; ');
  return [measure.id, measure.label, area?.id ?? null, area?.label ?? null, parts, statistic, unit, length];
}

function vintageFields({ figure, paper, line, page, observation, derivedFrom }: Vintage): (string | number | null)[] {
  return [figure, paper.date, paper.file, line, page, observation, derivedFrom.join(' '), paper.id];
}
