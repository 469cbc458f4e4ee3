export { type IngestOptions, ingestPapers } from './ingest-papers.ts';
export type { IngestedPaper } from './steps/store-paper.ts';
