import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, PartResult } from '../measure/figure.ts';
import { COMMAND, runNode } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';
import { withFolder } from '../papers/scratch-folder.ts';
import { type LabelledPaper, labelledPapers, readClaims, readLabels } from '../quality/labelled-papers.ts';
import { matchFigures } from '../quality/match.ts';
import { type Judged, reliability } from '../quality/reliability.ts';

/** What is added to a paper's name in each format. */
const FORMATS = [
  { format: 'Markdown', ending: '.md', options: ['--lines'] },
  { format: 'DOCX', ending: '.docx', options: [] },
  { format: 'PDF with ruled tables', ending: '-ruled.pdf', options: [] },
] as const;

/** Figures and whole observations found on papers whose every figure is labelled; and whether confidences keep their word. */
export async function quality({ shared }: BenchOptions): Promise<PartResult> {
  const scorer = join(shared ?? '', 'tools', 'score.mjs');
  const papers = shared ? labelledPapers(shared) : [];
  if (!shared || papers.length === 0 || !existsSync(scorer)) return skipped(shared);
  return withFolder(new Map(), async (path) => {
    const figures: Figure[] = [];
    const judged: Judged[] = [];
    for (const { format, ending, options } of FORMATS) {
      const found = await extractAll(papers, (name) => join(shared, 'papers', `${name}${ending}`), path);
      figures.push(...(await scores(scorer, format, found, options)));
      judged.push(...found.flatMap(({ paper, text }) => judge(paper, text)));
    }
    return { part: 'quality', figures: [...figures, ...reliabilityFigures(judged)], note: `${papers.length} papers` };
  });
}

function skipped(shared: string | null): PartResult {
  const note = shared
    ? `skipped: ${shared} does not hold papers/, labels/ and tools/score.mjs`
    : 'skipped: name a folder with papers/, labels/ and tools/ by --shared';
  return { part: 'quality', figures: [], note };
}

interface Found {
  readonly paper: LabelledPaper;
  readonly file: string;
  readonly text: string;
}

async function extractAll(
  papers: readonly LabelledPaper[],
  fileOf: (name: string) => string,
  path: (name: string) => string,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const paper of papers.filter(({ name }) => existsSync(fileOf(name)))) {
    const args = [COMMAND, 'extract', fileOf(paper.name), '--format', 'jsonl'];
    const { stdout } = await runNode(args, { keepOutput: true });
    const file = path(`${paper.name}.jsonl`);
    writeFileSync(file, stdout);
    found.push({ paper, file, text: stdout });
  }
  return found;
}

async function scores(
  scorer: string,
  format: string,
  found: readonly Found[],
  options: readonly string[],
): Promise<Figure[]> {
  if (found.length === 0) return [];
  const files = found.flatMap(({ paper, file }) => ['--gold', paper.labels, '--pred', file]);
  const { stdout } = await runNode([scorer, ...files, ...options, '--json'], { keepOutput: true });
  const { figures, complete } = JSON.parse(stdout);
  return [
    { name: `${format}: figures`, unit: 'F1', runs: [figures.f1] },
    { name: `${format}: complete`, unit: 'F1', runs: [complete.f1] },
  ];
}

function judge(paper: LabelledPaper, text: string): Judged[] {
  const matches = matchFigures(readClaims(text), readLabels(paper));
  return matches.map(({ found, right }) => ({ confidence: found.confidence, right }));
}

function reliabilityFigures(judged: readonly Judged[]): Figure[] {
  return reliability(judged).flatMap(({ from, to, count, promised, right }) => {
    if (right === null || promised === null) return [];
    const name = `confidence ${from} to ${to} (${count}, mean ${promised.toFixed(2)})`;
    return [{ name, unit: 'right', runs: [right] }];
  });
}
