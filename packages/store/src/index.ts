export { claimsByPaper } from './claims.ts';
export { clearFailure, type FailedPaper, listFailures, recordFailure } from './failures.ts';
export { fetchedBefore, lastFetch, listFetches, recordFetch } from './fetches.ts';
export { findPapers } from './find-paper.ts';
export {
  type Acknowledgement,
  acknowledge,
  findingIdOf,
  keepFindings,
  listAcknowledgements,
  listFindings,
  withdrawAcknowledgement,
} from './findings.ts';
export { listPapers, type PaperAtOrigin, type StoredPaper, storedVersion } from './list-papers.ts';
export { type MeasureName, measuresNamed } from './measure-names.ts';
export type { Sighting } from './note-origin.ts';
export type { ObservationFilters } from './observation-filters.ts';
export {
  countByMeasure,
  type FoundObservation,
  findObservations,
  observationById,
  observationsByPaper,
} from './observations.ts';
export { type OpenOptions, openStore, pingStore, type Store } from './open-store.ts';
export { printingsOf } from './printings.ts';
export { listPublications, recordPublications } from './publications.ts';
export { StoreError, StoreFullError, StoreUnreachableError } from './store-error.ts';
export { type Thing, thingsIn } from './things.ts';
export { type UnmatchedLabel, unmatchedLabels } from './unmatched-labels.ts';
export { noteSeen, type ReadPaper, type WriteOutcome, writePaper } from './write-paper.ts';
