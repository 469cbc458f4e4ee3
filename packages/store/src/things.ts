import type { Claim, Observation } from '@scrutineer/model';
import type { Store } from './open-store.ts';
import { claimOfRow } from './rows/claim-row.ts';
import { groupBy } from './rows/group-by.ts';
import { observationOfRow } from './rows/observation-row.ts';

/** All that papers say of one thing: one measure, area and breakdown. */
export interface Thing {
  readonly observations: readonly Observation[];
  /** In words, of the measure and area as a whole: they come with the thing that has no breakdown. */
  readonly claims: readonly Claim[];
}

/**
 * Every thing that the given papers say something of, one at a time, so that a big store needs no big memory.
 *
 * @param options.papers whose observations and claims are given
 * @param options.about only things that one of these papers speaks of
 */
export async function* thingsIn(
  store: Store,
  { papers, about }: { readonly papers: ReadonlySet<string>; readonly about?: ReadonlySet<string> },
): AsyncGenerator<Thing> {
  const claims = groupBy(await claimsOf(store), ({ measure, area }) => measure && keyOf(measure, area, '[]'));
  const thing = (key: string, observations: readonly Observation[]): Thing[] => {
    const made = claimsIn(claims, key, papers);
    const speaks = !about || [...observations, ...made].some(({ paper }) => about.has(paper));
    return speaks ? [{ observations, claims: made }] : [];
  };
  let key: string | null = null;
  let observations: Observation[] = [];
  for await (const row of rowsByThing(store, about)) {
    if (!papers.has(row.paper)) continue;
    const observation = observationOfRow(row);
    const next = keyOf(observation.measure, observation.area, row.breakdown);
    if (key !== null && next !== key) {
      yield* thing(key, observations);
      observations = [];
    }
    key = next;
    observations.push(observation);
  }
  if (key !== null) yield* thing(key, observations);
}

function keyOf(measure: Observation['measure'], area: Observation['area'], breakdown: string): string {
  return JSON.stringify([measure.label, measure.id, area?.label ?? null, breakdown]);
}

function claimsIn(claims: ReadonlyMap<string, readonly Claim[]>, key: string, papers: ReadonlySet<string>): Claim[] {
  return (claims.get(key) ?? []).filter(({ paper }) => papers.has(paper));
}

/** Claims that a series can bear out; the others are about the paper they stand in. */
async function claimsOf({ db }: Store): Promise<Claim[]> {
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where('says', 'in', ['highest', 'lowest'])
    .orderBy('paper')
    .orderBy('sequence')
    .execute();
  return rows.map(claimOfRow);
}

/** By thing, in the order of their index, so that nothing needs to be sorted; of the measures that `about` speaks of. */
function rowsByThing({ db }: Store, about: ReadonlySet<string> | undefined) {
  return db
    .selectFrom('observation')
    .selectAll()
    .where('statistic', 'in', ['level', 'change'])
    .where('period', 'is not', null)
    .$if(about !== undefined, (query) =>
      query.where((is) => {
        const papers = [...about!, ''];
        const stated = is.selectFrom('observation').select('measure_label').where('paper', 'in', papers);
        const claimed = is.selectFrom('claim').select('measure_label').where('paper', 'in', papers);
        return is.or([
          is('measure_label', 'in', stated),
          is('measure_label', 'in', claimed.where('measure_label', 'is not', null)),
        ]);
      }),
    )
    .orderBy('measure_label')
    .orderBy('measure_id')
    .orderBy('area_label')
    .orderBy('breakdown')
    .stream();
}
