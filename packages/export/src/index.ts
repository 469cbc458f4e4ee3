export type { Column } from './column.ts';
export { OBSERVATION_COLUMNS } from './columns.ts';
export { PAPER_COLUMNS } from './paper-columns.ts';
export type { ExportedPaper, ExportFile, ExportRow, ObservationRow, Rows } from './row.ts';
