import { type FetchRecord, sound, soundText } from '@scrutineer/model';
import type { Selectable } from 'kysely';
import type { Store } from './open-store.ts';
import { retrying } from './retrying.ts';
import type { RequestTable } from './schema.ts';

/** Records a request to a publisher's site. Recording the same again changes nothing. */
export async function recordFetch(store: Store, given: FetchRecord): Promise<void> {
  const record = sound(given);
  const row = {
    url: record.url,
    final_url: record.finalUrl,
    fetched_at: record.fetchedAt,
    status: record.status,
    headers: JSON.stringify(record.headers),
    paper: record.paper,
    media_type: record.mediaType,
    byte_length: record.byteLength,
    outcome: record.outcome,
    reason: record.reason,
  };
  await retrying(store, () =>
    store.db
      .insertInto('request')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** The last request that gave the bytes of a URL, or was told that they had not changed; null where there is none. */
export async function lastFetch(store: Store, url: string): Promise<FetchRecord | null> {
  const row = await retrying(store, () =>
    store.db
      .selectFrom('request')
      .selectAll()
      .where('url', '=', soundText(url))
      .where('outcome', 'in', ['fetched', 'not-modified'])
      .orderBy('fetched_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  return row ? recordOf(row) : null;
}

/** Values in one query: below what SQLite takes as parameters. */
const VALUES_PER_QUERY = 500;

/** Those of the URLs whose bytes were fetched before. */
export async function fetchedBefore(store: Store, urls: readonly string[]): Promise<ReadonlySet<string>> {
  const fetched = new Set<string>();
  for (let from = 0; from < urls.length; from += VALUES_PER_QUERY) {
    const rows = await retrying(store, () =>
      store.db
        .selectFrom('request')
        .select('url')
        .distinct()
        .where('url', 'in', urls.slice(from, from + VALUES_PER_QUERY).map(soundText))
        .where('outcome', '=', 'fetched')
        .execute(),
    );
    for (const { url } of rows) fetched.add(url);
  }
  return new Set(urls.filter((url) => fetched.has(soundText(url))));
}

/** All requests for a URL, oldest first. */
export async function listFetches(store: Store, url: string): Promise<FetchRecord[]> {
  const rows = await retrying(store, () =>
    store.db.selectFrom('request').selectAll().where('url', '=', soundText(url)).orderBy('fetched_at').execute(),
  );
  return rows.map(recordOf);
}

function recordOf(row: Selectable<RequestTable>): FetchRecord {
  return {
    url: row.url,
    finalUrl: row.final_url,
    fetchedAt: row.fetched_at,
    status: row.status,
    headers: JSON.parse(row.headers) as Record<string, string>,
    paper: row.paper,
    mediaType: row.media_type,
    byteLength: row.byte_length,
    outcome: row.outcome as FetchRecord['outcome'],
    reason: row.reason,
  };
}
