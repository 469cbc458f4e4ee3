export { observationOfRecord, readCsv } from './flat-observation.ts';
export { readDataPackage } from './read-data-package.ts';
