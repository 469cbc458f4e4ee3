import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedPaper } from './generated-paper.ts';

const SAMPLES = new URL('../../../samples/papers/markdown/', import.meta.url);

/** Paths of the sample papers in Markdown, in alphabetical order. */
export function samplePaths(): string[] {
  const folder = fileURLToPath(SAMPLES);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => `${folder}${name}`);
}

/** The sample papers in Markdown; a generated one where they are not there. */
function samplePapers(): readonly string[] {
  const folder = fileURLToPath(SAMPLES);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  if (names.length === 0) return [generatedPaper(150)];
  return names.sort().map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));
}

/** One paper of so many lines: as many sample papers, one after the other, as it takes. */
export function paperOfLines(lines: number): string {
  const all = samplePapers().flatMap((paper) => paper.split('\n'));
  const text: string[] = [];
  while (text.length < lines) text.push(...all.slice(0, lines - text.length));
  return `${text.join('\n')}\n`;
}

/** Papers of distinct bytes: the samples in turn, each with a line of its own at its end. */
export function distinctPapers(count: number): string[] {
  const papers = samplePapers();
  return Array.from({ length: count }, (_, index) => `${papers[index % papers.length]}\nCopy ${index}.\n`);
}
