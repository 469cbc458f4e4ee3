import { readFileSync } from 'node:fs';
import {
  type Claim,
  claimId,
  type Extraction,
  type Observation,
  observationId,
  type PaperFacts,
  sha256,
} from '@scrutineer/model';
import { openStore, writePaper } from '@scrutineer/store';
import { readAndExtract } from '@scrutineer/workers/read-and-extract';
import { samplePaths } from './sample-papers.ts';

/** Years back from the samples' own that papers are set in. */
const YEARS = 10;

/**
 * Makes a store as an archive's would be: the sample papers again and again, each time of another area or of other
 * years, so that what one states of a period another repeats or restates.
 *
 * @returns the number of papers, which is as many as it takes for so many observations
 */
export async function makeLargeStore(path: string, observations: number): Promise<number> {
  const samples = await Promise.all(samplePaths().map(readSample));
  const store = await openStore(path);
  let written = 0;
  let papers = 0;
  for (; written < observations; papers += 1) {
    const sample = samples[papers % samples.length]!;
    const round = Math.floor(papers / samples.length);
    const extraction = elsewhere(sample, `paper ${papers}`, Math.floor(round / YEARS), round % YEARS);
    await writePaper(store, readPaper(papers, extraction));
    written += extraction.observations.length;
  }
  await store.close();
  return papers;
}

async function readSample(path: string): Promise<Extraction> {
  const result = await readAndExtract(readFileSync(path), { id: path, file: path });
  if (result.status === 'failed') throw new Error(`${path} cannot be read`);
  return result.value.extraction;
}

function readPaper(number: number, extraction: Extraction) {
  const id = sha256(`paper ${number}`);
  const file = `paper-${number}.md`;
  return {
    paper: { id, origin: `/papers/${file}`, file, mediaType: 'text/markdown' as const, byteLength: 1, pages: null },
    seenAt: '2026-01-01T00:00:00.000Z',
    extractorVersion: 'bench',
    status: 'complete' as const,
    messages: [],
    extraction,
  };
}

/** A paper's figures as another force would have printed them so many years before. */
function elsewhere({ facts, observations, claims }: Extraction, name: string, area: number, years: number): Extraction {
  const paper = sha256(name);
  const shift = (text: string) => text.replace(/\b20\d\d(?=-)/g, (year) => String(Number(year) - years));
  const at = <Area extends Observation['area']>(place: Area) => place && { id: null, label: `${place.label} ${area}` };
  const period = (text: string | null) => text && shift(text);
  return {
    facts: shifted(facts, shift),
    observations: observations.map((one) => {
      const moved = { ...one, paper, area: at(one.area), period: period(one.period), baseline: period(one.baseline) };
      return { ...moved, id: observationId(moved) };
    }),
    claims: claims.map((one): Claim => {
      const moved = { ...one, paper, area: at(one.area), since: period(one.since), periods: one.periods.map(shift) };
      return { ...moved, id: claimId(moved) };
    }),
  };
}

function shifted({ date, ...facts }: PaperFacts, shift: (text: string) => string): PaperFacts {
  return { ...facts, date: date && { ...date, value: shift(date.value) } };
}
