import type { Claim, Observation } from '@scrutineer/model';
import { measureNames } from './measure-names.ts';
import type { Store } from './open-store.ts';
import { claimOfRow } from './rows/claim-row.ts';
import { groupBy } from './rows/group-by.ts';
import { observationOfRow } from './rows/observation-row.ts';

/** All that papers say of one thing: one measure, area and breakdown. */
export interface Thing {
  /** Without their tables, headings and boxes. */
  readonly observations: readonly Observation[];
  /** In words, of the measure and area as a whole: they come with the thing that has no breakdown. */
  readonly claims: readonly Claim[];
}

/**
 * Every thing that the given papers say something of, one measure at a time, so that a big store needs no big memory.
 *
 * @param options.papers whose observations and claims are given
 * @param options.about only things that one of these papers speaks of
 */
export async function* thingsIn(
  store: Store,
  { papers, about }: { readonly papers: ReadonlySet<string>; readonly about?: ReadonlySet<string> },
): AsyncGenerator<Thing> {
  const claims = groupBy(await claimsOf(store), ({ measure, area }) => measure && keyOf(measure, area, '[]'));
  for (const label of await labelsOf(store, about)) {
    const rows = (await rowsOf(store, label)).filter((row) => papers.has(row.paper));
    const things = groupBy(rows, (row) => JSON.stringify([row.measure_id, row.area_label, row.breakdown]));
    for (const same of things.values()) {
      const observations = same.map((row) => observationOfRow(Object.assign(row, UNREAD)));
      const { measure, area } = observations[0]!;
      const made = claimsIn(claims, keyOf(measure, area, same[0]!.breakdown), papers);
      const speaks = !about || [...observations, ...made].some(({ paper }) => about.has(paper));
      if (speaks) yield { observations, claims: made };
    }
  }
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

/** The measures that these papers speak of, in figures or in words; all where none are named. */
async function labelsOf(store: Store, about: ReadonlySet<string> | undefined): Promise<string[]> {
  if (!about) return (await measureNames(store)).map(({ label }) => label);
  const papers = [...about, ''];
  const stated = store.db.selectFrom('observation').select('measure_label as label').where('paper', 'in', papers);
  const claimed = store.db.selectFrom('claim').select('measure_label as label').where('paper', 'in', papers);
  const rows = await stated
    .union(claimed.where('measure_label', 'is not', null).$narrowType<{ label: string }>())
    .execute();
  return rows.map(({ label }) => label).sort();
}

/** What the checks of series ask of an observation; the rest would take half of the time to read. */
const COLUMNS = [
  'id',
  'paper',
  'measure_id',
  'measure_label',
  'area_id',
  'area_label',
  'breakdown',
  'statistic',
  'value',
  'unit',
  'qualifier',
  'period',
  'baseline',
  'status',
  'page',
  'line',
  'span_start',
  'span_end',
  'quote',
  'figure',
  'method',
  'confidence',
  'notes',
] as const;

const UNREAD = { out_of: null, derived_from: null, bbox: null, table_reference: null, headings: '[]' } as const;

/** All of one measure at once: to be given row by row takes several times as long. */
function rowsOf({ db }: Store, label: string) {
  return db
    .selectFrom('observation')
    .select(COLUMNS)
    .where('measure_label', '=', label)
    .where('statistic', 'in', ['level', 'change'])
    .where('period', 'is not', null)
    .orderBy('paper')
    .orderBy('sequence')
    .execute();
}
