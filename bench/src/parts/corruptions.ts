import { readFileSync } from 'node:fs';
import { type AuditedPaper, audit } from '@scrutineer/audit';
import type { Finding, Observation } from '@scrutineer/model';
import { randomFrom } from '@scrutineer/testkit';
import { AUDIT_CONTEXT } from '@scrutineer/workers/audit-papers';
import { readAndExtract } from '@scrutineer/workers/read-and-extract';
import { corrupted, KINDS, type Kind, oneOf } from '../corruption/corrupt.ts';
import { isDetectable } from '../corruption/identities.ts';
import type { Figure, PartResult } from '../measure/figure.ts';
import { samplePaths } from '../papers/sample-papers.ts';

/** Figures made wrong, each in an otherwise untouched set of papers. */
const CORRUPTIONS = 1000;
const SEED = 20_191_121;

interface Sample {
  readonly file: string;
  readonly text: string;
  readonly audited: AuditedPaper;
}

/**
 * How many figures that have gone wrong the audit finds: one figure of the sample papers at a time is made wrong in the
 * text, that paper is read again, and all are audited. What the untouched papers give is no answer.
 */
export async function corruptions(): Promise<PartResult> {
  const samples = await Promise.all(samplePaths().map(readSample));
  const untouched = new Set(seriousOf(samples.map(({ audited }) => audited)).map(signature));
  const random = randomFrom(SEED);
  const tried: Tried[] = [];
  while (tried.length < CORRUPTIONS) {
    const one = await tryOne(samples, untouched, random);
    if (one) tried.push(one);
  }
  return {
    part: 'corruptions',
    figures: figuresOf(tried),
    note: `${tried.length} figures of the sample papers made wrong, seed ${SEED}; ${untouched.size} planted errors and warnings are found in the untouched papers and count for nothing`,
  };
}

interface Tried {
  readonly kind: Kind;
  readonly detectable: boolean;
  readonly found: boolean;
  /** Errors and warnings that do not name the figure. */
  readonly astray: number;
}

async function readSample(path: string): Promise<Sample> {
  const text = readFileSync(path, 'utf8');
  return { file: path, text, audited: await auditedPaper(path, text) };
}

async function auditedPaper(path: string, text: string): Promise<AuditedPaper> {
  const result = await readAndExtract(Buffer.from(text), { id: path, file: path });
  if (result.status === 'failed') throw new Error(`${path} cannot be read`);
  const { facts, observations, claims } = result.value.extraction;
  return { paper: { id: path, file: path, date: facts.date?.value ?? null }, observations, claims };
}

async function tryOne(
  samples: readonly Sample[],
  untouched: ReadonlySet<string>,
  random: () => number,
): Promise<Tried | null> {
  const sample = oneOf(samples, random);
  const { observations } = sample.audited;
  const figure = oneOf(observations, random);
  const kind = oneOf(KINDS, random);
  const wrong = corrupted(figure, kind, observations, random);
  if (wrong === null || isPlanted(figure, untouched, sample)) return null;
  const { start, end } = figure.source;
  const text = sample.text.slice(0, start) + wrong + sample.text.slice(end);
  const audited = await auditedPaper(sample.file, text);
  const others = samples.map((other) => (other === sample ? audited : other.audited));
  const fresh = seriousOf(others).filter((finding) => !untouched.has(signature(finding)));
  const naming = fresh.filter(({ lines }) => lines.includes(figure.source.line!));
  return {
    kind,
    detectable: isDetectable(figure, wrong, observations),
    found: naming.length > 0,
    astray: fresh.length - naming.length,
  };
}

/** A figure of a line with a planted error is no longer consistent to begin with. */
function isPlanted({ source }: Observation, untouched: ReadonlySet<string>, { file }: Sample): boolean {
  return [...untouched].some(
    (one) => one.includes(JSON.stringify(file)) && JSON.parse(one).lines.includes(source.line),
  );
}

function seriousOf(papers: readonly AuditedPaper[]): Finding[] {
  return audit(papers, AUDIT_CONTEXT).findings.filter(({ severity }) => severity !== 'info');
}

/** What makes a finding the same though its paper's bytes, and so all ids, are others. */
function signature({ rule, papers, lines, figures }: Finding): string {
  return JSON.stringify({ rule, files: papers.map(({ file }) => file), lines, figures });
}

function figuresOf(tried: readonly Tried[]): Figure[] {
  const detectable = tried.filter((one) => one.detectable);
  const share = (name: string, some: readonly Tried[]) => ({
    name: `${name} (${some.length})`,
    unit: 'found',
    runs: [some.filter(({ found }) => found).length / Math.max(1, some.length)],
  });
  return [
    share('detectable in principle', detectable),
    ...KINDS.map((kind) =>
      share(
        kind,
        detectable.filter((one) => one.kind === kind),
      ),
    ),
    share('all', tried),
    {
      name: 'findings that do not name the figure',
      unit: 'a corruption',
      runs: [tried.reduce((sum, { astray }) => sum + astray, 0) / tried.length],
    },
  ];
}
