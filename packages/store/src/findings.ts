import { type Finding, type Severity, severitySchema, sound, type Verdict } from '@scrutineer/model';
import type { Insertable, Selectable, Transaction } from 'kysely';
import type { Store } from './open-store.ts';
import { retrying } from './retrying.ts';
import type { FindingTable, Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

/** What a person says of a finding. */
export interface Acknowledgement {
  /** Id of the finding. */
  readonly finding: string;
  readonly note: string;
  /** ISO time (UTC). */
  readonly acknowledgedAt: string;
}

/** Rows in one insert: 14 columns x 1,000 rows stay below the 32,766 parameters that SQLite takes. */
const ROWS_PER_INSERT = 1000;

/**
 * Keeps what an audit found, for those who ask by SQL.
 *
 * @param options.about the papers that were audited; what was found before stays where none of them is in it. Without
 *   it all that was found before goes.
 */
export async function keepFindings(
  store: Store,
  given: readonly Finding[],
  options: { readonly about?: ReadonlySet<string> } = {},
): Promise<void> {
  const findings = sound(given);
  const { about } = options;
  const keep = async (db: Transaction<Tables>) => {
    await store.lock(db, ['findings']);
    const before = about ? (await db.selectFrom('finding').selectAll().execute()).map(findingOfRow) : [];
    const kept = before.filter(({ papers }) => !papers.some(({ id }) => about!.has(id)));
    const all = worstFirst([...new Map([...kept, ...findings].map((finding) => [finding.id, finding])).values()]);
    await db.deleteFrom('finding').execute();
    for (let from = 0; from < all.length; from += ROWS_PER_INSERT) {
      const rows = all.slice(from, from + ROWS_PER_INSERT).map((finding, index) => rowOfFinding(finding, from + index));
      await db.insertInto('finding').values(rows).execute();
    }
  };
  await retrying(store, () => store.db.transaction().execute(keep));
}

/** Worst first, and otherwise as they came. */
function worstFirst(findings: readonly Finding[]): Finding[] {
  const order = severitySchema.options;
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function rowOfFinding(finding: Finding, sequence: number): Insertable<FindingTable> {
  const { id, rule, severity, papers, observations, claims, figures, lines, pages, expected, verdict, explain } =
    finding;
  return {
    id,
    sequence,
    rule,
    severity,
    papers: JSON.stringify(papers),
    files: papers.map(({ file }) => file).join(', '),
    observations: JSON.stringify(observations),
    claims: claims ? JSON.stringify(claims) : null,
    figures: JSON.stringify(figures),
    lines: JSON.stringify(lines),
    pages: JSON.stringify(pages),
    expected,
    verdict: verdict ?? null,
    explain,
  };
}

function findingOfRow(row: Selectable<FindingTable>): Finding {
  return {
    id: row.id,
    rule: row.rule,
    severity: row.severity as Severity,
    papers: JSON.parse(row.papers),
    observations: JSON.parse(row.observations),
    ...(row.claims === null ? {} : { claims: JSON.parse(row.claims) }),
    figures: JSON.parse(row.figures),
    lines: JSON.parse(row.lines),
    pages: JSON.parse(row.pages),
    expected: row.expected,
    explain: row.explain,
    ...(row.verdict === null ? {} : { verdict: row.verdict as Verdict }),
  };
}

/** What the last audit found, in the order in which it told it. */
export async function listFindings({ db }: Store): Promise<Finding[]> {
  return (await db.selectFrom('finding').selectAll().orderBy('sequence').execute()).map(findingOfRow);
}

/** The findings that people have said something of; they need not be found any more. */
export async function listAcknowledgements({ db }: Store): Promise<Acknowledgement[]> {
  const rows = await db.selectFrom('acknowledgement').selectAll().orderBy('finding').execute();
  return rows.map(({ finding, note, acknowledged_at: acknowledgedAt }) => ({ finding, note, acknowledgedAt }));
}

/** Writes down what a person says of a finding, instead of what was said of it before. */
export async function acknowledge(store: Store, given: Acknowledgement): Promise<void> {
  const { finding, note, acknowledgedAt } = sound(given);
  const row = { note, acknowledged_at: acknowledgedAt };
  await retrying(store, () =>
    store.db
      .insertInto('acknowledgement')
      .values({ finding, ...row })
      .onConflict((conflict) => conflict.column('finding').doUpdateSet(row))
      .execute(),
  );
}

/** Takes back what was said of a finding. */
export async function withdrawAcknowledgement({ db }: Store, finding: string): Promise<void> {
  await db.deleteFrom('acknowledgement').where('finding', '=', finding).execute();
}

/**
 * The id of the finding of the last audit, or of the acknowledgement, that begins so.
 *
 * @throws StoreError where there is none, or several
 */
export async function findingIdOf({ db }: Store, prefix: string): Promise<string> {
  const start = prefix.toLowerCase();
  const begins = `${start.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await db.selectFrom('finding').select('id').where('id', 'like', begins).orderBy('id').execute();
  const said = await db
    .selectFrom('acknowledgement')
    .select('finding as id')
    .where('finding', 'like', begins)
    .execute();
  const ids = [...new Set([...found, ...said].map(({ id }) => id))];
  if (ids.length === 1 && start !== '') return ids[0]!;
  throw new StoreError(
    ids.length === 0 || start === ''
      ? `the last audit found nothing whose id starts with "${prefix}"; \`scrutineer audit\` lists the ids`
      : `several findings have an id that starts with "${prefix}" (${ids.slice(0, 3).join(', ')}); type more of it`,
  );
}
