import type { MediaType, Message, PaperFacts, PaperRecord } from '@scrutineer/model';
import type { Store } from './open-store.ts';
import { factsOfRows } from './rows/fact-rows.ts';
import { groupBy } from './rows/group-by.ts';

/** A paper as the store holds it. */
export interface StoredPaper extends PaperRecord {
  /** Every origin at which these bytes were seen, in alphabetical order. */
  readonly origins: readonly string[];
  /** 1, or one more than the paper it supersedes. */
  readonly version: number;
  /** Id of the paper that stood at the same origin before. */
  readonly supersedes: string | null;
  /** Ids of the papers that took its place, in alphabetical order. */
  readonly supersededBy: readonly string[];
  readonly facts: PaperFacts;
  readonly extractorVersion: string;
  readonly status: 'complete' | 'partial';
  readonly messages: readonly Message[];
  /** Number of observations. */
  readonly observations: number;
}

/** All papers, by date (those without one first), file and id: the same order whatever order they came in. */
export async function listPapers(store: Store): Promise<StoredPaper[]> {
  const [papers, origins, facts, counts] = await Promise.all([
    selectPapers(store),
    store.db.selectFrom('paper_origin').selectAll().orderBy('origin').execute(),
    store.db.selectFrom('paper_fact').selectAll().execute(),
    countObservations(store),
  ]);
  const originsOf = groupBy(origins, (row) => row.paper);
  const factsOf = groupBy(facts, (row) => row.paper);
  const successorsOf = groupBy(papers, (row) => row.supersedes);
  const stored = papers.map((row) => ({
    id: row.id,
    origin: row.origin,
    file: row.file,
    mediaType: row.media_type as MediaType | null,
    byteLength: row.byte_length,
    pages: row.pages,
    origins: (originsOf.get(row.id) ?? []).map(({ origin }) => origin),
    version: row.version,
    supersedes: row.supersedes,
    supersededBy: (successorsOf.get(row.id) ?? []).map(({ id }) => id).sort(),
    facts: factsOfRows(factsOf.get(row.id) ?? []),
    extractorVersion: row.extractor_version,
    status: row.status as StoredPaper['status'],
    messages: JSON.parse(row.messages) as Message[],
    observations: counts.get(row.id) ?? 0,
  }));
  return stored.sort(byDateFileAndId);
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
  return (
    compare(a.facts.date?.value ?? '', b.facts.date?.value ?? '') || compare(a.file, b.file) || compare(a.id, b.id)
  );
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
