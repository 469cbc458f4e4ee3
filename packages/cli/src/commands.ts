import type { Command } from 'commander';

/** A file of `commands/`: adds arguments, options, examples and the action to a command. */
export interface CommandFile {
  define(command: Command): void;
}

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** The file is read only when its command is called, so that the others start fast. */
  readonly load: () => Promise<CommandFile>;
}

/** Every command, in the order in which `--help` lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'ingest', summary: 'read papers and store what they state', load: () => import('./commands/ingest.ts') },
  { name: 'papers', summary: 'list the stored papers and their facts', load: () => import('./commands/papers.ts') },
  {
    name: 'observations',
    summary: 'list stored observations, by measure, area, period…',
    load: () => import('./commands/observations.ts'),
  },
  { name: 'show', summary: 'show a figure where it stands in its paper', load: () => import('./commands/show.ts') },
  { name: 'explain', summary: 'tell why a figure was read as it was', load: () => import('./commands/explain.ts') },
  {
    name: 'measures',
    summary: 'list and search the measures, and labels that have none',
    load: () => import('./commands/measures.ts'),
  },
  { name: 'series', summary: "give a measure's history over all papers", load: () => import('./commands/series.ts') },
  { name: 'compare', summary: 'tell what changed between two papers', load: () => import('./commands/compare.ts') },
  { name: 'audit', summary: 'find figures that cannot all be right', load: () => import('./commands/audit.ts') },
  {
    name: 'acknowledge',
    summary: 'say something of a finding, so that it is not told again',
    load: () => import('./commands/acknowledge.ts'),
  },
  {
    name: 'export',
    summary: 'write observations for spreadsheets, statistics programs and the web',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'archive',
    summary: "verify the papers' bytes, and repair them",
    load: () => import('./commands/archive.ts'),
  },
  { name: 'extract', summary: 'print the observations of one paper', load: () => import('./commands/extract.ts') },
  { name: 'tables', summary: 'print the tables of one paper', load: () => import('./commands/tables.ts') },
  { name: 'text', summary: 'print the document tree of one paper', load: () => import('./commands/text.ts') },
  { name: 'coverage', summary: 'account for every number of one paper', load: () => import('./commands/coverage.ts') },
  {
    name: 'quantities',
    summary: 'find the quantities in sentences from standard input',
    load: () => import('./commands/quantities.ts'),
  },
  {
    name: 'enqueue',
    summary: 'put papers and sources into the queue that workers take from',
    load: () => import('./commands/enqueue.ts'),
  },
  { name: 'worker', summary: 'take jobs from the queue until stopped', load: () => import('./commands/worker.ts') },
  { name: 'watch', summary: 'search sources again and again', load: () => import('./commands/watch.ts') },
  { name: 'jobs', summary: 'count, list, retry and drain the jobs', load: () => import('./commands/jobs.ts') },
  { name: 'dashboard', summary: 'show the queue in a browser', load: () => import('./commands/dashboard.ts') },
  { name: 'demo', summary: 'try all of it on the sample papers', load: () => import('./commands/demo.ts') },
];
