export { type Area, areaOfLabel } from './areas.ts';
export { allMeasures, type Measure } from './measures.ts';
export { type FoundMeasure, searchMeasures } from './search-measures.ts';
