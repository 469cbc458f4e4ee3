export { type AccountedNumber, coverage } from './coverage.ts';
export { type Clue, type Explanation, explain } from './explain.ts';
export { extract } from './extract.ts';
export { traitsOf } from './resolve/confidence.ts';
export { type Understood, understood } from './understood.ts';
export { EXTRACTOR_VERSION } from './version.ts';
