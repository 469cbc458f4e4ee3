import type { Draft } from '../draft.ts';
import type { Figure } from '../figures/figure.ts';
import { findNumbersBesidePeriods } from '../figures/find.ts';
import { normalise } from '../text/normalise.ts';
import { nameCell } from './cell-name.ts';
import type { GridCell } from './grid.ts';
import { lineOf } from './line.ts';
import type { SectionReading } from './reading.ts';

/** Targets stated in a row's label: "(Target <15 Mins)", "(<48 hours)", "Target: 90%". They have no period of their own. */
export function targetsOfLabel(reading: SectionReading, cell: GridCell | null, row: number): Draft[] {
  const line = reading.rows.get(row);
  if (!cell || !line || cell.kind === 'figure' || cell.cell.row !== row) return [];
  const plain = normalise(cell.text);
  return targetsIn(plain).map((figure) => {
    const unit = figure.unit ?? 'count';
    const kind = { unit, rate: null, isShare: false, isRank: false, isVariance: false, isChange: false };
    const name = nameCell({ ...reading, title: null, row: line, column: NO_COLUMN, rankedBy: null }, kind);
    return {
      leaf: cell.cell,
      figure,
      quote: cell.text.trim(),
      headings: reading.passage.headings,
      table: {
        index: reading.passage.index,
        row,
        col: cell.cell.column,
        rowHeader: [cell.text.trim()],
        columnHeader: [],
      },
      measure: name.measure,
      area: line.area ?? reading.topic.area ?? reading.context.area,
      breakdown: [],
      statistic: 'target' as const,
      value: figure.value,
      unit,
      qualifier: figure.qualifier,
      period: null,
      baseline: null,
      outOf: null,
      method: 'table/target-in-label',
      notes: [],
    };
  });
}

const NO_COLUMN = lineOf(-1, []);

function targetsIn(plain: string): Figure[] {
  return findNumbersBesidePeriods(plain).figures.filter((figure) => {
    const before = plain.slice(0, figure.start);
    const named = /\btarget\b[^()]{0,20}$/i.test(before);
    const bracketed =
      /\(\s*(?:<|>|within|under|less than|at least)?\s*$/.test(before) &&
      figure.qualifier !== null &&
      /^[^)]{0,20}\)/.test(plain.slice(figure.end));
    return named || bracketed;
  });
}
