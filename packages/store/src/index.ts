export { type FailedPaper, listFailures, recordFailure } from './failures.ts';
export { findPapers } from './find-paper.ts';
export { listPapers, type StoredPaper, storedVersion } from './list-papers.ts';
export type { ObservationFilters } from './observation-filters.ts';
export {
  countByMeasure,
  type FoundObservation,
  findObservations,
  observationById,
  observationsByPaper,
} from './observations.ts';
export { openStore, type Store } from './open-store.ts';
export { StoreError } from './store-error.ts';
export { noteSeen, type ReadPaper, type WriteOutcome, writePaper } from './write-paper.ts';
