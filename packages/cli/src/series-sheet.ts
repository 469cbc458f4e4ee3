import { styleText } from 'node:util';
import { type SeriesLine, type SeriesRow, sparkline, titleOf } from '@scrutineer/series';
import { counted } from './output/counted.ts';
import { oneLine } from './output/one-line.ts';
import { type Column, tableLines } from './output/text-table.ts';
import { placeText, revisionText, valuesOf, valueText, vintagesText } from './series-rows.ts';

type Row = SeriesLine['rows'][number];

const COLUMNS: readonly Column<Row>[] = [
  { title: 'period', value: ({ period }) => period },
  { title: 'value', value: ofRow(({ latest }) => valueText(latest.value)), align: 'right' },
  { title: '', value: (row) => (row.kind === 'gap' ? 'no paper tells' : markOf(row)) },
  { title: 'revised', value: ofRow(revisionText) },
  { title: 'printed in', value: ofRow(placeText), flexible: true },
  {
    title: 'all that papers said',
    value: ofRow((row) => (row.vintages.length > 1 ? vintagesText(row) : '')),
    flexible: true,
  },
];

function ofRow(value: (row: SeriesRow) => string): (row: Row) => string {
  return (row) => (row.kind === 'gap' ? '' : value(row));
}

function markOf({ latest }: SeriesRow): string {
  return latest.kind === 'derived' ? 'derived' : '';
}

/** Lines of history for a terminal: title, sparkline, and a row for each period. */
export async function seriesSheet(lines: readonly SeriesLine[], stream: NodeJS.WriteStream): Promise<string> {
  const layout = stream.isTTY ? { stream, width: stream.columns } : { stream };
  const sheets = await Promise.all(
    lines.map(async (line) => {
      const values = line.rows.map((row) => (row.kind === 'gap' ? null : row.latest.value));
      const table = await Array.fromAsync(tableLines(line.rows, COLUMNS, layout));
      return [
        styleText('bold', oneLine(titleOf(line)), { stream }),
        `${sparkline(values)}  ${summary(line)}`,
        ...table,
        '',
      ].join('\n');
    }),
  );
  return sheets.join('\n');
}

function summary(line: SeriesLine): string {
  const rows = valuesOf(line);
  const papers = new Set(rows.flatMap(({ vintages }) => vintages.map(({ paper }) => paper.id)));
  const revisions = rows.reduce((count, row) => count + row.revisions.length, 0);
  return [
    counted(rows.length, 'period'),
    counted(papers.size, 'paper'),
    counted(revisions, 'revision'),
    counted(line.rows.length - rows.length, 'gap'),
  ].join(', ');
}
