import { type Claim, type Extraction, type Message, type PaperRecord, sound } from '@scrutineer/model';
import type { Transaction } from 'kysely';
import { storedVersion } from './list-papers.ts';
import { noteOrigin, type Sighting } from './note-origin.ts';
import type { Store } from './open-store.ts';
import { retrying } from './retrying.ts';
import { rowOfClaim } from './rows/claim-row.ts';
import { rowsOfFacts } from './rows/fact-rows.ts';
import { rowOfObservation } from './rows/observation-row.ts';
import type { Tables } from './schema.ts';

/** A paper that was read, and all that was extracted from it. */
export interface ReadPaper {
  readonly paper: PaperRecord;
  /** ISO time (UTC) at which the bytes were taken from their origin. */
  readonly seenAt: string;
  readonly extractorVersion: string;
  readonly status: 'complete' | 'partial';
  readonly messages: readonly Message[];
  readonly extraction: Extraction;
}

/**
 * - `added`: the bytes are new to the store.
 * - `replaced`: they were there, with the output of another extractor version (or `force` was asked for).
 * - `unchanged`: the same version had read them; only a new origin is noted.
 */
export type WriteOutcome = 'added' | 'replaced' | 'unchanged';

/**
 * Writes a paper and what was extracted from it, in one transaction: wholly or not at all.
 * Writing the same again changes nothing. Texts are made sound (`soundText`), for no database holds all. A failure recorded for these bytes or this origin is cleared.
 *
 * @param options.force replace even what the same extractor version wrote
 */
export async function writePaper(
  store: Store,
  given: ReadPaper,
  options: { readonly force?: boolean } = {},
): Promise<WriteOutcome> {
  const read = sound(given);
  const { paper, seenAt } = read;
  return inTransaction(store, paper, async (transaction) => {
    const before = await storedVersion({ db: transaction }, paper.id);
    if (before === null) await insertPaper(transaction, paper);
    await noteOrigin(transaction, { ...paper, seenAt }, { isNew: before === null });
    await clearFailures(transaction, paper);
    if (before === read.extractorVersion && !options.force) return 'unchanged';
    if (before !== null) await removeExtraction(transaction, paper);
    await insertExtraction(store, transaction, read);
    return before === null ? 'added' : 'replaced';
  });
}

/**
 * Notes that bytes which the store holds were seen at an origin, and clears failures recorded for them; for a caller
 * that knows they need not be read again.
 */
export async function noteSeen(store: Store, given: Sighting): Promise<void> {
  const sighting = sound(given);
  await inTransaction(store, sighting, async (transaction) => {
    await noteOrigin(transaction, sighting, { isNew: false });
    await clearFailures(transaction, sighting);
  });
}

/** Writers of the same paper, and of the same origin, take turns: the second finds what the first has done. */
async function inTransaction<T>(
  store: Store,
  { id, origin }: Pick<PaperRecord, 'id' | 'origin'>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return retrying(store, () =>
    store.db.transaction().execute(async (transaction) => {
      await store.lock(transaction, [`paper ${id}`, `origin ${origin}`]);
      return work(transaction);
    }),
  );
}

async function insertPaper(db: Transaction<Tables>, paper: PaperRecord): Promise<void> {
  await db
    .insertInto('paper')
    .values({
      id: paper.id,
      origin: paper.origin,
      file: paper.file,
      media_type: paper.mediaType,
      byte_length: paper.byteLength,
      pages: paper.pages,
    })
    .execute();
}

async function clearFailures(db: Transaction<Tables>, paper: Pick<PaperRecord, 'id' | 'origin'>): Promise<void> {
  await db
    .deleteFrom('failure')
    .where((is) => is.or([is('origin', '=', paper.origin), is('paper', '=', paper.id)]))
    .execute();
}

async function removeExtraction(db: Transaction<Tables>, { id, mediaType, pages }: PaperRecord): Promise<void> {
  await db.deleteFrom('paper_fact').where('paper', '=', id).execute();
  await db.deleteFrom('observation').where('paper', '=', id).execute();
  await db.deleteFrom('claim').where('paper', '=', id).execute();
  await db.deleteFrom('extraction').where('paper', '=', id).execute();
  await db.updateTable('paper').set({ media_type: mediaType, pages }).where('id', '=', id).execute();
}

async function insertExtraction(store: Store, db: Transaction<Tables>, read: ReadPaper): Promise<void> {
  const { paper, extraction } = read;
  await db
    .insertInto('extraction')
    .values({
      paper: paper.id,
      extractor_version: read.extractorVersion,
      status: read.status,
      messages: JSON.stringify(read.messages),
    })
    .execute();
  const facts = rowsOfFacts(paper.id, extraction.facts);
  if (facts.length > 0) await db.insertInto('paper_fact').values(facts).execute();
  await store.insertObservations(db, extraction.observations.map(rowOfObservation));
  await insertClaims(db, extraction.claims);
}

/** Rows in one insert: 17 columns x 1,000 rows stay below the 32,766 parameters that SQLite takes. */
const CLAIMS_PER_INSERT = 1000;

async function insertClaims(db: Transaction<Tables>, claims: readonly Claim[]): Promise<void> {
  const rows = claims.map(rowOfClaim);
  for (let from = 0; from < rows.length; from += CLAIMS_PER_INSERT)
    await db
      .insertInto('claim')
      .values(rows.slice(from, from + CLAIMS_PER_INSERT))
      .execute();
}
