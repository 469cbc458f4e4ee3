import { htmlPage, htmlTable } from '@scrutineer/export/page';
import { type SeriesLine, titleOf } from '@scrutineer/series';
import { placeText, revisionText, valuesOf, valueText, vintagesText } from './series-rows.ts';

/** A self-contained page: the chart, and below it a table for each line. */
export function seriesPage(lines: readonly SeriesLine[], svg: string): string {
  const tables = lines.map((line) =>
    htmlTable(
      titleOf(line),
      ['period', 'value', 'revised', 'printed in', 'all that papers said'],
      valuesOf(line).map((row) => [
        row.period.replace('/', ' to '),
        `${valueText(row.latest.value)}${row.latest.kind === 'derived' ? ' (derived)' : ''}`,
        revisionText(row),
        placeText(row),
        vintagesText(row),
      ]),
    ),
  );
  const title = lines[0] ? lines[0].measure.label : 'No values';
  return htmlPage(title, `<figure>${svg}</figure>\n${tables.join('\n')}`);
}
