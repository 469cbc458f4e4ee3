import { type Observation, observationId, sha256 } from '@scrutineer/model';
import type { ReadPaper } from '../write-paper.ts';

/** An observation with every optional field left out, for tests to vary. */
export function sampleObservation(paper: string, changes: Partial<Observation> = {}, line = 7): Observation {
  const observation: Observation = {
    id: '',
    paper,
    measure: { id: 'burglary', label: 'Burglary' },
    area: { id: 'E10000001', label: 'Westmarch' },
    breakdown: [],
    statistic: 'level',
    value: 1234,
    unit: 'count',
    qualifier: null,
    period: '2019-04-01/2019-06-30',
    baseline: null,
    status: 'reported',
    source: {
      page: null,
      bbox: null,
      line,
      start: line * 100,
      end: line * 100 + 5,
      quote: 'There were 1,234 burglaries',
      figure: '1,234',
      table: null,
      headings: ['Crime'],
    },
    method: 'narrative/there-were',
    confidence: 0.9,
    notes: [],
    ...changes,
  };
  return { ...observation, id: observationId(observation) };
}

/** A paper that was read whole, named after its text, for tests to vary. */
export function samplePaper(text: string, changes: Partial<ReadPaper> & { origin?: string } = {}): ReadPaper {
  const id = sha256(text);
  const { origin = `/papers/${text}.md`, ...rest } = changes;
  return {
    paper: {
      id,
      origin,
      file: origin.split('/').at(-1)!,
      mediaType: 'text/markdown',
      byteLength: text.length,
      pages: null,
    },
    seenAt: '2026-01-01T00:00:00.000Z',
    extractorVersion: '1',
    status: 'complete',
    messages: [],
    extraction: {
      facts: { title: null, body: null, area: null, date: null, reportingPeriod: null, itemNumber: null },
      observations: [sampleObservation(id)],
      claims: [],
    },
    ...rest,
  };
}

/** Facts of a paper that tells its date, title and area. */
export function sampleFacts(date: string) {
  const place = { kind: 'line', line: 3 } as const;
  const told = { quote: 'as printed', span: { start: 3, end: 13 }, place };
  return {
    title: { value: 'Quarterly report', ...told },
    body: null,
    area: { value: { id: null, label: 'Westmarch' }, ...told },
    date: { value: date, ...told },
    reportingPeriod: { value: '2019-04-01/2019-06-30', ...told },
    itemNumber: null,
  };
}
