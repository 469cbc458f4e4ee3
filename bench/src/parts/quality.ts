import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { traitsOf } from '@scrutineer/extract';
import type { Observation } from '@scrutineer/model';
import { readAndExtract } from '@scrutineer/workers/read-and-extract';
import type { Figure, PartResult } from '../measure/figure.ts';
import type { BenchOptions } from '../options.ts';
import { type Claim, compare, plainArea } from '../quality/compare.ts';
import { isotonicSteps, type Step } from '../quality/isotonic.ts';
import {
  claimOf,
  inFormat,
  type LabelledPaper,
  type PaperSet,
  paperSets,
  readLabels,
} from '../quality/labelled-papers.ts';
import { type Example, fitWeights, probability, type Weights } from '../quality/logistic.ts';
import { type RegexesRun, timesMet, watchRegexes } from '../quality/regexes-met.ts';
import { type Judged, reliability } from '../quality/reliability.ts';
import { type Scored, type SetScore, scoreSet } from '../quality/score.ts';

/** The other formats of a paper, by what stands for `.md` in its name. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['DOCX', '.docx'],
  ['PDF, ruled', '-ruled.pdf'],
  ['PDF, plain', '-plain.pdf'],
]);

interface FoundClaim extends Claim {
  readonly observation: Observation;
}

interface Judgement extends Scored<FoundClaim> {
  /** Who published it, told by the area that most of its labels are of. */
  readonly publisher: string;
  readonly regexes: RegexesRun;
}

/**
 * What is found of papers whose every figure is labelled, by who wrote the rules on what: pooled and a paper on average,
 * by place, attribute and kind of miss; the same papers in other formats; whether confidences keep their word, also on
 * publishers that were left out; and how many publishers each rule and regular expression has met.
 */
export async function quality({ shared, firstContact, weights }: BenchOptions): Promise<PartResult> {
  const sets = paperSets(shared, firstContact);
  if (sets.length === 0)
    return { part: 'quality', figures: [], note: `skipped: ${shared} holds neither papers/ and labels/ nor corpus/` };
  const judged: { set: PaperSet; papers: Judgement[] }[] = [];
  for (const set of sets) judged.push({ set, papers: await judgeAll(set.papers) });
  const figures: Figure[] = [];
  for (const { set, papers } of judged) {
    figures.push(
      ...scoreFigures(set.name, scoreSet(papers)),
      ...reliabilityFigures(set.name, papers.flatMap(confidences)),
    );
    figures.push(...(await formatFigures(set)));
  }
  const open = judged.filter(({ set }) => !set.name.startsWith('first contact'));
  const unseen = open.filter(({ set }) => set.name !== 'rules written on').flatMap(({ papers }) => papers);
  const leftOut = leaveOneOut(unseen);
  figures.push(
    ...reliabilityFigures('publisher left out', leftOut),
    ...metFigures(open.flatMap(({ papers }) => papers)),
  );
  if (weights) writeFileSync(weights, asYaml(fitWeights(examplesOf(unseen)), isotonicSteps(leftOut)));
  const counted = judged.map(({ set, papers }) => `${set.name}: ${papers.length} papers`).join('; ');
  return { part: 'quality', figures, note: counted };
}

async function judgeAll(papers: readonly LabelledPaper[]): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const paper of papers) judgements.push(await judge(paper));
  return judgements;
}

async function judge(paper: LabelledPaper): Promise<Judgement> {
  const labels = readLabels(paper);
  const bytes = readFileSync(paper.file);
  const { result, regexes } = await watchRegexes(() =>
    readAndExtract(bytes, { id: paper.name, file: basename(paper.file) }),
  );
  const observations = result.status === 'failed' ? [] : result.value.extraction.observations;
  const reported = observations.filter(({ status }) => status === 'reported');
  const found = reported.map((observation): FoundClaim => ({ ...claimOf(observation), observation }));
  return { paper: paper.name, labels, comparison: compare(labels, found), publisher: publisherOf(labels), regexes };
}

function publisherOf(labels: readonly Claim[]): string {
  const counts = new Map<string, number>();
  for (const area of labels.map((label) => plainArea(label.area))) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function scoreFigures(set: string, { pooled, mean, places, attributes, misses }: SetScore): Figure[] {
  return [
    one(`${set}: figures, pooled`, 'F1', pooled.figures),
    one(`${set}: complete, pooled`, 'F1', pooled.complete),
    one(`${set}: figures, a paper on average`, 'F1', mean.figures),
    one(`${set}: complete, a paper on average`, 'F1', mean.complete),
    ...[...places].flatMap(([place, { labels, figures, complete }]) => [
      one(`${set}: ${place} (${labels}), figures`, 'recall', figures),
      one(`${set}: ${place} (${labels}), complete`, 'recall', complete),
    ]),
    ...Object.entries(attributes).map(([attribute, right]) => one(`${set}: ${attribute}`, 'right', right)),
    ...[...misses].slice(0, MOST_CLASSES).map(([name, share]) => one(`${set}: miss, ${name}`, 'of misses', share)),
  ];
}

/** Classes of misses that a reader can take in. */
const MOST_CLASSES = 12;

async function formatFigures({ name, papers }: PaperSet): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [format, ending] of FORMATS) {
    const there = inFormat(papers, ending);
    if (there.length === 0) continue;
    const { pooled } = scoreSet(await judgeAll(there));
    figures.push(one(`${name}: ${format} (${there.length}), figures`, 'F1', pooled.figures));
    figures.push(one(`${name}: ${format} (${there.length}), complete`, 'F1', pooled.complete));
  }
  return figures;
}

function confidences({ comparison }: Judgement): Judged[] {
  const right = completeOf(comparison);
  return foundOf(comparison).map((found) => ({ confidence: found.observation.confidence, right: right.has(found) }));
}

function foundOf({ matches, extra }: Judgement['comparison']): FoundClaim[] {
  return [...matches.map(({ found }) => found), ...extra];
}

function completeOf({ matches }: Judgement['comparison']): ReadonlySet<FoundClaim> {
  return new Set(matches.filter(({ wrong }) => wrong.length === 0).map(({ found }) => found));
}

function reliabilityFigures(set: string, judged: readonly Judged[]): Figure[] {
  return reliability(judged).flatMap(({ from, to, count, promised, right }) => {
    if (right === null || promised === null) return [];
    return [one(`${set}: confidence ${from} to ${to} (${count}, mean ${promised.toFixed(2)})`, 'right', right)];
  });
}

/** No paper counts more than this many observations, or one of long tables would decide for all. */
const MOST_OF_A_PAPER = 20;

function examplesOf(papers: readonly Judgement[]): Example[] {
  return papers.flatMap(({ comparison }) => {
    const all = foundOf(comparison);
    const right = completeOf(comparison);
    const weight = Math.min(1, MOST_OF_A_PAPER / all.length);
    return all.map((found) => ({ traits: traitsOf(found.observation), right: right.has(found), weight }));
  });
}

/** What weights promise of each publisher's observations that were fitted on all the others: leave one publisher out. */
function leaveOneOut(papers: readonly Judgement[]): Judged[] {
  const publishers = [...new Set(papers.map(({ publisher }) => publisher))].sort();
  if (publishers.length < 3) return [];
  return publishers.flatMap((left) => {
    const fitted = fitWeights(examplesOf(papers.filter(({ publisher }) => publisher !== left)));
    const out = examplesOf(papers.filter(({ publisher }) => publisher === left));
    return out.map(({ traits, right }) => ({ confidence: probability(fitted, traits), right }));
  });
}

/** Rules and regular expressions by how many publishers they have met. */
function metFigures(papers: readonly Judgement[]): Figure[] {
  const rules = timesMet(
    papers.map(({ publisher, comparison }) => ({
      by: publisher,
      things: foundOf(comparison).map(({ observation }) => observation.method),
    })),
  );
  const ran = new Set(papers.flatMap(({ regexes }) => [...regexes.keys()]));
  const regexes = timesMet(
    papers.map(({ publisher, regexes: all }) => ({
      by: publisher,
      things: [...all].filter(([, matched]) => matched).map(([source]) => source),
    })),
  );
  const metBy = (count: number) => [...ran].filter((source) => (regexes.get(source) ?? 0) === count).length;
  const sorted = [...rules].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  return [
    ...sorted.map(([rule, publishers]) => one(`rule ${rule}`, 'publishers', publishers)),
    one('regular expressions that ran', 'expressions', ran.size),
    one('regular expressions that met no publisher', 'expressions', metBy(0)),
    one('regular expressions that met one publisher', 'expressions', metBy(1)),
  ];
}

function asYaml({ bias, traits }: Weights, steps: readonly Step[]): string {
  return [
    '# Fitted by `npm run bench -- quality --shared DIR --weights FILE` on labelled papers; not to be changed by hand.',
    '# What each trait of an observation adds to the logarithm of the odds that it is wholly right.',
    `bias: ${bias.toFixed(2)}`,
    'traits:',
    ...Object.entries(traits).map(([trait, weight]) => `  "${trait}": ${weight.toFixed(2)}`),
    '# From a probability on, the share that was right of publishers that had been left out.',
    'steps:',
    ...steps.map(({ from, right }) => `  - { from: ${from.toFixed(3)}, right: ${right.toFixed(2)} }`),
    '',
  ].join('\n');
}

function one(name: string, unit: string, value: number): Figure {
  return { name, unit, runs: [value] };
}
