import type { Qualifier } from '@scrutineer/model';
import type { Draft } from '../draft.ts';
import { normalise } from '../text/normalise.ts';
import type { GridCell } from './grid.ts';
import { nameMeasure } from './measure.ts';
import type { SectionReading } from './reading.ts';
import type { RowLabel } from './row-label.ts';

/** Targets stated in the label itself take a period from their own words only, and state none. */
export function targetDrafts(
  reading: SectionReading,
  label: RowLabel,
  cell: GridCell | undefined,
  row: number,
): Draft[] {
  if (!cell) return [];
  return label.targets.flatMap((figure) => {
    const offset = normalise(cell.text).indexOf(label.text) >= 0 ? normalise(cell.text).indexOf(label.text) : null;
    if (offset === null) return [];
    const measure = nameMeasure(
      { ...reading, column: null, label },
      { share: false, percentLevel: figure.unit === 'percent', money: false, rank: false, count: false },
    );
    return {
      leaf: cell.cell,
      figure: { ...figure, start: figure.start + offset, end: figure.end + offset },
      quote: cell.text.trim(),
      headings: reading.passage.headings,
      table: {
        index: reading.passage.index,
        row,
        col: cell.cell.column,
        rowHeader: [label.text.trim()],
        columnHeader: [],
      },
      measure: measure.measure,
      area: label.area ?? reading.topic.area ?? reading.context.area,
      breakdown: measure.breakdown,
      statistic: 'target' as const,
      value: figure.value,
      unit: figure.unit ?? 'count',
      qualifier: figure.qualifier as Qualifier | null,
      period: null,
      baseline: null,
      outOf: null,
      method: 'table/target-in-label',
      confidence: 0.9,
      notes: [],
    };
  });
}
