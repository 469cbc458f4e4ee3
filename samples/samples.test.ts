import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '@scrutineer/audit';
import { extract } from '@scrutineer/extract';
import { directionOfGood } from '@scrutineer/extract/registry';
import { readPaper } from '@scrutineer/ingest';
import type { Extraction, Finding, Observation } from '@scrutineer/model';
import { failureReason, sha256 } from '@scrutineer/model';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expectGolden } from '../packages/ingest/src/testing/golden.ts';
import { buildSample, FORMATS, sampleNames, samplePath } from './build.ts';

const FOLDER = import.meta.dirname;
const OTHER_FORMATS = Object.keys(FORMATS).filter((format) => format !== 'markdown');

async function extractionOf(name: string, format: string): Promise<Extraction> {
  const path = samplePath(name, format);
  const bytes = readFileSync(path);
  const read = await readPaper(bytes, path);
  if (read.status === 'failed') throw new Error(failureReason(read.messages));
  const extracted = extract(read.value, { id: sha256(bytes) });
  if (extracted.status === 'failed') throw new Error(`nothing could be extracted from ${path}`);
  return extracted.value;
}

async function observationsOf(name: string, format: string): Promise<readonly Observation[]> {
  return (await extractionOf(name, format)).observations;
}

/** What an observation says, without where its paper's bytes put it. */
function said({ measure, area, ...observation }: Observation) {
  const { source, statistic, value, unit, qualifier, period, baseline } = observation;
  return {
    figure: source.figure,
    statistic,
    value,
    unit,
    qualifier,
    measure: measure.label,
    area: area?.label ?? null,
    period,
    baseline,
  };
}

/** One line an observation, in reading order; what is null or empty is left out. */
function goldenLine(observation: Observation): string {
  const { line } = observation.source;
  const { measure, area, breakdown, outOf, status, notes } = observation;
  const rest = { measureId: measure.id, areaId: area?.id, breakdown, outOf, status, notes };
  const told = Object.entries({ line, ...said(observation), ...rest }).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== 'reported' && !(Array.isArray(value) && value.length === 0),
  );
  return JSON.stringify(Object.fromEntries(told));
}

describe.each(sampleNames())('%s', (name) => {
  test.each(Object.keys(FORMATS))('is built as %s with the same bytes every time', async (format) => {
    const kept = readFileSync(samplePath(name, format));
    for (const built of [await buildSample(name, format), await buildSample(name, format)])
      expect(Buffer.compare(built, kept)).toBe(0);
  });

  test('gives the observations it must give', async () => {
    const observations = await observationsOf(name, 'markdown');
    expectGolden(`${observations.map(goldenLine).join('\n')}\n`, join(FOLDER, 'expected', `${name}.jsonl`));
  });

  test.each(OTHER_FORMATS)('says the same as %s as it does as Markdown', async (format) => {
    const [markdown, other] = [await observationsOf(name, 'markdown'), await observationsOf(name, format)];
    const lines = (observations: readonly Observation[]) => observations.map((one) => JSON.stringify(said(one))).sort();
    expect(lines(other)).toEqual(lines(markdown));
  });
});

/** An inconsistency that was put into a paper, see planted.yaml. */
interface Planted {
  readonly paper: string;
  readonly figures: readonly string[];
  readonly check: string;
  readonly missed?: string;
  readonly explain: string;
}

describe('audit of the samples', () => {
  const planted = load(readFileSync(join(FOLDER, 'planted.yaml'), 'utf8')) as readonly Planted[];
  let findings: readonly Finding[];
  beforeAll(async () => {
    const papers = await Promise.all(
      sampleNames().map(async (name) => {
        const { facts, ...extraction } = await extractionOf(name, 'markdown');
        return { paper: { id: name, file: name, date: facts.date?.value ?? null }, ...extraction };
      }),
    );
    findings = audit(papers, { directionOfGood }).findings;
  });

  const isFound = ({ paper, figures, check }: Planted) => {
    const found = findings.filter((finding) => finding.rule === check && tells(finding, { paper, figures }));
    expect(found.length).toBeGreaterThan(0);
  };
  test.each(planted.filter(({ missed }) => missed === undefined))('finds in $paper: $explain', isFound);
  // Fails as soon as one of them is found: then `missed` goes.
  test.failing.each(planted.filter(({ missed }) => missed !== undefined))('misses in $paper: $explain', isFound);

  test('holds any part of a paper against itself', async () => {
    const extraction = await extractionOf('cumbria-scrutiny-2018-q1', 'markdown');
    const paper = { id: 'paper', file: 'paper', date: null };
    fc.assert(
      fc.property(fc.subarray([...extraction.observations]), fc.boolean(), (observations, isInOrder) => {
        const all = isInOrder ? observations : observations.toReversed();
        const { checked } = audit([{ paper, observations: all, claims: extraction.claims }], { directionOfGood });
        expect([...checked].every((id) => observations.some((observation) => observation.id === id))).toBe(true);
      }),
    );
  });

  test('reports nothing else as an error or a warning', () => {
    const others = findings.filter(
      (finding) => finding.severity !== 'info' && !planted.some((one) => tells(finding, one)),
    );
    expect(others.map(({ papers, explain }) => `${papers.map(({ file }) => file)}: ${explain}`)).toEqual([]);
  });
});

/** Whether a finding is about figures of one planted inconsistency, and no others. */
function tells({ papers, figures }: Finding, planted: Pick<Planted, 'paper' | 'figures'>): boolean {
  return papers.some(({ id }) => id === planted.paper) && figures.every((figure) => planted.figures.includes(figure));
}
