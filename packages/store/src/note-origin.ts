import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from './schema.ts';

/** That bytes stood at an origin at a time. */
export interface Sighting {
  /** sha256 of the bytes, hex. */
  readonly id: string;
  readonly origin: string;
  readonly file: string;
  /** ISO time (UTC). */
  readonly seenAt: string;
}

/**
 * Notes a sighting in the history of its origin. What the history tells in the end is the same in whatever order
 * sightings are noted: of runs only the ends are kept, and these are sightings themselves.
 *
 * @param options.isNew this is the first sighting of the paper anywhere, and it is called by this origin already
 */
export async function noteOrigin(
  db: Transaction<Tables>,
  sighting: Sighting,
  { isNew }: { readonly isNew: boolean },
): Promise<void> {
  const runs = await db
    .selectFrom('paper_origin')
    .select(['seen_from', 'seen_to', 'paper', 'file'])
    .where('origin', '=', sighting.origin)
    .execute();
  const noted = withSighting(runs, sighting);
  if (noted === runs) return;
  if (runs.length > 0) await db.deleteFrom('paper_origin').where('origin', '=', sighting.origin).execute();
  await db
    .insertInto('paper_origin')
    .values(noted.map((run) => ({ ...run, origin: sighting.origin })))
    .execute();
  const namedAlready = isNew && runs.length === 0;
  if (noted.length !== runs.length && !namedAlready) await nameAgain(db, sighting.origin);
}

interface Run {
  readonly seen_from: string;
  readonly seen_to: string;
  readonly paper: string;
  readonly file: string;
}

/** The same list where the sighting tells nothing new. */
function withSighting(runs: readonly Run[], { id, file, seenAt }: Sighting): readonly Run[] {
  const within = runs.find((run) => run.seen_from <= seenAt && seenAt <= run.seen_to);
  if (within?.paper === id) return runs;
  const seen: Run = { seen_from: seenAt, seen_to: seenAt, paper: id, file };
  return joined([...runs.flatMap((run) => (run === within ? endsOf(run) : [run])), seen]);
}

/** The first and the last sighting of a run. */
function endsOf(run: Run): Run[] {
  if (run.seen_from === run.seen_to) return [run];
  return [
    { ...run, seen_to: run.seen_from },
    { ...run, seen_from: run.seen_to },
  ];
}

/** Neighbours in time that saw the same paper are one run. */
function joined(runs: readonly Run[]): Run[] {
  const inOrder = [...runs].sort(
    (a, b) => compare(a.seen_from, b.seen_from) || compare(a.seen_to, b.seen_to) || compare(a.paper, b.paper),
  );
  const result: Run[] = [];
  for (const run of inOrder) {
    const before = result.at(-1);
    if (before?.paper === run.paper) result[result.length - 1] = { ...before, seen_to: run.seen_to };
    else result.push(run);
  }
  return result;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Papers are called by an origin at which they are current, where there is one; the alphabetically first. */
async function nameAgain(db: Transaction<Tables>, origin: string): Promise<void> {
  // Whether anything stood there later is asked of the index, row by row; the view would be made up whole.
  const column = (name: 'origin' | 'file') => sql<string>`(
    select ${sql.ref(`named.${name}`)} from paper_origin named
    where named.paper = paper.id
    order by
      case when exists (
        select 1 from paper_origin later
        where later.origin = named.origin and (later.seen_from, later.paper) > (named.seen_from, named.paper)
      ) then 1 else 0 end,
      named.origin, named.seen_from
    limit 1)`;
  await db
    .updateTable('paper')
    .set({ origin: column('origin'), file: column('file') })
    .where('id', 'in', (from) => from.selectFrom('paper_origin').select('paper').where('origin', '=', origin))
    .execute();
}
