import type { Observation, PaperFacts, PaperRecord } from '@scrutineer/model';

/** A paper as exports tell of it: what the store's papers have. */
export interface ExportedPaper extends PaperRecord {
  readonly facts: PaperFacts;
  /** ISO date at which it said what it says; null where nothing tells. */
  readonly date: string | null;
  /** Its number in the history of its origin, from 1. */
  readonly version: number;
  readonly extractorVersion: string;
  /** Whether all of it could be read. */
  readonly status: 'complete' | 'partial';
  /** Where and when its bytes were seen. */
  readonly origins: readonly { readonly seenAt: string }[];
}

/** An observation with the name of its paper: what a flat record of it needs. */
export interface ObservationRow {
  readonly observation: Observation;
  readonly paper: Pick<ExportedPaper, 'file' | 'date'>;
}

/** An observation with its paper: what every export is made from. */
export interface ExportRow extends ObservationRow {
  readonly paper: ExportedPaper;
}

export type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;

/** A file of an export. Files are to be written in the order in which they come: a later one tells of an earlier one. */
export interface ExportFile {
  /** Without a folder, as in `papers.csv`. */
  readonly name: string;
  readonly content: Rows<string | Uint8Array>;
}

export interface ExportOptions {
  /** As in `CsvOptions`. */
  readonly csvSafe?: boolean;
  /** The group that a measure belongs to, by the measure's id; null where it belongs to none. */
  readonly groupOf: (measure: string | null) => string | null;
}

/** The rows as they come, each one's paper noted by its id: for the files that are written after them. */
export async function* notingPapers(
  rows: Rows<ExportRow>,
  papers: Map<string, ExportedPaper>,
): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    papers.set(row.paper.id, row.paper);
    yield row;
  }
}
