import type { ExportFile, ExportOptions, ExportRow, Rows } from './row.ts';

/** A format that takes the observations of any papers. */
export interface ExportFormat {
  readonly name: string;
  /** Whether it is text that makes sense on a terminal or in a pipe. */
  readonly printable: boolean;
  /** Ending of its one file; null where it makes several, which go into a folder. */
  readonly ending: string | null;
  /** The file that writes it is read only when it is asked for. */
  readonly load: () => Promise<(rows: Rows<ExportRow>, options: ExportOptions) => AsyncIterable<ExportFile>>;
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: 'csv', printable: true, ending: '.csv', load: async () => (await import('./formats/csv.ts')).toCsv },
  {
    name: 'jsonl',
    printable: true,
    ending: '.jsonl',
    load: async () => (await import('./formats/jsonl.ts')).toJsonLines,
  },
  { name: 'csvw', printable: false, ending: null, load: async () => (await import('./formats/csvw.ts')).toCsvw },
  {
    name: 'sdmx-csv',
    printable: false,
    ending: null,
    load: async () => (await import('./formats/sdmx-csv.ts')).toSdmxCsv,
  },
  {
    name: 'datapackage',
    printable: false,
    ending: null,
    load: async () => (await import('./formats/datapackage.ts')).toDataPackage,
  },
  {
    name: 'parquet',
    printable: false,
    ending: '.parquet',
    load: async () => (await import('./formats/parquet.ts')).toParquet,
  },
  { name: 'excel', printable: false, ending: '.xlsx', load: async () => (await import('./formats/excel.ts')).toExcel },
];
