export { type Area, areaOfLabel } from './areas.ts';
export { allMeasures, directionOfGood, type Measure } from './measures.ts';
export { type FoundMeasure, searchMeasures } from './search-measures.ts';
