import { writeFile } from 'node:fs/promises';
import type { SeriesLine } from '@scrutineer/series';

interface Target {
  readonly format: 'table' | 'csv' | 'jsonl' | 'svg' | 'png' | 'html';
  readonly output?: string;
}

/** Writes lines of history in a format, to the file that is named or to standard output. */
export async function writeSeries(lines: readonly SeriesLine[], { format, output }: Target): Promise<void> {
  const content = await contentOf(lines, format);
  if (output) return writeFile(output, content);
  const { print } = await import('./output/print.ts');
  await print([content as string]);
}

async function contentOf(lines: readonly SeriesLine[], format: Target['format']): Promise<string | Uint8Array> {
  if (format === 'jsonl') return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (format === 'csv') return (await import('./series-csv.ts')).seriesCsv(lines);
  if (format === 'table') return (await import('./series-sheet.ts')).seriesSheet(lines, process.stdout);
  const svg = (await import('@scrutineer/series/chart')).drawChart(lines);
  if (format === 'svg') return svg;
  if (format === 'png') return (await import('@scrutineer/series/png')).toPng(svg);
  return (await import('./series-page.ts')).seriesPage(lines, svg);
}
