import { type Publication, sound } from '@scrutineer/model';
import type { Store } from './open-store.ts';
import { retrying } from './retrying.ts';

/** Rows in one insert. */
const ROWS_PER_INSERT = 500;

/** Records where papers were announced; what the same page said of the same paper before is replaced. */
export async function recordPublications(store: Store, given: readonly Publication[]): Promise<void> {
  const publications = sound(given);
  // One insert cannot set the same row twice: what the page says last holds.
  const rows = [...new Map(publications.map((row) => [`${row.origin} ${row.page}`, rowOf(row)])).values()];
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await retrying(store, () =>
      store.db
        .insertInto('publication')
        .values(rows.slice(from, from + ROWS_PER_INSERT))
        .onConflict((conflict) =>
          conflict.columns(['origin', 'page']).doUpdateSet((is) => ({
            link_text: is.ref('excluded.link_text'),
            meeting: is.ref('excluded.meeting'),
            meeting_date: is.ref('excluded.meeting_date'),
            body: is.ref('excluded.body'),
            attachment: is.ref('excluded.attachment'),
          })),
        )
        .execute(),
    );
  }
}

/** All publications, by origin and page. */
export async function listPublications(store: Store): Promise<Publication[]> {
  const rows = await store.db.selectFrom('publication').selectAll().orderBy('origin').orderBy('page').execute();
  return rows.map(({ link_text: linkText, meeting_date: meetingDate, ...row }) => ({ ...row, linkText, meetingDate }));
}

function rowOf({ linkText, meetingDate, ...publication }: Publication) {
  return { ...publication, link_text: linkText, meeting_date: meetingDate };
}
