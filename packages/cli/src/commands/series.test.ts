import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ingestedStore } from '../testing/ingested-store.ts';
import { TWO_QUARTERS } from '../testing/two-quarters.ts';

const MANY = `# Lancashire Police and Crime Panel, 1 November 2019

| Offence | Jul - Sep 2019 |
| --- | --- |
${['Gun', 'Knife', 'Rural', 'Business', 'Vehicle', 'Wildlife', 'Cyber', 'Violent', 'Youth', 'Marine', 'Heritage']
  .map((kind, index) => `| ${kind} crime | ${index + 11} |`)
  .join('\n')}
`;

describe('series', () => {
  const { run, beside } = ingestedStore({ ...TWO_QUARTERS, 'many.md': MANY });
  const series = (...args: string[]) => run('series', ...args);

  test('prints the line with a sparkline, the revision, the gaps and the place of each value', async () => {
    const { code, stdout } = await series('hate crime');
    expect(code).toBe(0);
    const [title, sparkline, , ...rows] = stdout.trimEnd().split('\n');
    expect(title).toBe('Hate crime, Lancashire (3 months, count)');
    expect(sparkline).toBe('▁   ▆█  3 periods, 2 papers, 1 revision, 3 gaps');
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['2018-04-01/2018-06-30', '110', 'q1.md line 7'],
      ['2018-07-01/2018-09-30', 'no paper tells'],
      ['2018-10-01/2018-12-31', 'no paper tells'],
      ['2019-01-01/2019-03-31', 'no paper tells'],
      [
        '2019-04-01/2019-06-30',
        '126',
        '+6 (+5%) on 2019-10-24',
        'q2.md line 7',
        '120 q1.md 2019-07-25; 126 q2.md 2019-10-24 [comparison]',
      ],
      ['2019-07-01/2019-09-30', '131', 'q2.md line 7'],
    ]);
  });

  test('tells what was known on a day', async () => {
    const { stdout } = await series('hate-crime', '--as-of', '2019-10-23', '--format', 'jsonl');
    expect(JSON.parse(stdout).rows.at(-1)).toMatchObject({
      period: '2019-04-01/2019-06-30',
      latest: { value: 120 },
      revisions: [],
    });
    expect(await series('hate-crime', '--as-of', '2019-07-24')).toMatchObject({
      code: 0,
      stderr: 'no paper states a value of "hate-crime" with a period\n',
    });
    expect(await series('hate-crime', '--as-of', '24.10.2019')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('as in 2019-11-21'),
    });
  });

  test('as CSV has a record for each value that a paper gave', async () => {
    const { stdout } = await series('hate crime', '--format', 'csv');
    const [heading, ...records] = stdout
      .trimEnd()
      .split('\r\n')
      .map((record) => record.split(','));
    const told = (...names: string[]) => records.map((record) => names.map((name) => record[heading!.indexOf(name)]));
    expect(told('period', 'value', 'kind', 'is_latest', 'revision', 'paper_date', 'file')).toEqual([
      ['2018-04-01/2018-06-30', '110', 'comparison', 'true', '', '2019-07-25', 'q1.md'],
      ['2019-04-01/2019-06-30', '120', 'reported', 'false', '', '2019-07-25', 'q1.md'],
      ['2019-04-01/2019-06-30', '126', 'comparison', 'true', '6', '2019-10-24', 'q2.md'],
      ['2019-07-01/2019-09-30', '131', 'reported', 'true', '', '2019-10-24', 'q2.md'],
    ]);
    expect(new Set(records.map(({ length }) => length))).toEqual(new Set([heading!.length]));
  });

  test('as JSON lines is one line of history each', async () => {
    const { stdout } = await series('robbery', '--format', 'jsonl');
    const [line, ...others] = stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      measure: { id: 'robbery' },
      area: { label: 'Lancashire' },
      months: 3,
      rows: [{ latest: { value: 200 } }, { latest: { value: 210 } }],
    });
  });

  test('is of the area and statistic that are asked for', async () => {
    const { stdout } = await series('hate crime', '--statistic', 'change', '--area', 'lancashire', '--format', 'jsonl');
    expect(JSON.parse(stdout)).toMatchObject({ statistic: 'change', rows: [{ latest: { value: 20 } }] });
    expect((await series('hate crime', '--area', 'Cumbria')).stderr).toContain('with a period in "Cumbria"');
  });

  test('as SVG and as a page is a chart with a mark for each value', async () => {
    const svg = await series('hate crime', '--format', 'svg');
    expect(svg.stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<\/svg>\n$/);
    expect(svg.stdout.match(/<circle/g)).toHaveLength(4);
    expect((await series('hate crime', '--format', 'html', '--output', beside('page.html'))).stdout).toBe('');
    const page = readFileSync(beside('page.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page.match(/<circle/g)).toHaveLength(4);
    expect(page).toContain('120 q1.md 2019-07-25; 126 q2.md 2019-10-24 [comparison]');
  });

  test('as PNG goes to a file, and is refused without one', async () => {
    expect(await series('hate crime', '--format', 'png')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'scrutineer: --format png needs --output: a file to write\n',
    });
    const { code } = await series('hate crime', '--format', 'png', '--output', beside('chart.png'));
    expect(code).toBe(0);
    expect(readFileSync(beside('chart.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  test('does not write over a file of another kind', async () => {
    writeFileSync(beside('letter.txt'), 'Dear Sir or Madam');
    expect(await series('robbery', '--format', 'csv', '--output', beside('letter.txt'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is there already and is no .csv file'),
    });
    expect(readFileSync(beside('letter.txt'), 'utf8')).toBe('Dear Sir or Madam');
    expect(existsSync(beside('.letter.txt.partial'))).toBe(false);
  });

  test.each(['zebra crossings', ''])(
    'a measure that the store does not hold (%j) is told in one sentence',
    async (name) => {
      expect(await series(name)).toEqual({
        code: 2,
        stdout: '',
        stderr: `scrutineer: the store holds no measure "${name}"; \`scrutineer observations\` shows those it holds\n`,
      });
    },
  );

  test('too many measures are told with the names of some', async () => {
    const { code, stdout, stderr } = await series('crime');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^scrutineer: "crime" means \d+ measures; name one of them: .*[^\n]…\n$/);
    expect(stderr).toContain('hate-crime');
  });
});

describe('what was known on a day', () => {
  const { run } = ingestedStore(TWO_QUARTERS);

  test.each([
    ['2019-07-24', []],
    ['2019-07-25', ['q1.md']],
    ['2019-10-24', ['q1.md', 'q2.md']],
  ])('observations and export as of %s', async (day, files) => {
    const all = (await run('observations', '--as-of', day, '--format', 'jsonl')).stdout.split('\n').filter(Boolean);
    const exported = (await run('export', '--as-of', day, '--format', 'csv')).stdout.split('\r\n').slice(1, -1);
    expect(exported).toHaveLength(all.length);
    expect(exported.map((record) => record.split(',')[0])).toEqual(all.map((line) => JSON.parse(line).id));
    const named = (file: string) => exported.some((record) => record.includes(`,${file},`));
    expect(['q1.md', 'q2.md', 'undated.md'].filter(named)).toEqual(files);
  });
});
