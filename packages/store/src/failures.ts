import { failureReason, type Message, sound, soundText } from '@scrutineer/model';
import type { Store } from './open-store.ts';
import { retrying } from './retrying.ts';

/** A paper that could not be read. */
export interface FailedPaper {
  readonly origin: string;
  readonly file: string;
  /** sha256 of the bytes, hex; null where they could not be had. */
  readonly paper: string | null;
  readonly byteLength: number | null;
  readonly messages: readonly Message[];
}

/** Records why a paper could not be read; a later failure at the same origin takes its place. */
export async function recordFailure(store: Store, given: FailedPaper): Promise<void> {
  const failure = sound(given);
  const row = {
    paper: failure.paper,
    file: failure.file,
    byte_length: failure.byteLength,
    reason: failureReason(failure.messages),
    messages: JSON.stringify(failure.messages),
  };
  await retrying(store, () =>
    store.db
      .insertInto('failure')
      .values({ origin: failure.origin, ...row })
      .onConflict((conflict) => conflict.column('origin').doUpdateSet(row))
      .execute(),
  );
}

/** Clears what was recorded for an origin, because it works by now. */
export async function clearFailure(store: Store, origin: string): Promise<void> {
  await retrying(store, () => store.db.deleteFrom('failure').where('origin', '=', soundText(origin)).execute());
}

/** The papers that could not be read, by file and origin, each with the sentence that says why. */
export async function listFailures(store: Store): Promise<(FailedPaper & { readonly reason: string })[]> {
  const rows = await retrying(store, () =>
    store.db.selectFrom('failure').selectAll().orderBy('file').orderBy('origin').execute(),
  );
  return rows.map((row) => ({
    origin: row.origin,
    file: row.file,
    paper: row.paper,
    byteLength: row.byte_length,
    reason: row.reason,
    messages: JSON.parse(row.messages),
  }));
}
