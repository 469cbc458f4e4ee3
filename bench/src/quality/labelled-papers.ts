import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from './match.ts';

/** A paper with its labels. */
export interface LabelledPaper {
  readonly name: string;
  readonly labels: string;
}

/** Papers of which `labels/NAME.jsonl` holds every figure. */
export function labelledPapers(shared: string): LabelledPaper[] {
  const folder = join(shared, 'labels');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && existsSync(join(shared, 'papers', file.replace(/jsonl$/, 'md'))))
    .sort()
    .map((file) => ({ name: file.replace(/\.jsonl$/, ''), labels: join(folder, file) }));
}

/** The labels of a file, or the observations of one, as claims to compare; both are one JSON object a line. */
export function readClaims(text: string): (Claim & { readonly confidence: number })[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { value, unit, statistic, period, baseline, area, confidence } = JSON.parse(line);
    const label = typeof area === 'object' ? (area?.label ?? null) : area;
    return { value, unit, statistic, period, baseline, area: label, confidence };
  });
}

export function readLabels(paper: LabelledPaper): Claim[] {
  return readClaims(readFileSync(paper.labels, 'utf8'));
}
