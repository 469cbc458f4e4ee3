export { extract } from './extract.ts';
export { type Quantity, quantities } from './quantities.ts';

/** Goes up whenever the same tree can give other observations. */
export const EXTRACTOR_VERSION = '1';
