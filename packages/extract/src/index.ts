export { extract } from './extract.ts';
export { type Quantity, quantities } from './quantities.ts';
export { EXTRACTOR_VERSION } from './version.ts';
