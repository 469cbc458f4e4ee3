export { type ComparedMeasure, type ComparedPapers, comparePapers } from './compare-papers.ts';
export type { Gap, SeriesLine, SeriesRow } from './line.ts';
export { linesOf } from './lines-of.ts';
export type { Revision } from './revisions.ts';
export { sparkline } from './sparkline.ts';
export { titleOf } from './title.ts';
export type { Vintage } from './vintage.ts';
