import type { FetchRecord, Observation, Publication } from '@scrutineer/model';
import fc from 'fast-check';
import type { Store } from '../index.ts';
import {
  countByMeasure,
  fetchedBefore,
  findObservations,
  findPapers,
  lastFetch,
  listFailures,
  listFetches,
  listPapers,
  noteSeen,
  type ObservationFilters,
  observationById,
  observationsByPaper,
  recordFailure,
  recordFetch,
  recordPublications,
  storedVersion,
  writePaper,
} from '../index.ts';
import { sampleFacts, sampleObservation, samplePaper } from './sample-paper.ts';

/**
 * What every store must do, whatever database is behind it.
 *
 * @param open gives an empty store
 */
export function storeConformance(open: () => Promise<Store>): void {
  describe('as every store', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('writing', () => writing(() => store));
    describe('versions', () => versions(() => store));
    describe('failures', () => failures(() => store));
    describe('filters', () => filters(() => store));
    describe('lookups', () => lookups(() => store));
    describe('provenance', () => provenance(() => store));
  });
}

async function found(store: Store, filters: ObservationFilters = {}): Promise<Observation[]> {
  const observations: Observation[] = [];
  for await (const { observation } of findObservations(store, filters)) observations.push(observation);
  return observations;
}

function extraction(observations: Observation[], date?: string) {
  const none = samplePaper('').extraction.facts;
  return { facts: date ? sampleFacts(date) : none, observations, claims: [] };
}

/** An observation that uses every field of the contract. */
function fullObservation(paper: string): Observation {
  const plain = sampleObservation(paper, {}, 12);
  return sampleObservation(
    paper,
    {
      measure: { id: null, label: "Victims' satisfaction – “overall” \u{1F46E}" },
      area: { id: null, label: '' },
      breakdown: [{ dimension: 'risk', value: 'high' }],
      statistic: 'rank',
      value: -0.1 - 0.2,
      unit: 'percentage-point',
      qualifier: 'at-least',
      period: '2019-06-30',
      baseline: '2018-04-01/2018-06-30',
      outOf: 42,
      status: 'derived',
      derivedFrom: ['a', 'b'],
      source: {
        ...plain.source,
        page: 3,
        bbox: [1.5, 2.25, 1e-7, 4],
        table: { index: 0, row: 2, col: 1, rowHeader: ['a\tb'], columnHeader: [] },
        headings: [],
        quote: 'two\nlines and "quotes"',
      },
      confidence: 1 / 3,
      notes: ['sign-missing', 'period-unresolved: why'],
    },
    12,
  );
}

function writing(store: () => Store): void {
  test('an observation comes back deep-equal, with every field and with none of the optional ones', async () => {
    const paper = samplePaper('a');
    const written = [fullObservation(paper.paper.id), sampleObservation(paper.paper.id, { area: null, period: null })];
    await writePaper(store(), { ...paper, extraction: extraction(written) });
    expect(await observationsByPaper(store(), paper.paper.id)).toStrictEqual(written);
    expect(await found(store())).toStrictEqual(written);
  });

  test('a paper comes back with its facts, status and messages', async () => {
    const message = { rule: 'r', severity: 'warning', reason: 'page 3 has no text', place: null } as const;
    const paper = samplePaper('a', {
      status: 'partial',
      messages: [message],
      extraction: extraction([], '2019-07-04'),
    });
    await writePaper(store(), paper);
    expect(await listPapers(store())).toStrictEqual([
      {
        ...paper.paper,
        origins: [{ origin: '/papers/a.md', file: 'a.md', seenAt: paper.seenAt, current: true }],
        publications: [],
        version: 1,
        supersedes: null,
        supersededBy: [],
        date: '2019-07-04',
        facts: sampleFacts('2019-07-04'),
        extractorVersion: '1',
        status: 'partial',
        messages: [message],
        observations: 0,
      },
    ]);
  });

  test('writing the same paper again changes nothing', async () => {
    const paper = samplePaper('a');
    expect(await writePaper(store(), paper)).toBe('added');
    const before = JSON.stringify([await found(store()), await listPapers(store())]);
    expect(await writePaper(store(), paper)).toBe('unchanged');
    expect(await writePaper(store(), paper, { force: true })).toBe('replaced');
    expect(JSON.stringify([await found(store()), await listPapers(store())])).toBe(before);
  });

  test('another extractor version replaces the whole output of the one before', async () => {
    const paper = samplePaper('a', { extraction: extraction([sampleObservation('a')], '2019-07-04') });
    const id = paper.paper.id;
    await writePaper(store(), { ...paper, extraction: extraction([sampleObservation(id, {}, 1)], '2019-07-04') });
    const better = { ...paper, extractorVersion: '2', extraction: extraction([sampleObservation(id, {}, 2)]) };
    expect(await writePaper(store(), better)).toBe('replaced');
    expect((await found(store())).map(({ source }) => source.line)).toEqual([2]);
    expect((await listPapers(store()))[0]).toMatchObject({ extractorVersion: '2', facts: { date: null } });
  });

  test('a paper whose observations cannot all be written leaves no trace', async () => {
    const paper = samplePaper('a');
    const twice = sampleObservation(paper.paper.id);
    await expect(writePaper(store(), { ...paper, extraction: extraction([twice, twice]) })).rejects.toThrow();
    expect(await listPapers(store())).toEqual([]);
    expect(await found(store())).toEqual([]);
  });

  test('a paper of more observations than one insert takes is written whole', async () => {
    const paper = samplePaper('a');
    const many = Array.from({ length: 1234 }, (_, line) => sampleObservation(paper.paper.id, {}, line + 1));
    await writePaper(store(), { ...paper, extraction: extraction(many) });
    expect(await found(store())).toStrictEqual(many);
    expect(await countByMeasure(store())).toEqual([{ measure: 'Burglary', count: 1234 }]);
  });
}

function versions(store: () => Store): void {
  const seen = (text: string, origin: string, day: number) =>
    samplePaper(text, { origin, seenAt: `2026-01-${String(day).padStart(2, '0')}T12:00:00.000Z` });
  const idsAt = async (name: string, options = {}) =>
    findPapers(await listPapers(store()), name, options).map(({ id }) => id);

  test('the same bytes from two origins are one paper, found under the name of either', async () => {
    const paper = seen('a', '/one/a.md', 1);
    await writePaper(store(), paper);
    expect(await writePaper(store(), seen('a', '/two/b.md', 2))).toBe('unchanged');
    const papers = await listPapers(store());
    expect(papers).toHaveLength(1);
    expect(papers[0]).toMatchObject({ file: 'a.md', origins: [{ file: 'a.md' }, { file: 'b.md' }] });
    expect(await idsAt('b.md')).toEqual([paper.paper.id]);
    expect(await idsAt('/two/b.md')).toEqual([paper.paper.id]);
    expect(await storedVersion(store(), papers[0]!.id)).toBe('1');
    expect(await storedVersion(store(), 'no such paper')).toBeNull();
  });

  test('a changed paper at the same origin is a new version, and only the newest is searched unasked', async () => {
    const first = seen('a', '/q1.md', 1);
    const second = seen('b', '/q1.md', 2);
    await writePaper(store(), first);
    await writePaper(store(), second);
    const byVersion = (await listPapers(store())).sort((a, b) => a.version - b.version);
    expect(byVersion).toMatchObject([
      { id: first.paper.id, version: 1, supersedes: null, supersededBy: [second.paper.id] },
      { id: second.paper.id, version: 2, supersedes: first.paper.id, supersededBy: [] },
    ]);
    expect((await found(store())).map(({ paper }) => paper)).toEqual([second.paper.id]);
    expect(await countByMeasure(store())).toEqual([{ measure: 'Burglary', count: 1 }]);
    expect(await found(store(), { superseded: true })).toHaveLength(2);
    expect(await found(store(), { papers: [first.paper.id] })).toHaveLength(1);
    expect(await idsAt('q1.md')).toEqual([second.paper.id]);
    expect(await idsAt('q1.md', { superseded: true })).toHaveLength(2);
  });

  test('bytes that come back to their origin are current again, as its newest version', async () => {
    const first = seen('a', '/q1.md', 1);
    const second = seen('b', '/q1.md', 2);
    for (const paper of [first, second]) await writePaper(store(), paper);
    await noteSeen(store(), { ...first.paper, seenAt: '2026-01-03T12:00:00.000Z' });
    expect((await found(store())).map(({ paper }) => paper)).toEqual([first.paper.id]);
    const [restored] = findPapers(await listPapers(store()), 'q1.md');
    expect(restored).toMatchObject({ id: first.paper.id, version: 3, supersedes: second.paper.id, supersededBy: [] });
  });

  test('a paper that was replaced at one origin and stands at another is current, and called by that one', async () => {
    for (const paper of [seen('a', '/a.md', 1), seen('a', '/b.md', 2), seen('b', '/a.md', 3)])
      await writePaper(store(), paper);
    expect(await found(store())).toHaveLength(2);
    expect((await listPapers(store())).map(({ file, supersededBy }) => [file, supersededBy])).toEqual([
      ['a.md', []],
      ['b.md', []],
    ]);
  });

  test('the history is the same in whatever order sightings are written', async () => {
    const sightings = [
      seen('a', '/q1.md', 1),
      seen('a', '/q1.md', 2),
      seen('b', '/q1.md', 3),
      seen('a', '/q1.md', 4),
      seen('a', '/q2.md', 5),
      seen('c', '/q1.md', 6),
      seen('c', '/q1.md', 7),
    ];
    const told = async () =>
      (await listPapers(store())).map(({ origins, id, file, version, supersedes, supersededBy }) => [
        id,
        file,
        version,
        supersedes,
        supersededBy,
        origins.map(({ origin, current }) => [origin, current]),
      ]);
    for (const paper of sightings) await writePaper(store(), paper);
    const inOrder = await told();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(sightings, { minLength: sightings.length }), async (shuffled) => {
        await store().db.deleteFrom('observation').execute();
        await store().db.deleteFrom('paper').execute();
        for (const paper of shuffled) await writePaper(store(), paper);
        expect(await told()).toEqual(inOrder);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test('writers at the same time, of the same paper and of the same origin, give what one after the other gives', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map((day) => writePaper(store(), seen('a', '/q1.md', day))));
    expect(outcomes.sort()).toEqual(['added', 'unchanged', 'unchanged', 'unchanged']);
    await Promise.all([5, 6, 7, 8].map((day) => writePaper(store(), seen(String(day), '/q1.md', day))));
    expect(await listPapers(store())).toHaveLength(5);
    expect((await found(store())).map(({ paper }) => paper)).toEqual([samplePaper('8').paper.id]);
  });

  test('papers are listed by date and file, whatever order they were written in', async () => {
    const dated = (text: string, date: string) => samplePaper(text, { extraction: extraction([], date) });
    for (const paper of [dated('z', '2019-01-01'), dated('b', '2020-01-01'), dated('a', '2020-01-01')]) {
      await writePaper(store(), paper);
    }
    expect((await listPapers(store())).map(({ file }) => file)).toEqual(['z.md', 'a.md', 'b.md']);
  });
}

function failures(store: () => Store): void {
  const failure = {
    origin: '/papers/a.md',
    file: 'a.md',
    paper: null,
    byteLength: 300_000_000_000,
    messages: [{ rule: 'r', severity: 'error', reason: 'a.md is empty', place: null, help: 'save it again' }],
  } as const;

  test('a failure is kept with its reason, once for each origin, and nothing else of the paper', async () => {
    await recordFailure(store(), failure);
    await recordFailure(store(), { ...failure, byteLength: 0 });
    expect(await listFailures(store())).toEqual([
      { ...failure, byteLength: 0, reason: 'a.md is empty; save it again' },
    ]);
    expect(await listPapers(store())).toEqual([]);
  });

  test('a later success at the same origin, or of the same bytes, clears it', async () => {
    const paper = samplePaper('a');
    await recordFailure(store(), failure);
    await recordFailure(store(), { ...failure, origin: '/copy.md', paper: paper.paper.id });
    await recordFailure(store(), { ...failure, origin: '/other.md' });
    await writePaper(store(), paper);
    expect((await listFailures(store())).map(({ origin }) => origin)).toEqual(['/other.md']);
  });
}

function filters(store: () => Store): void {
  beforeEach(async () => {
    const paper = samplePaper('a');
    const of = (line: number, changes: Partial<Observation>) => sampleObservation(paper.paper.id, changes, line);
    const observations = [
      of(1, { measure: { id: 'burglary', label: 'Burglary' }, period: '2019-01-01/2019-12-31' }),
      of(2, { measure: { id: null, label: 'User satisfaction - Burglary 100%_\\' }, period: '2019-05-15' }),
      of(3, { measure: { id: null, label: 'Robbery' }, area: { id: null, label: 'Eastshire' }, period: null }),
      of(4, { measure: { id: null, label: 'Robbery' }, area: null, statistic: 'change' }),
    ];
    await writePaper(store(), { ...paper, extraction: extraction(observations) });
  });

  const lines = async (filters: ObservationFilters) => (await found(store(), filters)).map(({ source }) => source.line);

  test.each<[string, ObservationFilters, number[]]>([
    ['no filter', {}, [1, 2, 3, 4]],
    ['a measure by its id', { measure: 'burglary' }, [1, 2]],
    ['a measure by words of its label, in any order and case', { measure: 'BURGLARY satisfaction' }, [2]],
    ['a word with the wildcards of LIKE stands for itself', { measure: '%_\\' }, [2]],
    ['a wildcard alone finds only itself', { measure: 'R_bbery' }, []],
    ['an area by its code', { area: 'e10000001' }, [1, 2]],
    ['an area by its label', { area: 'eastshire' }, [3]],
    ['a statistic', { statistic: 'change' }, [4]],
    ['two filters', { measure: 'robbery', statistic: 'level' }, [3]],
    ['a period: the exact one first, then inside, then overlapping', { period: '2019-04-01/2019-06-30' }, [4, 2, 1]],
    ['a date: the periods that hold it', { period: '2019-05-15' }, [2, 1, 4]],
    ['a period that nothing stands in', { period: '2021-01-01/2021-12-31' }, []],
    ['a paper that is not there', { papers: ['f'] }, []],
    ['no papers at all', { papers: [] }, []],
  ])('%s', async (_, filters, expected) => {
    expect(await lines(filters)).toEqual(expected);
  });

  test('words of a quote and SQL in a filter are values, never SQL', async () => {
    expect(await lines({ measure: "'; drop table observation; --" })).toEqual([]);
    expect(await lines({})).toHaveLength(4);
  });
}

function lookups(store: () => Store): void {
  test('an observation is found by the beginning of its id, if only one begins so', async () => {
    const paper = samplePaper('a');
    const named = (id: string, line: number) => ({ ...sampleObservation(paper.paper.id, {}, line), id });
    const observations = [named('abc1', 1), named('abc2', 2), named('abc', 3)];
    await writePaper(store(), { ...paper, extraction: extraction(observations) });
    expect((await observationById(store(), 'abc1'))?.source.line).toBe(1);
    expect((await observationById(store(), 'abc'))?.source.line).toBe(3);
    expect(await observationById(store(), 'abd')).toBeNull();
    await expect(observationById(store(), 'ab')).rejects.toThrow(/several observations.*"ab"/);
  });

  test('a paper is found by file name, origin or the beginning of its id', async () => {
    await writePaper(store(), samplePaper('a'));
    await writePaper(store(), samplePaper('b'));
    const papers = await listPapers(store());
    const [a] = papers;
    expect(findPapers(papers, 'A.md')).toEqual([a]);
    expect(findPapers(papers, '/papers/a.md')).toEqual([a]);
    expect(findPapers(papers, a!.id.slice(0, 6))).toEqual([a]);
    expect(() => findPapers(papers, 'c.md')).toThrow('the store holds no paper "c.md"');
    expect(() => findPapers(papers, a!.id.slice(0, 3))).toThrow('holds no paper');
  });
}

function provenance(store: () => Store): void {
  const record: FetchRecord = {
    url: 'https://example.org/a.md',
    finalUrl: 'https://example.org/b.md',
    fetchedAt: '2026-01-01T00:00:00.000Z',
    status: 200,
    headers: { etag: '"x"', 'content-type': 'text/markdown' },
    paper: 'a',
    mediaType: 'text/markdown',
    byteLength: 12,
    outcome: 'fetched',
    reason: null,
  };
  const publication: Publication = {
    origin: 'https://example.org/a.md',
    page: 'https://example.org/meetings',
    linkText: 'Performance report',
    meeting: 'Police and Crime Panel',
    meetingDate: '2026-01-05',
    body: null,
    attachment: 's123',
  };

  test('every request is kept, and the last that gave bytes is found', async () => {
    const failed: FetchRecord = { ...record, fetchedAt: '2026-01-02T00:00:00.000Z', outcome: 'failed', reason: 'away' };
    expect(await lastFetch(store(), record.url)).toBeNull();
    for (const each of [record, failed, record]) await recordFetch(store(), each);
    expect(await listFetches(store(), record.url)).toEqual([record, failed]);
    expect(await lastFetch(store(), record.url)).toEqual(record);
    expect([...(await fetchedBefore(store(), [record.url, 'https://example.org/b.md']))]).toEqual([record.url]);
  });

  test('a paper tells the pages that announced it; what a page says anew takes the place of what it said', async () => {
    await writePaper(store(), samplePaper('a', { origin: publication.origin }));
    await recordPublications(store(), [publication, { ...publication, page: 'https://example.org/feed' }]);
    await recordPublications(store(), [{ ...publication, linkText: 'Corrected report' }]);
    await recordPublications(store(), []);
    const [paper] = await listPapers(store());
    expect(paper!.publications.map(({ page, linkText }) => [page, linkText])).toEqual([
      ['https://example.org/feed', 'Performance report'],
      ['https://example.org/meetings', 'Corrected report'],
    ]);
  });
}
