import type { Claim, Finding, Observation } from '@scrutineer/model';
import { type RawBuilder, sql } from 'kysely';
import type { ReadPaper, Store } from '../index.ts';
import {
  acknowledge,
  claimsByPaper,
  findingIdOf,
  findObservations,
  keepFindings,
  listAcknowledgements,
  listFindings,
  measuresNamed,
  type ObservationFilters,
  printingsOf,
  recordPublications,
  thingsIn,
  withdrawAcknowledgement,
  writePaper,
} from '../index.ts';
import { sampleFacts, sampleObservation, samplePaper } from './sample-paper.ts';

/**
 * What every store must do with claims, findings and history, whatever database is behind it.
 *
 * @param open gives an empty store
 */
export function historyConformance(open: () => Promise<Store>): void {
  describe('as every store, of history', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('claims', () => claims(() => store));
    describe('things', () => things(() => store));
    describe('printings', () => printings(() => store));
    describe('names of measures', () => names(() => store));
    describe('findings', () => findings(() => store));
    describe('acknowledgements', () => acknowledgements(() => store));
    describe('what was known on a day', () => knownOn(() => store));
    describe('views', () => views(() => store));
  });
}

interface Content {
  readonly date?: string | null;
  readonly origin?: string;
  readonly seenAt?: string;
  /** Of each observation, by line. */
  readonly states?: readonly Partial<Observation>[];
  readonly claims?: readonly Partial<Claim>[];
}

/** A paper that is called after its text and states what it is told to. */
function paperOf(text: string, { date = null, states = [], claims: made = [], ...more }: Content): ReadPaper {
  const paper = samplePaper(text, more);
  const { id } = paper.paper;
  const facts = date === null ? paper.extraction.facts : sampleFacts(date);
  const observations = states.map((changes, index) => sampleObservation(id, changes, index + 1));
  const extraction = { facts, observations, claims: made.map((changes, index) => claimOf(id, index, changes)) };
  return { ...paper, extraction };
}

async function write(store: Store, text: string, content: Content): Promise<string> {
  const paper = paperOf(text, content);
  await writePaper(store, paper, { force: true });
  return paper.paper.id;
}

function claimOf(paper: string, index: number, changes: Partial<Claim> = {}): Claim {
  const start = 100 * index;
  return {
    id: `claim ${index} of ${paper}`,
    paper,
    measure: { id: 'burglary', label: 'Burglary' },
    area: { id: 'E10000001', label: 'Westmarch' },
    says: 'lowest',
    since: null,
    periods: [],
    months: [],
    source: { page: null, bbox: null, line: index + 1, start, end: start + 6, quote: 'The lowest ever.' },
    ...changes,
  };
}

function figure(value: number): Partial<Observation> {
  const { source } = sampleObservation('');
  return { value, source: { ...source, figure: String(value), start: value, end: value + 1 } };
}

const ROBBERY = { measure: { id: 'robbery', label: 'Robbery' } };
const EASTSHIRE = { area: { id: null, label: 'Eastshire' } };
const HIGH_RISK = { breakdown: [{ dimension: 'risk', value: 'high' }] };

function claims(store: () => Store): void {
  test('come back deep-equal and in reading order, with every field and with none of the optional ones', async () => {
    const full: Partial<Claim> = {
      since: '2015-04-01',
      periods: ['2019-04-01/2019-06-30', '2019-06-30'],
      months: [3, 12],
      source: { page: 4, bbox: [1.5, 2.25, 1e-7, 4], line: null, start: 5, end: 9, quote: 'two\nlines – “so”' },
    };
    const bare: Partial<Claim> = { measure: null, area: null, says: 'misnamed-quarter' };
    const noIds = { measure: { id: null, label: '' }, area: { id: null, label: 'Eastshire' } };
    const written = paperOf('a', { claims: [bare, full, noIds] });
    await writePaper(store(), written);
    expect(await claimsByPaper(store(), written.paper.id)).toStrictEqual(written.extraction.claims);
    expect(await claimsByPaper(store(), 'no such paper')).toEqual([]);
  });

  test('are replaced with their paper, and those of other papers stay', async () => {
    const a = await write(store(), 'a', { claims: [{}, {}] });
    const b = await write(store(), 'b', { claims: [{}] });
    await write(store(), 'a', { claims: [{ says: 'highest' }] });
    expect((await claimsByPaper(store(), a)).map(({ says }) => says)).toEqual(['highest']);
    expect(await claimsByPaper(store(), b)).toHaveLength(1);
  });

  test('more than one insert takes are written whole', async () => {
    const written = paperOf('a', { claims: Array.from({ length: 1001 }, () => ({})) });
    await writePaper(store(), written);
    expect(await claimsByPaper(store(), written.paper.id)).toStrictEqual(written.extraction.claims);
  });
}

function things(store: () => Store): void {
  const told = async (options: Parameters<typeof thingsIn>[1]) =>
    (await Array.fromAsync(thingsIn(store(), options))).map((thing) => ({
      values: thing.observations.map(({ value }) => value).sort((a, b) => a - b),
      says: thing.claims.map(({ says }) => says),
    }));

  test('are one for each measure, area and breakdown, of all papers, with the claims of the whole', async () => {
    const a = await write(store(), 'a', {
      states: [figure(1), { ...figure(2), ...ROBBERY }, { ...figure(3), ...EASTSHIRE }, { ...figure(4), ...HIGH_RISK }],
      claims: [{}, { says: 'up' }, { ...ROBBERY, ...EASTSHIRE }],
    });
    const b = await write(store(), 'b', { states: [figure(5)], claims: [{ says: 'highest' }] });
    const both = await told({ papers: new Set([a, b]) });
    expect(both).toHaveLength(4);
    expect(both).toEqual(
      expect.arrayContaining([
        { values: [1, 5], says: expect.arrayContaining(['lowest', 'highest']) },
        { values: [2], says: [] },
        { values: [3], says: [] },
        { values: [4], says: [] },
      ]),
    );
    expect(await told({ papers: new Set([b]) })).toEqual([{ values: [5], says: ['highest'] }]);
    expect(await told({ papers: new Set() })).toEqual([]);
  });

  test('hold levels and changes with a period, and nothing else', async () => {
    const a = await write(store(), 'a', {
      states: [
        figure(1),
        { ...figure(2), statistic: 'change' },
        { ...figure(3), statistic: 'rank' },
        { ...figure(4), period: null },
      ],
    });
    expect(await told({ papers: new Set([a]) })).toEqual([{ values: [1, 2], says: [] }]);
  });

  test('about a paper are those that it states a figure of, or makes a claim of', async () => {
    const a = await write(store(), 'a', {
      states: [figure(1), { ...figure(2), ...ROBBERY }, { ...figure(3), ...EASTSHIRE }, { ...figure(4), ...HIGH_RISK }],
    });
    const b = await write(store(), 'b', { states: [figure(5)] });
    const c = await write(store(), 'c', { claims: [ROBBERY] });
    const papers = new Set([a, b, c]);
    expect(await told({ papers, about: new Set([b]) })).toEqual([{ values: [1, 5], says: [] }]);
    expect(await told({ papers, about: new Set([c]) })).toEqual([{ values: [2], says: ['lowest'] }]);
    expect(await told({ papers, about: new Set() })).toEqual([]);
    expect(await told({ papers, about: new Set(['no such paper']) })).toEqual([]);
  });
}

function printings(store: () => Store): void {
  beforeEach(async () => {
    await write(store(), 'a', { date: '2019-07-20', states: [figure(1), { ...figure(2), ...EASTSHIRE }] });
    await write(store(), 'b', { date: '2019-10-20', states: [figure(3), { ...figure(4), ...ROBBERY }] });
    await write(store(), 'c', { states: [figure(5)] });
  });
  const told = async (...args: [readonly string[], Pick<ObservationFilters, 'area' | 'asOf'>?]) =>
    (await printingsOf(store(), ...args))
      .map(({ observation, paper }) => [observation.value, paper.file, paper.date])
      .sort(([a], [b]) => Number(a) - Number(b));

  test('of measures come with the paper that prints them and its date', async () => {
    expect(await told(['Burglary'])).toEqual([
      [1, 'a.md', '2019-07-20'],
      [2, 'a.md', '2019-07-20'],
      [3, 'b.md', '2019-10-20'],
      [5, 'c.md', null],
    ]);
    expect((await told(['Burglary', 'Robbery'])).map(([value]) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(await told([])).toEqual([]);
    expect(await told(['burglary'])).toEqual([]);
  });

  test('of an area, and of what was known on a day', async () => {
    expect((await told(['Burglary'], { area: 'eastshire' })).map(([value]) => value)).toEqual([2]);
    expect((await told(['Burglary'], { asOf: '2019-10-19' })).map(([value]) => value)).toEqual([1, 2]);
    expect((await told(['Burglary'], { asOf: '2019-10-20', area: 'E10000001' })).map(([value]) => value)).toEqual([
      1, 3,
    ]);
  });

  test('leave out papers that are superseded', async () => {
    await write(store(), 'b2', {
      date: '2019-11-20',
      origin: '/papers/b.md',
      seenAt: '2026-01-02T00:00:00.000Z',
      states: [figure(6)],
    });
    expect((await told(['Burglary', 'Robbery'])).map(([value]) => value)).toEqual([1, 2, 5, 6]);
  });
}

function names(store: () => Store): void {
  const labelled = (label: string, id: string | null = null) => ({ measure: { id, label } });
  const told = async (asked: string) => (await measuresNamed(store(), asked)).map(({ label }) => label);
  const all = [
    labelled('Hate Crime', 'hate-crime'),
    labelled('Hate Crime - Racial'),
    labelled('All Crime', 'crime'),
    labelled('100% of %'),
  ];

  test('none are in an empty store', async () => {
    expect(await measuresNamed(store(), 'crime')).toEqual([]);
  });

  test.each([
    ['an id', 'hate-crime', ['Hate Crime']],
    ['an id, in any letter case', 'CRIME', ['All Crime']],
    ['a label, which other labels hold', 'hate crime', ['Hate Crime']],
    ['words of labels, in any order', 'crime HATE', ['Hate Crime', 'Hate Crime - Racial']],
    ['part of a word', 'rac', ['Hate Crime - Racial']],
    ['a character that is a wildcard elsewhere', '%', ['100% of %']],
    ['what no label holds', 'robbery', []],
    ['no words at all', ' ', []],
  ])('are found by %s', async (_, asked, expected) => {
    await write(store(), 'a', { states: all.map((measure, index) => ({ ...figure(index), ...measure })) });
    await write(store(), 'b', { states: all.map((measure, index) => ({ ...figure(index), ...measure })) });
    expect(await told(asked)).toEqual(expected);
  });
}

function findingOf(id: string, changes: Partial<Finding> = {}): Finding {
  return {
    id,
    rule: 'list-and-total',
    severity: 'warning',
    papers: [{ id: 'a', file: 'a.md' }],
    observations: ['x', 'y'],
    figures: ['1,234', '5%'],
    lines: [3, 4],
    pages: [],
    expected: null,
    explain: 'They do not add up – “so”.',
    ...changes,
  };
}

const idsOf = async (store: Store) => (await listFindings(store)).map(({ id }) => id);

function findings(store: () => Store): void {
  test('come back deep-equal', async () => {
    const kept = [
      findingOf('1'),
      findingOf('2', { claims: [], verdict: 'revised-later', expected: -0.1 - 0.2 }),
      findingOf('3', { claims: ['c'], pages: [7], lines: [], papers: [], figures: [], observations: [] }),
    ];
    await keepFindings(store(), kept);
    expect(await listFindings(store())).toStrictEqual(kept);
  });

  test('are told worst first, and otherwise in the order in which they came', async () => {
    const kept = [
      findingOf('d', { severity: 'info' }),
      findingOf('c'),
      findingOf('b', { severity: 'error' }),
      findingOf('a'),
    ];
    await keepFindings(store(), kept);
    expect(await idsOf(store())).toEqual(['b', 'c', 'a', 'd']);
  });

  test('take the place of all that were found before', async () => {
    await keepFindings(store(), [findingOf('1'), findingOf('2')]);
    await keepFindings(store(), [findingOf('2', { explain: 'anew' }), findingOf('3')]);
    expect((await listFindings(store())).map(({ id, explain }) => [id, explain === 'anew'])).toEqual([
      ['2', true],
      ['3', false],
    ]);
    await keepFindings(store(), []);
    expect(await listFindings(store())).toEqual([]);
  });

  test('about some papers take the place of those alone that one of these papers is in', async () => {
    const [a, b] = [
      { id: 'a', file: 'a.md' },
      { id: 'b', file: 'b.md' },
    ];
    await keepFindings(store(), [
      findingOf('of a', { papers: [a] }),
      findingOf('of both', { papers: [a, b] }),
      findingOf('of b', { papers: [b] }),
    ]);
    await keepFindings(store(), [findingOf('new', { papers: [a], severity: 'error' })], { about: new Set(['a']) });
    expect(await idsOf(store())).toEqual(['new', 'of b']);
    await keepFindings(store(), [], { about: new Set() });
    expect(await idsOf(store())).toEqual(['new', 'of b']);
  });

  test('more than one insert takes are kept whole', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => findingOf(String(index)));
    await keepFindings(store(), many);
    expect(await listFindings(store())).toStrictEqual(many);
  });

  test('are found by the beginning of an id, in any letter case', async () => {
    await keepFindings(store(), [findingOf('abc1'), findingOf('abd2')]);
    expect(await findingIdOf(store(), 'abc')).toBe('abc1');
    expect(await findingIdOf(store(), 'ABD2')).toBe('abd2');
    await expect(findingIdOf(store(), 'ab')).rejects.toThrow(/several findings.*"ab" \(abc1, abd2\); type more of it/);
    await expect(findingIdOf(store(), 'ff')).rejects.toThrow(/found nothing whose id starts with "ff".*audit/);
    for (const wildcard of ['%', '_bc', 'ab%', '\\'])
      await expect(findingIdOf(store(), wildcard)).rejects.toThrow('found nothing');
  });
}

function acknowledgements(store: () => Store): void {
  const said = (note: string, day = 1) => ({ finding: 'abc1', note, acknowledgedAt: `2026-01-0${day}T00:00:00.000Z` });

  test('stay when their finding goes and comes again', async () => {
    await keepFindings(store(), [findingOf('abc1')]);
    await acknowledge(store(), said('known'));
    await keepFindings(store(), []);
    expect(await listAcknowledgements(store())).toEqual([said('known')]);
    expect(await findingIdOf(store(), 'abc')).toBe('abc1');
    await keepFindings(store(), [findingOf('abc1')]);
    expect(await listAcknowledgements(store())).toEqual([said('known')]);
  });

  test('take the place of what was said before, and are withdrawn', async () => {
    await acknowledge(store(), said('known'));
    await acknowledge(store(), said("it's “known”", 2));
    expect(await listAcknowledgements(store())).toEqual([said("it's “known”", 2)]);
    await withdrawAcknowledgement(store(), 'another');
    expect(await listAcknowledgements(store())).toHaveLength(1);
    await withdrawAcknowledgement(store(), 'abc1');
    expect(await listAcknowledgements(store())).toEqual([]);
    await expect(findingIdOf(store(), 'abc')).rejects.toThrow('found nothing');
  });
}

function announced(origin: string, meetingDate: string | null, page = 'https://example.org/meetings') {
  return { origin, page, linkText: null, meeting: null, meetingDate, body: null, attachment: null };
}

function knownOn(store: () => Store): void {
  const files = async (asOf: string) =>
    (await Array.fromAsync(findObservations(store(), { asOf }))).map(({ file }) => file);

  test('is what papers of that day and before say; a paper without a date is known on no day', async () => {
    await write(store(), 'a', { date: '2019-07-20', states: [figure(1)] });
    await write(store(), 'b', { date: '2019-10-20', states: [figure(2)] });
    await write(store(), 'undated', { states: [figure(3)] });
    expect(await files('2019-07-19')).toEqual([]);
    expect(await files('2019-07-20')).toEqual(['a.md']);
    expect(await files('9999-12-31')).toEqual(['a.md', 'b.md']);
  });

  test('goes by the first meeting a paper was announced for, where it tells no date itself', async () => {
    await write(store(), 'a', { states: [figure(1)] });
    await write(store(), 'b', { date: '2019-10-20', states: [figure(2)] });
    await recordPublications(store(), [
      announced('/papers/a.md', '2019-08-05', 'https://example.org/later'),
      announced('/papers/a.md', '2019-08-01'),
      announced('/papers/a.md', null, 'https://example.org/undated'),
      announced('/papers/b.md', '2019-01-01'),
    ]);
    expect(await files('2019-07-31')).toEqual([]);
    expect(await files('2019-08-01')).toEqual(['a.md']);
    expect(await files('2019-10-20')).toEqual(['a.md', 'b.md']);
  });
}

function views(store: () => Store): void {
  const rows = async (query: RawBuilder<unknown>) =>
    (await query.execute(store().db)).rows.map((row) => ({ ...(row as object) }));
  const Q2 = { period: '2019-07-01/2019-09-30' };
  beforeEach(async () => {
    await write(store(), 'z', { date: '2019-07-20', states: [figure(300), { ...figure(13), confidence: 0.3 }] });
    await write(store(), 'm', {
      date: '2019-10-20',
      states: [figure(310), figure(311), { ...figure(320), ...Q2 }, { ...figure(9), statistic: 'change' }],
    });
    await write(store(), 'a', { date: '2020-01-20', states: [figure(305), { ...figure(14), period: null }] });
    await write(store(), 'undated', {
      states: [
        { ...figure(320), ...Q2 },
        { ...figure(7), ...HIGH_RISK },
      ],
    });
  });

  test('paper_date has one row a paper', async () => {
    await recordPublications(store(), [announced('/papers/undated.md', '2019-12-01')]);
    const query = sql`select file, date from paper_date join paper on paper.id = paper_date.paper order by file`;
    expect(await rows(query)).toEqual([
      { file: 'a.md', date: '2020-01-20' },
      { file: 'm.md', date: '2019-10-20' },
      { file: 'undated.md', date: '2019-12-01' },
      { file: 'z.md', date: '2019-07-20' },
    ]);
  });

  test('printing_view numbers the printings of a period from the last paper to the first', async () => {
    const query = sql`select value, file from printing_view where period_end = '2019-06-30' and breakdown = '[]'
      order by from_last`;
    expect(await rows(query)).toEqual([
      { value: 305, file: 'a.md' },
      { value: 310, file: 'm.md' },
      { value: 311, file: 'm.md' },
      { value: 300, file: 'z.md' },
    ]);
  });

  test('series_view has the value last printed, of each period and breakdown', async () => {
    const query = sql`select measure, area, value, figure, period, paper_date, file from series_view
      where measure_id = 'burglary' order by period_start, value`;
    const row = { measure: 'Burglary', area: 'Westmarch' };
    const q1 = '2019-04-01/2019-06-30';
    expect(await rows(query)).toEqual([
      { ...row, value: 7, figure: '7', period: q1, paper_date: null, file: 'undated.md' },
      { ...row, value: 305, figure: '305', period: q1, paper_date: '2020-01-20', file: 'a.md' },
      { ...row, value: 320, figure: '320', ...Q2, paper_date: '2019-10-20', file: 'm.md' },
    ]);
  });

  test('revision_view has the earlier and the later value of each revision, and no repetition', async () => {
    const query = sql`select earlier_value, earlier_file, value, file, difference, period from revision_view
      order by earlier_date`;
    const q1 = '2019-04-01/2019-06-30';
    expect(await rows(query)).toMatchObject([
      { earlier_file: 'z.md', earlier_value: 300, file: 'm.md', value: 310, difference: 10, period: q1 },
      { earlier_file: 'm.md', earlier_value: 310, file: 'a.md', value: 305, difference: -5, period: q1 },
    ]);
  });

  test('leave out papers that are superseded', async () => {
    await write(store(), 'corrected', {
      date: '2020-02-20',
      origin: '/papers/a.md',
      seenAt: '2026-01-02T00:00:00.000Z',
      states: [figure(308)],
    });
    const latest = sql`select value from series_view where period_end = '2019-06-30' and breakdown = '[]'`;
    expect(await rows(latest)).toEqual([{ value: 308 }]);
    expect(await rows(sql`select value from printing_view where value = 305`)).toEqual([]);
    expect(await rows(sql`select value from revision_view where value = 305 or earlier_value = 305`)).toEqual([]);
  });

  test('finding_view has the findings in their order, with what people said of them', async () => {
    await keepFindings(store(), [findingOf('1'), findingOf('2', { severity: 'error', expected: 12.5 })]);
    await acknowledge(store(), { finding: '1', note: 'known', acknowledgedAt: '2026-01-01T00:00:00.000Z' });
    const query = sql`select id, severity, files, expected, note, acknowledged_at from finding_view order by sequence`;
    expect(await rows(query)).toEqual([
      { id: '2', severity: 'error', files: 'a.md', expected: 12.5, note: null, acknowledged_at: null },
      {
        id: '1',
        severity: 'warning',
        files: 'a.md',
        expected: null,
        note: 'known',
        acknowledged_at: '2026-01-01T00:00:00.000Z',
      },
    ]);
  });
}
