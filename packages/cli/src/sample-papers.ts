import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The sample papers, each in one of the formats it is kept in (one folder a format), the formats taken in turn: all are
 * read, and none counts a paper twice. Empty where there is no such folder.
 */
export function samplePapers(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const papers = readdirSync(folder)
    .sort()
    .map((format) => papersIn(join(folder, format)));
  const [first = []] = papers;
  return first.flatMap((_, index) => papers[index % papers.length]![index] ?? []);
}

function papersIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((file) => join(folder, file));
}
