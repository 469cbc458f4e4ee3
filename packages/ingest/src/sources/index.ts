export { type ExpandedSources, expandSources, type SourceProblem } from './expand-sources.ts';
export { type LoadOptions, loadSource } from './load-source.ts';
export type { Source } from './source.ts';
