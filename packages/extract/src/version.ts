/** Goes up whenever the same tree can give other observations. */
export const EXTRACTOR_VERSION = '1';
