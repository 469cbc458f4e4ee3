import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Claim } from './compare.ts';

/** A paper, and the file that holds every figure it states, one observation a line. */
export interface LabelledPaper {
  readonly name: string;
  readonly file: string;
  readonly labels: string;
}

/** Papers that are told apart because their figures mean different things. */
export interface PaperSet {
  readonly name: string;
  readonly papers: readonly LabelledPaper[];
}

/** The papers that were at hand when the first rules were written: a figure on these tells what is remembered. */
const RULES_WRITTEN_ON: ReadonlySet<string> = new Set(['000', '001', '003']);

/**
 * The labelled papers of a folder: those that rules were written on; the open ones, which rules may be measured on; and
 * the sets of `first-contact` that were asked for, which nobody has read. The sample papers, whose figures are in
 * `samples/expected`, where no folder is named.
 */
export function paperSets(folder: string | null, firstContact: readonly string[]): PaperSet[] {
  if (folder === null) return [{ name: 'sample papers', papers: samples() }];
  const first = inFolder(join(folder, 'papers'), join(folder, 'labels'));
  const corpus = join(folder, 'corpus');
  const sets: PaperSet[] = [
    { name: 'rules written on', papers: first.filter(({ name }) => RULES_WRITTEN_ON.has(name)) },
    {
      name: 'open corpus',
      papers: [...first.filter(({ name }) => !RULES_WRITTEN_ON.has(name)), ...inFolder(corpus, corpus)],
    },
    ...firstContact.map((name) => {
      const set = join(folder, 'first-contact', name);
      return { name: `first contact, ${name}`, papers: inFolder(set, set) };
    }),
  ];
  return sets.filter(({ papers }) => papers.length > 0);
}

/** The same papers in another format; those that are there. */
export function inFormat(papers: readonly LabelledPaper[], ending: string): LabelledPaper[] {
  return papers.flatMap((paper) => {
    const file = paper.file.replace(/\.md$/, ending);
    return existsSync(file) ? [{ ...paper, file }] : [];
  });
}

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));

function samples(): LabelledPaper[] {
  return inFolder(join(SAMPLES, 'papers', 'markdown'), join(SAMPLES, 'expected'));
}

function inFolder(papers: string, labels: string): LabelledPaper[] {
  if (!existsSync(papers) || !existsSync(labels)) return [];
  const named = readdirSync(papers).filter((file) => file.endsWith('.md'));
  return named.sort().flatMap((file) => {
    const name = basename(file, '.md');
    const beside = join(labels, `${name}.jsonl`);
    return existsSync(beside) ? [{ name, file: join(papers, file), labels: beside }] : [];
  });
}

/** The labels of a paper, or observations written as one JSON object a line. */
export function readLabels({ labels }: LabelledPaper): Claim[] {
  const lines = readFileSync(labels, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => claimOf(JSON.parse(line)));
}

/** An observation or a label as what is compared. */
// biome-ignore lint/suspicious/noExplicitAny: labels are written by hand in several shapes
export function claimOf(row: any): Claim {
  const label = (value: unknown) =>
    typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : ((value as string) ?? null);
  return {
    value: Number(row.value),
    unit: row.unit ?? 'count',
    statistic: row.statistic,
    measure: label(row.measure) ?? '',
    area: label(row.area),
    period: row.period ?? null,
    baseline: row.baseline ?? null,
    qualifier: row.qualifier ?? null,
    line: row.source?.line ?? row.line ?? null,
    figure: row.source?.figure ?? row.figure ?? '',
    where: row.where ?? (row.source?.table ? 'table' : 'narrative'),
    note: row.note ?? '',
  };
}
