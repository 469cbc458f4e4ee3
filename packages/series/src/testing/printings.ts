import type { Observation, PaperReference, Printing } from '@scrutineer/model';
import { observation } from '@scrutineer/model/testing';

/** Q1 and Q2 are the first quarters of 2019/20, YEAR and YEAR_BEFORE 12 months to September. */
export const PERIODS = {
  q1: '2019-04-01/2019-06-30',
  q2: '2019-07-01/2019-09-30',
  q3: '2019-10-01/2019-12-31',
  q4: '2020-01-01/2020-03-31',
  halfYear: '2019-04-01/2019-09-30',
  year: '2018-10-01/2019-09-30',
  yearBefore: '2017-10-01/2018-09-30',
} as const;

/** A paper of that name and date. */
export function paper(file: string, date: string | null = null): PaperReference {
  return { id: `id of ${file}`, file, date };
}

/** A figure for a period in a paper, on a line. */
export function printing(
  figure: string,
  period: string | null,
  where: PaperReference,
  more: Partial<Observation> & { line?: number } = {},
): Printing {
  const { line = 1, ...rest } = more;
  const of = observation(figure, { period, line, start: line * 100, paper: where.id, ...rest });
  return { observation: { ...of, id: `${figure} for ${period} in ${where.file}:${line}` }, paper: where };
}
