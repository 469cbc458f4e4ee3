import type { Observation } from '../observation.ts';

const LATER = '2018-10-01/2019-09-30';
const EARLIER = '2017-10-01/2018-09-30';

/** An observation as a paper would give it, for tests: 12 months to September 2019, Lancashire, in the first table. */
export function observation(
  figure: string,
  more: Partial<Observation> & { start?: number; quote?: string; line?: number } = {},
): Observation {
  const { start = 0, quote = figure, line = 1, ...rest } = more;
  return {
    id: `${figure}@${line}:${start}`,
    paper: 'paper',
    measure: { id: 'burglary', label: 'Burglary' },
    area: { id: 'E23000003', label: 'Lancashire' },
    breakdown: [],
    statistic: 'level',
    value: Number(figure.replace(/[^\d.-]/g, '')),
    unit: figure.includes('%') ? 'percent' : 'count',
    qualifier: null,
    period: LATER,
    baseline: null,
    status: 'reported',
    source: {
      page: null,
      bbox: null,
      line,
      start,
      end: start + figure.length,
      quote,
      figure,
      table: { index: 0, row: 1, col: 1, rowHeader: ['Burglary'], columnHeader: [] },
      headings: [],
    },
    method: 'table/level-cell',
    confidence: 0.97,
    notes: [],
    ...rest,
  };
}

/** The level of the year before. */
export function earlier(figure: string, more: Parameters<typeof observation>[1] = {}): Observation {
  return observation(figure, { period: EARLIER, start: 100, ...more });
}

/** The level of the year. */
export function later(figure: string, more: Parameters<typeof observation>[1] = {}): Observation {
  return observation(figure, { start: 300, ...more });
}

/** The change between them. */
export function change(figure: string, more: Parameters<typeof observation>[1] = {}): Observation {
  return observation(figure, { statistic: 'change', baseline: EARLIER, start: 200, ...more });
}
