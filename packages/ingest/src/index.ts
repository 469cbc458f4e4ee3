export * from './outline.ts';
export * from './readers/read-options.ts';
export * from './readers/read-paper.ts';
