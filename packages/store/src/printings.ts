import type { Printing } from '@scrutineer/model';
import { conditionOf, type ObservationFilters } from './observation-filters.ts';
import type { Store } from './open-store.ts';
import { observationOfRow } from './rows/observation-row.ts';

/**
 * All printings of measures, with the papers that print them and when.
 *
 * @param labels of the measures
 */
export async function printingsOf(
  store: Store,
  labels: readonly string[],
  filters: Pick<ObservationFilters, 'area' | 'asOf'> = {},
): Promise<Printing[]> {
  if (labels.length === 0) return [];
  const rows = await store.db
    .selectFrom('observation')
    .innerJoin('paper', 'paper.id', 'observation.paper')
    .innerJoin('paper_date', 'paper_date.paper', 'observation.paper')
    .selectAll('observation')
    .select(['paper.file as paper_file', 'paper_date.date as paper_date'])
    .where('observation.measure_label', 'in', [...labels])
    .where((is) => conditionOf(filters, is))
    .orderBy('observation.measure_label')
    .orderBy('observation.paper')
    .orderBy('observation.sequence')
    .execute();
  return ofTheAreaNamed(rows, filters.area).map((row) => ({
    observation: observationOfRow(row),
    paper: { id: row.paper, file: row.paper_file, date: row.paper_date },
  }));
}

/** "Cumbria" means Cumbria where there is one, and else all areas whose name holds the word. */
function ofTheAreaNamed<Row extends { readonly area_id: string | null; readonly area_label: string | null }>(
  rows: readonly Row[],
  area: string | undefined,
): readonly Row[] {
  const name = area?.toLowerCase();
  const exact = rows.filter((row) => row.area_id?.toLowerCase() === name || row.area_label?.toLowerCase() === name);
  return name !== undefined && exact.length > 0 ? exact : rows;
}
