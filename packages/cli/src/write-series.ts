import { resolve } from 'node:path';
import type { ExportFile } from '@scrutineer/export';
import type { CsvOptions } from '@scrutineer/export/csv';
import type { SeriesLine } from '@scrutineer/series';

interface Target extends CsvOptions {
  readonly format: 'table' | 'csv' | 'jsonl' | 'svg' | 'png' | 'html';
  readonly output?: string;
}

/** Writes lines of history in a format, to the file that is named or to standard output. */
export async function writeSeries(lines: readonly SeriesLine[], target: Target): Promise<void> {
  const { format, output } = target;
  const content = await contentOf(lines, target);
  if (output)
    return (await import('./write-export.ts')).writeOneFile(asFile(content), resolve(output), `.${ENDINGS[format]}`);
  const { print, printData } = await import('./output/print.ts');
  await (format === 'table' ? print : printData)([content as string]);
}

const ENDINGS = { table: 'txt', csv: 'csv', jsonl: 'jsonl', svg: 'svg', png: 'png', html: 'html' } as const;

async function* asFile(content: string | Uint8Array): AsyncGenerator<ExportFile> {
  yield { name: 'series', content: [content] };
}

async function contentOf(lines: readonly SeriesLine[], { format, ...options }: Target): Promise<string | Uint8Array> {
  if (format === 'jsonl') return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (format === 'csv') return (await import('./series-csv.ts')).seriesCsv(lines, options);
  if (format === 'table') return (await import('./series-sheet.ts')).seriesSheet(lines, process.stdout);
  const svg = (await import('@scrutineer/series/chart')).drawChart(lines);
  if (format === 'svg') return svg;
  if (format === 'png') return (await import('@scrutineer/series/png')).toPng(svg);
  return (await import('./series-page.ts')).seriesPage(lines, svg);
}
