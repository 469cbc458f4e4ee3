import { localArchive } from '@scrutineer/ingest/archive';
import { type Observation, observationId, sha256 } from '@scrutineer/model';
import { openStore, writePaper } from '@scrutineer/store';
import { REPORT } from '../testing/papers.ts';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

const PAPER = sha256(REPORT);

/** The observation of a figure that stands once in the report. */
function observationOf(figure: string, changes: Partial<Observation> = {}): Observation {
  const start = REPORT.indexOf(figure);
  const observation: Observation = {
    id: '',
    paper: PAPER,
    measure: { id: 'burglary', label: 'Burglary' },
    area: { id: null, label: 'Westmarch' },
    breakdown: [],
    statistic: 'level',
    value: Number(figure.replace(',', '')),
    unit: 'count',
    qualifier: null,
    period: '2018-07-01/2019-06-30',
    baseline: null,
    status: 'reported',
    source: {
      page: null,
      bbox: null,
      line: REPORT.slice(0, start).split('\n').length,
      start,
      end: start + figure.length,
      quote: `the words, "as stored", about ${figure}`,
      figure,
      table: null,
      headings: ['Quarterly crime report'],
    },
    method: 'test/by-hand',
    confidence: 0.9,
    notes: [],
    ...changes,
  };
  return { ...observation, id: observationId(observation) };
}

const BURGLARY = observationOf('1,234');
const THEFT = observationOf('2,100', { measure: { id: null, label: 'Theft' }, period: '2019-04-01/2019-06-30' });

describe('commands on a store', () => {
  const path = scratchFolder();
  beforeEach(async () => {
    const store = await openStore(path('s.db'));
    await writePaper(store, {
      paper: {
        id: PAPER,
        origin: '/report.md',
        file: 'report.md',
        mediaType: 'text/markdown',
        byteLength: 1,
        pages: null,
      },
      seenAt: '2026-01-01T00:00:00.000Z',
      extractorVersion: '1',
      status: 'complete',
      messages: [],
      extraction: {
        facts: {
          title: {
            value: 'Crime,\n"quarterly"',
            quote: '',
            span: { start: 0, end: 1 },
            place: { kind: 'line', line: 1 },
          },
          body: null,
          area: null,
          date: null,
          reportingPeriod: null,
          itemNumber: null,
        },
        claims: [],
        observations: [BURGLARY, THEFT],
      },
    });
    await store.close();
    await localArchive(path('s-archive')).put(PAPER, new TextEncoder().encode(REPORT));
  });
  const run = (...args: string[]) => runCommand([...args, '--store', path('s.db')]);

  test('papers are listed with their facts; line breaks in them do not break the table', async () => {
    const { stdout } = await run('papers');
    expect(stdout).toMatch(new RegExp(`^${PAPER.slice(0, 8)} +report\\.md +Crime, "quarterly" .* complete +2$`, 'm'));
  });

  test('papers as CSV quotes as RFC 4180 says', async () => {
    expect((await run('papers', '--format', 'csv')).stdout).toContain(',"Crime,\n""quarterly""",');
  });

  test('observations as JSON lines are those of the contract', async () => {
    const { stdout } = await run('observations', '--format', 'jsonl');
    expect(stdout).toBe(`${JSON.stringify(BURGLARY)}\n${JSON.stringify(THEFT)}\n`);
  });

  test('observations as CSV hold a record for each', async () => {
    const { stdout } = await run('observations', '--measure', 'theft', '--format', 'csv');
    const [heading, record, end] = stdout.split('\r\n');
    expect(heading).toMatch(/^id,measure_id,measure,area_id,area,/);
    expect(record).toMatch(
      /^[0-9a-f]{24},,Theft,,Westmarch,,level,2100,count,.*"the words, ""as stored"", about 2,100",report\.md,,\d+,/,
    );
    expect(end).toBe('');
  });

  test.each([
    [['--measure', 'burg'], ['1,234']],
    [
      ['--period', '2019'],
      ['2,100', '1,234'],
    ],
    [['--period', '2018'], ['1,234']],
    [
      ['--period', '2019-05'],
      ['1,234', '2,100'],
    ],
    [['--period', '2020-01-01'], []],
    [
      ['--paper', 'report.md', '--area', 'westmarch'],
      ['1,234', '2,100'],
    ],
    [['--paper', PAPER.slice(0, 6), '--statistic', 'change'], []],
  ])('observations %j', async (filters, figures) => {
    const { stdout } = await run('observations', '--format', 'jsonl', ...filters);
    const lines = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Observation);
    expect(lines.map(({ source }) => source.figure)).toEqual(figures);
  });

  test('a paper that is not stored is told', async () => {
    const { code, stderr } = await run('observations', '--paper', 'other.md');
    expect(code).toBe(2);
    expect(stderr).toContain('the store holds no paper "other.md"');
  });

  test('show marks the figure in its sentence', async () => {
    const { code, stdout } = await run('show', BURGLARY.id.slice(0, 8));
    expect(code).toBe(0);
    expect(stdout).toContain('report.md line 5, Crime, "quarterly"');
    expect(stdout).toContain('  There were »1,234« burglaries in the 12 months to 30 June 2019.\n');
    expect(stdout).toContain(`id         ${BURGLARY.id}`);
  });

  test('show marks the figure in its row, under its headers', async () => {
    const { stdout } = await run('show', THEFT.id);
    expect(stdout).toContain('  Offence: Theft\n  Apr - Jun 2018: 2,400\n  Apr - Jun 2019: »2,100«\n');
  });

  test('show falls back to the stored quote where the archive lacks the paper', async () => {
    const { code, stdout, stderr } = await run('show', BURGLARY.id, '--archive', path('elsewhere'));
    expect(code).toBe(0);
    expect(stdout).toContain('the words, "as stored", about »1,234«');
    expect(stderr).toContain('report.md is not in the archive');
  });

  test('show says where nothing, or too much, has that id', async () => {
    expect(await run('show', 'ffff')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no observation whose id starts with "ffff"'),
    });
    expect(await run('show', '')).toMatchObject({ code: 2, stderr: expect.stringContaining('several observations') });
  });
});
