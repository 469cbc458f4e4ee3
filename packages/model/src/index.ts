export * from './extraction.ts';
export * from './finding.ts';
export * from './identifier.ts';
export * from './message.ts';
export * from './observation.ts';
export * from './paper.ts';
export * from './place.ts';
export * from './tree.ts';
