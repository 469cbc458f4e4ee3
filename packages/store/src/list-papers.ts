import type { MediaType, Message, PaperFacts, PaperRecord, Publication } from '@scrutineer/model';
import type { Selectable } from 'kysely';
import type { Store } from './open-store.ts';
import { listPublications } from './publications.ts';
import { retrying } from './retrying.ts';
import { factsOfRows } from './rows/fact-rows.ts';
import { groupBy } from './rows/group-by.ts';
import type { PaperOriginTable } from './schema.ts';

/** A paper as the store holds it. */
export interface StoredPaper extends PaperRecord {
  /** Every origin at which these bytes were seen, in alphabetical order. */
  readonly origins: readonly PaperAtOrigin[];
  /** Where the publisher's pages announced it. */
  readonly publications: readonly Publication[];
  /** Its number in the history of its first origin: 1, or one more than what stood there before. */
  readonly version: number;
  /** Id of the paper that stood at its first origin before. */
  readonly supersedes: string | null;
  /** Ids of the papers that took its place, in alphabetical order; none where it is current at any origin. */
  readonly supersededBy: readonly string[];
  readonly facts: PaperFacts;
  /** ISO date at which it said what it says: its own, else that of the meeting it was announced for; null where neither is told. */
  readonly date: string | null;
  readonly extractorVersion: string;
  readonly status: 'complete' | 'partial';
  readonly messages: readonly Message[];
  /** Number of observations. */
  readonly observations: number;
}

/** A paper at one of the places where its bytes were seen. */
export interface PaperAtOrigin {
  readonly origin: string;
  /** Last part of the origin. */
  readonly file: string;
  /** ISO time (UTC) of the last sighting. */
  readonly seenAt: string;
  /** Whether it is what stands there now. */
  readonly current: boolean;
}

/** All papers, by date (those without one first), file and id: the same order whatever order they came in. */
export async function listPapers(store: Store): Promise<StoredPaper[]> {
  const [papers, runs, factRows, counts, publications] = await retrying(store, () =>
    Promise.all([
      selectPapers(store),
      store.db.selectFrom('paper_origin').selectAll().orderBy('origin').orderBy('seen_from').orderBy('paper').execute(),
      store.db.selectFrom('paper_fact').selectAll().execute(),
      countObservations(store),
      listPublications(store),
    ]),
  );
  const historyOf = groupBy(runs, (run) => run.origin);
  const runsOf = groupBy(runs, (run) => run.paper);
  const factsOf = groupBy(factRows, (row) => row.paper);
  const publicationsAt = groupBy(publications, ({ origin }) => origin);
  const stored = papers.map((row): StoredPaper => {
    const origins = originsOf(runsOf.get(row.id) ?? [], historyOf);
    const isCurrent = origins.some(({ current }) => current);
    const facts = factsOfRows(factsOf.get(row.id) ?? []);
    const announced = origins.flatMap(({ origin }) => publicationsAt.get(origin) ?? []);
    return {
      id: row.id,
      origin: row.origin,
      file: row.file,
      mediaType: row.media_type as MediaType | null,
      byteLength: row.byte_length,
      pages: row.pages,
      origins,
      publications: announced,
      ...versionAt(row.id, historyOf.get(row.origin) ?? []),
      supersededBy: isCurrent ? [] : successorsAt(origins, historyOf),
      facts,
      date: facts.date?.value ?? announced.flatMap(({ meetingDate }) => meetingDate ?? []).sort()[0] ?? null,
      extractorVersion: row.extractor_version,
      status: row.status as StoredPaper['status'],
      messages: JSON.parse(row.messages) as Message[],
      observations: counts.get(row.id) ?? 0,
    };
  });
  return stored.sort(byDateFileAndId);
}

type Run = Selectable<PaperOriginTable>;
type Histories = ReadonlyMap<string, readonly Run[]>;

/** One entry an origin, from its last run there. */
function originsOf(runs: readonly Run[], historyOf: Histories): PaperAtOrigin[] {
  return [...groupBy(runs, ({ origin }) => origin).values()].map((here) => {
    const last = here.at(-1)!;
    const { origin, file, seen_to: seenAt } = last;
    return { origin, file, seenAt, current: historyOf.get(origin)!.at(-1) === last };
  });
}

function versionAt(paper: string, history: readonly Run[]): Pick<StoredPaper, 'version' | 'supersedes'> {
  const index = history.findLastIndex((run) => run.paper === paper);
  return { version: index + 1, supersedes: history[index - 1]?.paper ?? null };
}

function successorsAt(origins: readonly PaperAtOrigin[], historyOf: Histories): string[] {
  return [...new Set(origins.map(({ origin }) => historyOf.get(origin)!.at(-1)!.paper))].sort();
}

async function selectPapers(store: Store) {
  return store.db
    .selectFrom('paper')
    .innerJoin('extraction', 'extraction.paper', 'paper.id')
    .selectAll('paper')
    .select(['extraction.extractor_version', 'extraction.status', 'extraction.messages'])
    .execute();
}

async function countObservations(store: Store): Promise<Map<string, number>> {
  const rows = await store.db
    .selectFrom('observation')
    .select(({ fn }) => ['paper', fn.countAll().as('count')])
    .groupBy('paper')
    .execute();
  return new Map(rows.map((row) => [row.paper, Number(row.count)]));
}

function byDateFileAndId(a: StoredPaper, b: StoredPaper): number {
  return compare(a.date ?? '', b.date ?? '') || compare(a.file, b.file) || compare(a.id, b.id);
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The extractor version that read the bytes with this id; null where the store does not hold them. */
export async function storedVersion(store: Pick<Store, 'db'>, id: string): Promise<string | null> {
  const row = await store.db
    .selectFrom('extraction')
    .select('extractor_version')
    .where('paper', '=', id)
    .executeTakeFirst();
  return row?.extractor_version ?? null;
}
