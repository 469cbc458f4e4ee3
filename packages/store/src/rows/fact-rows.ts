import type { Fact, PaperFacts } from '@scrutineer/model';
import type { Insertable, Selectable } from 'kysely';
import type { PaperFactTable } from '../schema.ts';

type FactName = keyof PaperFacts;
type Row = Selectable<PaperFactTable>;

/** Every fact, in the order in which it is shown. */
const FACT_NAMES: readonly FactName[] = ['title', 'body', 'area', 'date', 'reportingPeriod', 'itemNumber'];

/** One row for each fact that the paper tells. `factsOfRows` gives the facts back, deep-equal. */
export function rowsOfFacts(paper: string, facts: PaperFacts): Insertable<PaperFactTable>[] {
  return FACT_NAMES.flatMap((name) => {
    const fact = facts[name];
    return fact ? [rowOfFact(paper, name, fact)] : [];
  });
}

function rowOfFact(paper: string, name: FactName, fact: NonNullable<PaperFacts[FactName]>): Insertable<PaperFactTable> {
  const area = typeof fact.value === 'string' ? null : fact.value;
  return {
    paper,
    name,
    value: area ? area.label : (fact.value as string),
    code: area?.id ?? null,
    quote: fact.quote,
    span_start: fact.span.start,
    span_end: fact.span.end,
    place: JSON.stringify(fact.place),
  };
}

/** The facts that the rows of one paper hold; null where there is no row. */
export function factsOfRows(rows: readonly Row[]): PaperFacts {
  const text = (name: FactName): Fact<string> | null => {
    const row = rows.find((candidate) => candidate.name === name);
    return row ? { value: row.value, ...printed(row) } : null;
  };
  const area = rows.find((row) => row.name === 'area');
  return {
    title: text('title'),
    body: text('body'),
    area: area ? { value: { id: area.code, label: area.value }, ...printed(area) } : null,
    date: text('date'),
    reportingPeriod: text('reportingPeriod'),
    itemNumber: text('itemNumber'),
  };
}

function printed(row: Row) {
  return { quote: row.quote, span: { start: row.span_start, end: row.span_end }, place: JSON.parse(row.place) };
}
